from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.judged_by_source import JudgedBySource, check_judged_by_source

T = TypeVar("T", bound="JudgedBy")


@_attrs_define
class JudgedBy:
    """A set of official rules, in the release that was in force when the invoice was checked.

    Attributes:
        release (str): Its release.
        rule_set (str): `ubl` (the schema), `en16931`, `peppol` or `oioubl`.
        source (JudgedBySource): `official`: the published file; `own`: our table of the same rules.
    """

    release: str
    rule_set: str
    source: JudgedBySource
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        release = self.release

        rule_set = self.rule_set

        source: str = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "release": release,
                "ruleSet": rule_set,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        release = d.pop("release")

        rule_set = d.pop("ruleSet")

        source = check_judged_by_source(d.pop("source"))

        judged_by = cls(
            release=release,
            rule_set=rule_set,
            source=source,
        )

        judged_by.additional_properties = d
        return judged_by

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
