from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_replay_parameters import NewReplayParameters
    from ..models.new_replay_terms_type_0 import NewReplayTermsType0


T = TypeVar("T", bound="NewReplay")


@_attrs_define
class NewReplay:
    """The terms and parameters under which past decisions are decided again.

    Without any of them the answer lists the decisions that would now be decided differently.

        Attributes:
            cursor (None | str | Unset): The `nextCursor` of the page before.
            limit (int | Unset): How many decisions a page holds. Default: 1000.
            parameters (NewReplayParameters | Unset): Values that replace those of the terms, by name. `amounts` holds the
                amounts that the terms print in Danish kroner, by rule; a policy in another currency needs all of them.
            product (None | str | Unset): The name of known terms. Not with `terms`.
            terms (NewReplayTermsType0 | None | Unset): A file of terms: complete, or the name of a product's terms and the
                differences.
    """

    cursor: None | str | Unset = UNSET
    limit: int | Unset = 1000
    parameters: NewReplayParameters | Unset = UNSET
    product: None | str | Unset = UNSET
    terms: NewReplayTermsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_replay_terms_type_0 import NewReplayTermsType0  # noqa: PLC0415

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
        elif isinstance(self.terms, NewReplayTermsType0):
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
        from ..models.new_replay_parameters import NewReplayParameters  # noqa: PLC0415
        from ..models.new_replay_terms_type_0 import NewReplayTermsType0  # noqa: PLC0415

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
        parameters: NewReplayParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = NewReplayParameters.from_dict(_parameters)

        def _parse_product(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        product = _parse_product(d.pop("product", UNSET))

        def _parse_terms(data: object) -> NewReplayTermsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                terms_type_0 = NewReplayTermsType0.from_dict(data)

                return terms_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewReplayTermsType0 | None | Unset, data)

        terms = _parse_terms(d.pop("terms", UNSET))

        new_replay = cls(
            cursor=cursor,
            limit=limit,
            parameters=parameters,
            product=product,
            terms=terms,
        )

        return new_replay
