from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.published_slot_service import (
    PublishedSlotService,
    check_published_slot_service,
)

T = TypeVar("T", bound="PublishedSlot")


@_attrs_define
class PublishedSlot:
    """One slot, under the clinic system's own key.

    Attributes:
        ends_at (datetime.datetime): When the session ends, 5 minutes to 12 hours after its start.
        key (str): The clinic's own key of the slot.
        service (PublishedSlotService): The kind of session: the first one of a course, or a follow-up.
        starts_at (datetime.datetime): When the session starts.
    """

    ends_at: datetime.datetime
    key: str
    service: PublishedSlotService
    starts_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ends_at = self.ends_at.isoformat()

        key = self.key

        service: str = self.service

        starts_at = self.starts_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "endsAt": ends_at,
                "key": key,
                "service": service,
                "startsAt": starts_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        key = d.pop("key")

        service = check_published_slot_service(d.pop("service"))

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        published_slot = cls(
            ends_at=ends_at,
            key=key,
            service=service,
            starts_at=starts_at,
        )

        published_slot.additional_properties = d
        return published_slot

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
