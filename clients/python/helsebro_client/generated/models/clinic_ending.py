from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_ending_why import ClinicEndingWhy, check_clinic_ending_why
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClinicEnding")


@_attrs_define
class ClinicEnding:
    """Why the clinic did not join.

    Attributes:
        at (datetime.datetime): When it ended.
        why (ClinicEndingWhy): `denied`: we denied the application. `declined`: the signatory declined the contract.
            `expired`: it was not signed in time.
        reason (str | Unset): What was written about it.
    """

    at: datetime.datetime
    why: ClinicEndingWhy
    reason: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        why: str = self.why

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "why": why,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        why = check_clinic_ending_why(d.pop("why"))

        reason = d.pop("reason", UNSET)

        clinic_ending = cls(
            at=at,
            why=why,
            reason=reason,
        )

        clinic_ending.additional_properties = d
        return clinic_ending

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
