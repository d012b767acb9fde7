from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="KeptSlot")


@_attrs_define
class KeptSlot:
    """A booked slot that stays in a span whose calendar was replaced: cancel its session, or keep it.

    Attributes:
        booking_id (str): The id of the booking.
        key (str): The clinic's own key of the slot.
        slot_id (str): The id of the slot.
    """

    booking_id: str
    key: str
    slot_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        key = self.key

        slot_id = self.slot_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingId": booking_id,
                "key": key,
                "slotId": slot_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        key = d.pop("key")

        slot_id = d.pop("slotId")

        kept_slot = cls(
            booking_id=booking_id,
            key=key,
            slot_id=slot_id,
        )

        kept_slot.additional_properties = d
        return kept_slot

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
