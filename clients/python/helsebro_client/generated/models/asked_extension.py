from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.asked_extension_status import (
    AskedExtensionStatus,
    check_asked_extension_status,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="AskedExtension")


@_attrs_define
class AskedExtension:
    """More sessions that a clinic has asked for under a guarantee.

    Attributes:
        extension_id (str): The id of the extension.
        requested_at (datetime.datetime): When the clinic asked.
        status (AskedExtensionStatus): How far it is. The reason of a denial is for the member.
        sessions (int | Unset): How many more sessions were asked for, if named.
    """

    extension_id: str
    requested_at: datetime.datetime
    status: AskedExtensionStatus
    sessions: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        extension_id = self.extension_id

        requested_at = self.requested_at.isoformat()

        status: str = self.status

        sessions = self.sessions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "extensionId": extension_id,
                "requestedAt": requested_at,
                "status": status,
            }
        )
        if sessions is not UNSET:
            field_dict["sessions"] = sessions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        extension_id = d.pop("extensionId")

        requested_at = datetime.datetime.fromisoformat(d.pop("requestedAt"))

        status = check_asked_extension_status(d.pop("status"))

        sessions = d.pop("sessions", UNSET)

        asked_extension = cls(
            extension_id=extension_id,
            requested_at=requested_at,
            status=status,
            sessions=sessions,
        )

        asked_extension.additional_properties = d
        return asked_extension

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
