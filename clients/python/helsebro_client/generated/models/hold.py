from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Hold")


@_attrs_define
class Hold:
    """A hold on a slot.

    Attributes:
        expires_at (datetime.datetime): When the slot is free again unless it is booked.
        hold_id (str): The id of the hold.
        late_from (datetime.datetime): The start less the notice window: the member pays the clinic for a session that
            is cancelled or moved later than that, or missed. It may have passed already.
        notice_hours (int): The clinic's notice window now, in hours before the start of a session.
        slot_id (str): The id of the slot.
    """

    expires_at: datetime.datetime
    hold_id: str
    late_from: datetime.datetime
    notice_hours: int
    slot_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expires_at = self.expires_at.isoformat()

        hold_id = self.hold_id

        late_from = self.late_from.isoformat()

        notice_hours = self.notice_hours

        slot_id = self.slot_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expiresAt": expires_at,
                "holdId": hold_id,
                "lateFrom": late_from,
                "noticeHours": notice_hours,
                "slotId": slot_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        hold_id = d.pop("holdId")

        late_from = datetime.datetime.fromisoformat(d.pop("lateFrom"))

        notice_hours = d.pop("noticeHours")

        slot_id = d.pop("slotId")

        hold = cls(
            expires_at=expires_at,
            hold_id=hold_id,
            late_from=late_from,
            notice_hours=notice_hours,
            slot_id=slot_id,
        )

        hold.additional_properties = d
        return hold

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
