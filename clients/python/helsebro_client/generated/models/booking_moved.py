from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.booking_links import BookingLinks


T = TypeVar("T", bound="BookingMoved")


@_attrs_define
class BookingMoved:
    """The booking with its new slot, and where it is read.

    Attributes:
        booking_id (str): The id of the booking.
        claim_id (str): The id of the claim.
        guarantee_id (str): The id of the guarantee.
        links (BookingLinks): Paths of this API.
        practitioner_id (str): The id of the practitioner.
        slot_id (str): The id of the slot.
        moved_from (datetime.datetime | Unset): The start that it had before: there the clinic's calendar has it. With
            several moves, that of each event is the start before that move.
        moved_late (bool | Unset): Whether the member moved it after `lateFrom`, and so pays the clinic for the time
            that it had before.
    """

    booking_id: str
    claim_id: str
    guarantee_id: str
    links: BookingLinks
    practitioner_id: str
    slot_id: str
    moved_from: datetime.datetime | Unset = UNSET
    moved_late: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        claim_id = self.claim_id

        guarantee_id = self.guarantee_id

        links = self.links.to_dict()

        practitioner_id = self.practitioner_id

        slot_id = self.slot_id

        moved_from: str | Unset = UNSET
        if not isinstance(self.moved_from, Unset):
            moved_from = self.moved_from.isoformat()

        moved_late = self.moved_late

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingId": booking_id,
                "claimId": claim_id,
                "guaranteeId": guarantee_id,
                "links": links,
                "practitionerId": practitioner_id,
                "slotId": slot_id,
            }
        )
        if moved_from is not UNSET:
            field_dict["movedFrom"] = moved_from
        if moved_late is not UNSET:
            field_dict["movedLate"] = moved_late

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booking_links import BookingLinks  # noqa: PLC0415

        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        claim_id = d.pop("claimId")

        guarantee_id = d.pop("guaranteeId")

        links = BookingLinks.from_dict(d.pop("links"))

        practitioner_id = d.pop("practitionerId")

        slot_id = d.pop("slotId")

        _moved_from = d.pop("movedFrom", UNSET)
        moved_from: datetime.datetime | Unset
        if isinstance(_moved_from, Unset):
            moved_from = UNSET
        else:
            moved_from = datetime.datetime.fromisoformat(_moved_from)

        moved_late = d.pop("movedLate", UNSET)

        booking_moved = cls(
            booking_id=booking_id,
            claim_id=claim_id,
            guarantee_id=guarantee_id,
            links=links,
            practitioner_id=practitioner_id,
            slot_id=slot_id,
            moved_from=moved_from,
            moved_late=moved_late,
        )

        booking_moved.additional_properties = d
        return booking_moved

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
