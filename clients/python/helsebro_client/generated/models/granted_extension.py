from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GrantedExtension")


@_attrs_define
class GrantedExtension:
    """What an extension added to a guarantee.

    Attributes:
        granted_at (datetime.datetime): When it was approved.
        sessions (int): How many sessions it added.
        valid_until (datetime.date | Unset): The new last day; absent when the last day stayed.
    """

    granted_at: datetime.datetime
    sessions: int
    valid_until: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        granted_at = self.granted_at.isoformat()

        sessions = self.sessions

        valid_until: str | Unset = UNSET
        if not isinstance(self.valid_until, Unset):
            valid_until = self.valid_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "grantedAt": granted_at,
                "sessions": sessions,
            }
        )
        if valid_until is not UNSET:
            field_dict["validUntil"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        granted_at = datetime.datetime.fromisoformat(d.pop("grantedAt"))

        sessions = d.pop("sessions")

        _valid_until = d.pop("validUntil", UNSET)
        valid_until: datetime.date | Unset
        if isinstance(_valid_until, Unset):
            valid_until = UNSET
        else:
            valid_until = datetime.date.fromisoformat(_valid_until)

        granted_extension = cls(
            granted_at=granted_at,
            sessions=sessions,
            valid_until=valid_until,
        )

        granted_extension.additional_properties = d
        return granted_extension

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
