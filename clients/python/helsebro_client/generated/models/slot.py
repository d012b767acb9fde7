from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.slot_service import SlotService, check_slot_service
from ..types import UNSET, Unset

T = TypeVar("T", bound="Slot")


@_attrs_define
class Slot:
    """A slot that can be booked.

    Attributes:
        ends_at (datetime.datetime): When the session ends.
        practitioner_id (str): The id of the practitioner.
        service (SlotService): The kind of session: the first one of a course, a follow-up, or in crisis help the
            debriefing by phone.
        slot_id (str): The id of the slot.
        starts_at (datetime.datetime): When the session starts.
        address_key (str | Unset): Which of the practitioner's `addresses` it is at; absent for the first one.
        late_from (datetime.datetime | Unset): The start less the notice window: the member pays the clinic for a
            session that is cancelled or moved later than that, or missed. It may have passed already.
        notice_hours (int | Unset): The clinic's notice window now, in hours before the start of a session.
    """

    ends_at: datetime.datetime
    practitioner_id: str
    service: SlotService
    slot_id: str
    starts_at: datetime.datetime
    address_key: str | Unset = UNSET
    late_from: datetime.datetime | Unset = UNSET
    notice_hours: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ends_at = self.ends_at.isoformat()

        practitioner_id = self.practitioner_id

        service: str = self.service

        slot_id = self.slot_id

        starts_at = self.starts_at.isoformat()

        address_key = self.address_key

        late_from: str | Unset = UNSET
        if not isinstance(self.late_from, Unset):
            late_from = self.late_from.isoformat()

        notice_hours = self.notice_hours

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "endsAt": ends_at,
                "practitionerId": practitioner_id,
                "service": service,
                "slotId": slot_id,
                "startsAt": starts_at,
            }
        )
        if address_key is not UNSET:
            field_dict["addressKey"] = address_key
        if late_from is not UNSET:
            field_dict["lateFrom"] = late_from
        if notice_hours is not UNSET:
            field_dict["noticeHours"] = notice_hours

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        practitioner_id = d.pop("practitionerId")

        service = check_slot_service(d.pop("service"))

        slot_id = d.pop("slotId")

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        address_key = d.pop("addressKey", UNSET)

        _late_from = d.pop("lateFrom", UNSET)
        late_from: datetime.datetime | Unset
        if isinstance(_late_from, Unset):
            late_from = UNSET
        else:
            late_from = datetime.datetime.fromisoformat(_late_from)

        notice_hours = d.pop("noticeHours", UNSET)

        slot = cls(
            ends_at=ends_at,
            practitioner_id=practitioner_id,
            service=service,
            slot_id=slot_id,
            starts_at=starts_at,
            address_key=address_key,
            late_from=late_from,
            notice_hours=notice_hours,
        )

        slot.additional_properties = d
        return slot

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
