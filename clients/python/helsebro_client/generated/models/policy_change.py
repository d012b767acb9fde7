from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.policy_change_modules_item import (
    PolicyChangeModulesItem,
    check_policy_change_modules_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.policy_change_parameters import PolicyChangeParameters


T = TypeVar("T", bound="PolicyChange")


@_attrs_define
class PolicyChange:
    """A change of the policy by a notice. A field that is absent stays as it was.

    Attributes:
        effective_on (datetime.date): The first day of the change.
        ends (bool): Whether this day is the first one without the policy.
        notice_id (str): The id of the notice.
        annual_sum (Money | Unset): An amount of 0 or more, with at most two decimals.
        modules (list[PolicyChangeModulesItem] | Unset): What the policy covers.
        parameters (PolicyChangeParameters | Unset): The policy's own values that replace those of the terms, by name.
        product (str | Unset): The name of the terms of the policy.
    """

    effective_on: datetime.date
    ends: bool
    notice_id: str
    annual_sum: Money | Unset = UNSET
    modules: list[PolicyChangeModulesItem] | Unset = UNSET
    parameters: PolicyChangeParameters | Unset = UNSET
    product: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        effective_on = self.effective_on.isoformat()

        ends = self.ends

        notice_id = self.notice_id

        annual_sum: dict[str, Any] | Unset = UNSET
        if not isinstance(self.annual_sum, Unset):
            annual_sum = self.annual_sum.to_dict()

        modules: list[str] | Unset = UNSET
        if not isinstance(self.modules, Unset):
            modules = []
            for modules_item_data in self.modules:
                modules_item: str = modules_item_data
                modules.append(modules_item)

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        product = self.product

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "effectiveOn": effective_on,
                "ends": ends,
                "noticeId": notice_id,
            }
        )
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
        from ..models.policy_change_parameters import PolicyChangeParameters  # noqa: PLC0415

        d = dict(src_dict)
        effective_on = datetime.date.fromisoformat(d.pop("effectiveOn"))

        ends = d.pop("ends")

        notice_id = d.pop("noticeId")

        _annual_sum = d.pop("annualSum", UNSET)
        annual_sum: Money | Unset
        if isinstance(_annual_sum, Unset):
            annual_sum = UNSET
        else:
            annual_sum = Money.from_dict(_annual_sum)

        _modules = d.pop("modules", UNSET)
        modules: list[PolicyChangeModulesItem] | Unset = UNSET
        if _modules is not UNSET:
            modules = []
            for modules_item_data in _modules:
                modules_item = check_policy_change_modules_item(modules_item_data)

                modules.append(modules_item)

        _parameters = d.pop("parameters", UNSET)
        parameters: PolicyChangeParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = PolicyChangeParameters.from_dict(_parameters)

        product = d.pop("product", UNSET)

        policy_change = cls(
            effective_on=effective_on,
            ends=ends,
            notice_id=notice_id,
            annual_sum=annual_sum,
            modules=modules,
            parameters=parameters,
            product=product,
        )

        policy_change.additional_properties = d
        return policy_change

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
