from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rule_share import RuleShare


T = TypeVar("T", bound="Sampling")


@_attrs_define
class Sampling:
    """How many decisions are looked at a second time.

    Attributes:
        of_rules (list[RuleShare]): Other shares, of the decisions that a rule bears on; the largest one counts.
        payer (str): The short name of the payer.
        percent (int): How many of 100 decisions are drawn.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    of_rules: list[RuleShare]
    payer: str
    percent: int
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        of_rules = []
        for of_rules_item_data in self.of_rules:
            of_rules_item = of_rules_item_data.to_dict()
            of_rules.append(of_rules_item)

        payer = self.payer

        percent = self.percent

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ofRules": of_rules,
                "payer": payer,
                "percent": percent,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_share import RuleShare  # noqa: PLC0415

        d = dict(src_dict)
        of_rules = []
        _of_rules = d.pop("ofRules")
        for of_rules_item_data in _of_rules:
            of_rules_item = RuleShare.from_dict(of_rules_item_data)

            of_rules.append(of_rules_item)

        payer = d.pop("payer")

        percent = d.pop("percent")

        version = d.pop("version")

        sampling = cls(
            of_rules=of_rules,
            payer=payer,
            percent=percent,
            version=version,
        )

        sampling.additional_properties = d
        return sampling

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
