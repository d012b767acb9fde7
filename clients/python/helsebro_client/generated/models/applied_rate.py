from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.applied_rate_source import AppliedRateSource, check_applied_rate_source
from ..types import UNSET, Unset

T = TypeVar("T", bound="AppliedRate")


@_attrs_define
class AppliedRate:
    """The rate of the tariff that a price comes from.

    Attributes:
        begins (datetime.date): The first day of the rate.
        source (AppliedRateSource): `payer` for the payer's own tariff, `country` for its country's.
        version (int): The version of the payer's tariff; 0 for its country's.
        authorised (bool | Unset): Whether it is for authorised practitioners; absent when for all.
    """

    begins: datetime.date
    source: AppliedRateSource
    version: int
    authorised: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        begins = self.begins.isoformat()

        source: str = self.source

        version = self.version

        authorised = self.authorised

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "begins": begins,
                "source": source,
                "version": version,
            }
        )
        if authorised is not UNSET:
            field_dict["authorised"] = authorised

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        begins = datetime.date.fromisoformat(d.pop("begins"))

        source = check_applied_rate_source(d.pop("source"))

        version = d.pop("version")

        authorised = d.pop("authorised", UNSET)

        applied_rate = cls(
            begins=begins,
            source=source,
            version=version,
            authorised=authorised,
        )

        applied_rate.additional_properties = d
        return applied_rate

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
