from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewRuleShare")


@_attrs_define
class NewRuleShare:
    """A share of the decisions that a rule bears on.

    Attributes:
        percent (int): How many of 100 are drawn.
        rule (str): The id of the rule.
    """

    percent: int
    rule: str

    def to_dict(self) -> dict[str, Any]:
        percent = self.percent

        rule = self.rule

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "percent": percent,
                "rule": rule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        percent = d.pop("percent")

        rule = d.pop("rule")

        new_rule_share = cls(
            percent=percent,
            rule=rule,
        )

        return new_rule_share
