from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rule_count import RuleCount


T = TypeVar("T", bound="MonthOfFindings")


@_attrs_define
class MonthOfFindings:
    """What was wrong with the invoices that were rejected in a month.

    Attributes:
        month (str): A month.
        outside_guarantee (int): How many of them were for what no guarantee covers. When this goes on, it is a breach
            of the contract.
        rejected (int): How many invoices were rejected.
        rules (list[RuleCount]): Each rule that was broken.
    """

    month: str
    outside_guarantee: int
    rejected: int
    rules: list[RuleCount]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        outside_guarantee = self.outside_guarantee

        rejected = self.rejected

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "outsideGuarantee": outside_guarantee,
                "rejected": rejected,
                "rules": rules,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_count import RuleCount  # noqa: PLC0415

        d = dict(src_dict)
        month = d.pop("month")

        outside_guarantee = d.pop("outsideGuarantee")

        rejected = d.pop("rejected")

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = RuleCount.from_dict(rules_item_data)

            rules.append(rules_item)

        month_of_findings = cls(
            month=month,
            outside_guarantee=outside_guarantee,
            rejected=rejected,
            rules=rules,
        )

        month_of_findings.additional_properties = d
        return month_of_findings

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
