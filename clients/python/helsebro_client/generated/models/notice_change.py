from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.notice_change_modules_type_0_item import (
    NoticeChangeModulesType0Item,
    check_notice_change_modules_type_0_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.notice_change_parameters_type_0 import NoticeChangeParametersType0


T = TypeVar("T", bound="NoticeChange")


@_attrs_define
class NoticeChange:
    """The new values of the policy from the day on; an absent field stays unchanged.

    Attributes:
        annual_sum (Money | None | Unset): The most that is then paid per person and policy year.
        modules (list[NoticeChangeModulesType0Item] | None | Unset): What the policy covers from then on.
        parameters (None | NoticeChangeParametersType0 | Unset): Values that replace those of the terms, by name: all of
            them, not a part.
        product (None | str | Unset): The new terms, of the same kind as before.
    """

    annual_sum: Money | None | Unset = UNSET
    modules: list[NoticeChangeModulesType0Item] | None | Unset = UNSET
    parameters: None | NoticeChangeParametersType0 | Unset = UNSET
    product: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.notice_change_parameters_type_0 import NoticeChangeParametersType0  # noqa: PLC0415

        annual_sum: dict[str, Any] | None | Unset
        if isinstance(self.annual_sum, Unset):
            annual_sum = UNSET
        elif isinstance(self.annual_sum, Money):
            annual_sum = self.annual_sum.to_dict()
        else:
            annual_sum = self.annual_sum

        modules: list[str] | None | Unset
        if isinstance(self.modules, Unset):
            modules = UNSET
        elif isinstance(self.modules, list):
            modules = []
            for modules_type_0_item_data in self.modules:
                modules_type_0_item: str = modules_type_0_item_data
                modules.append(modules_type_0_item)

        else:
            modules = self.modules

        parameters: dict[str, Any] | None | Unset
        if isinstance(self.parameters, Unset):
            parameters = UNSET
        elif isinstance(self.parameters, NoticeChangeParametersType0):
            parameters = self.parameters.to_dict()
        else:
            parameters = self.parameters

        product: None | str | Unset
        if isinstance(self.product, Unset):
            product = UNSET
        else:
            product = self.product

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if annual_sum is not UNSET:
            field_dict["annualSum"] = annual_sum
        if modules is not UNSET:
            field_dict["modules"] = modules
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if product is not UNSET:
            field_dict["product"] = product

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.notice_change_parameters_type_0 import NoticeChangeParametersType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_annual_sum(data: object) -> Money | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                annual_sum_type_0 = Money.from_dict(data)

                return annual_sum_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None | Unset, data)

        annual_sum = _parse_annual_sum(d.pop("annualSum", UNSET))

        def _parse_modules(data: object) -> list[NoticeChangeModulesType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                modules_type_0 = []
                _modules_type_0 = data
                for modules_type_0_item_data in _modules_type_0:
                    modules_type_0_item = check_notice_change_modules_type_0_item(modules_type_0_item_data)

                    modules_type_0.append(modules_type_0_item)

                return modules_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[NoticeChangeModulesType0Item] | None | Unset, data)

        modules = _parse_modules(d.pop("modules", UNSET))

        def _parse_parameters(data: object) -> None | NoticeChangeParametersType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                parameters_type_0 = NoticeChangeParametersType0.from_dict(data)

                return parameters_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoticeChangeParametersType0 | Unset, data)

        parameters = _parse_parameters(d.pop("parameters", UNSET))

        def _parse_product(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        product = _parse_product(d.pop("product", UNSET))

        notice_change = cls(
            annual_sum=annual_sum,
            modules=modules,
            parameters=parameters,
            product=product,
        )

        return notice_change
