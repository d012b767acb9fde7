from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.replay_parameters import ReplayParameters
    from ..models.replay_terms_type_0 import ReplayTermsType0


T = TypeVar("T", bound="Replay")


@_attrs_define
class Replay:
    """The body of `POST /v1/coverage/replay`: a file of terms or the name of a product, and parameters.

    A file holds complete terms, or names a product's terms and holds the differences. Without any of them the
    answer lists the decisions that a replay does not reproduce.

        Attributes:
            cursor (None | str | Unset):
            limit (int | Unset):  Default: 1000.
            parameters (ReplayParameters | Unset):
            product (None | str | Unset):
            terms (None | ReplayTermsType0 | Unset):
    """

    cursor: None | str | Unset = UNSET
    limit: int | Unset = 1000
    parameters: ReplayParameters | Unset = UNSET
    product: None | str | Unset = UNSET
    terms: None | ReplayTermsType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.replay_terms_type_0 import ReplayTermsType0  # noqa: PLC0415

        cursor: None | str | Unset
        if isinstance(self.cursor, Unset):
            cursor = UNSET
        else:
            cursor = self.cursor

        limit = self.limit

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        product: None | str | Unset
        if isinstance(self.product, Unset):
            product = UNSET
        else:
            product = self.product

        terms: dict[str, Any] | None | Unset
        if isinstance(self.terms, Unset):
            terms = UNSET
        elif isinstance(self.terms, ReplayTermsType0):
            terms = self.terms.to_dict()
        else:
            terms = self.terms

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cursor is not UNSET:
            field_dict["cursor"] = cursor
        if limit is not UNSET:
            field_dict["limit"] = limit
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if product is not UNSET:
            field_dict["product"] = product
        if terms is not UNSET:
            field_dict["terms"] = terms

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.replay_parameters import ReplayParameters  # noqa: PLC0415
        from ..models.replay_terms_type_0 import ReplayTermsType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_cursor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cursor = _parse_cursor(d.pop("cursor", UNSET))

        limit = d.pop("limit", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: ReplayParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = ReplayParameters.from_dict(_parameters)

        def _parse_product(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        product = _parse_product(d.pop("product", UNSET))

        def _parse_terms(data: object) -> None | ReplayTermsType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                terms_type_0 = ReplayTermsType0.from_dict(data)

                return terms_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReplayTermsType0 | Unset, data)

        terms = _parse_terms(d.pop("terms", UNSET))

        replay = cls(
            cursor=cursor,
            limit=limit,
            parameters=parameters,
            product=product,
            terms=terms,
        )

        return replay
