from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.published_slot_service import (
    PublishedSlotService,
    check_published_slot_service,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="PublishedSlot")


@_attrs_define
class PublishedSlot:
    """One slot, under the clinic system's own key.

    Attributes:
        ends_at (datetime.datetime): When the session ends, 5 minutes to 12 hours after its start.
        key (str): The clinic's own key of the slot.
        service (PublishedSlotService): The kind of session: the first one of a course, a follow-up, or the debriefing
            by phone in crisis help, of 30 to 45 minutes.
        starts_at (datetime.datetime): When the session starts, at most 24 months ahead.
        address_key (None | str | Unset): The key of the practitioner's address where it is; absent for the first
            address.
    """

    ends_at: datetime.datetime
    key: str
    service: PublishedSlotService
    starts_at: datetime.datetime
    address_key: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ends_at = self.ends_at.isoformat()

        key = self.key

        service: str = self.service

        starts_at = self.starts_at.isoformat()

        address_key: None | str | Unset
        if isinstance(self.address_key, Unset):
            address_key = UNSET
        else:
            address_key = self.address_key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "endsAt": ends_at,
                "key": key,
                "service": service,
                "startsAt": starts_at,
            }
        )
        if address_key is not UNSET:
            field_dict["addressKey"] = address_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        key = d.pop("key")

        service = check_published_slot_service(d.pop("service"))

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        def _parse_address_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address_key = _parse_address_key(d.pop("addressKey", UNSET))

        published_slot = cls(
            ends_at=ends_at,
            key=key,
            service=service,
            starts_at=starts_at,
            address_key=address_key,
        )

        return published_slot
