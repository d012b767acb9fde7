from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_rule_share import NewRuleShare


T = TypeVar("T", bound="NewSampling")


@_attrs_define
class NewSampling:
    """How many decisions are looked at a second time.

    Attributes:
        percent (int): How many of 100 decisions are drawn.
        of_rules (list[NewRuleShare] | Unset): Other shares, of the decisions that a rule bears on; the largest one
            counts.
    """

    percent: int
    of_rules: list[NewRuleShare] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        percent = self.percent

        of_rules: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.of_rules, Unset):
            of_rules = []
            for of_rules_item_data in self.of_rules:
                of_rules_item = of_rules_item_data.to_dict()
                of_rules.append(of_rules_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "percent": percent,
            }
        )
        if of_rules is not UNSET:
            field_dict["ofRules"] = of_rules

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_rule_share import NewRuleShare  # noqa: PLC0415

        d = dict(src_dict)
        percent = d.pop("percent")

        _of_rules = d.pop("ofRules", UNSET)
        of_rules: list[NewRuleShare] | Unset = UNSET
        if _of_rules is not UNSET:
            of_rules = []
            for of_rules_item_data in _of_rules:
                of_rules_item = NewRuleShare.from_dict(of_rules_item_data)

                of_rules.append(of_rules_item)

        new_sampling = cls(
            percent=percent,
            of_rules=of_rules,
        )

        return new_sampling
