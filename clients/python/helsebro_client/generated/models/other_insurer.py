from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.other_insurer_decision import (
    OtherInsurerDecision,
    check_other_insurer_decision,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OtherInsurer")


@_attrs_define
class OtherInsurer:
    """Another insurer of the same harm. The two share the price unless its decision says otherwise.

    Attributes:
        name (str): Its name.
        decision (OtherInsurerDecision | Unset): What it decided.
        sum_ (Money | Unset): An amount of 0 or more, with at most two decimals.
    """

    name: str
    decision: OtherInsurerDecision | Unset = UNSET
    sum_: Money | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        decision: str | Unset = UNSET
        if not isinstance(self.decision, Unset):
            decision = self.decision

        sum_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.sum_, Unset):
            sum_ = self.sum_.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
            }
        )
        if decision is not UNSET:
            field_dict["decision"] = decision
        if sum_ is not UNSET:
            field_dict["sum"] = sum_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        _decision = d.pop("decision", UNSET)
        decision: OtherInsurerDecision | Unset
        if isinstance(_decision, Unset):
            decision = UNSET
        else:
            decision = check_other_insurer_decision(_decision)

        _sum_ = d.pop("sum", UNSET)
        sum_: Money | Unset
        if isinstance(_sum_, Unset):
            sum_ = UNSET
        else:
            sum_ = Money.from_dict(_sum_)

        other_insurer = cls(
            name=name,
            decision=decision,
            sum_=sum_,
        )

        other_insurer.additional_properties = d
        return other_insurer

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
