from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.next_booking_service import NextBookingService, check_next_booking_service

T = TypeVar("T", bound="NextBooking")


@_attrs_define
class NextBooking:
    """The next session that is booked.

    Attributes:
        booking_id (str): The id of the booking.
        practitioner_id (str): The id of the practitioner.
        service (NextBookingService): The kind of session: the first one of a course, a follow-up, or in crisis help the
            debriefing by phone.
        starts_at (datetime.datetime): When it starts.
    """

    booking_id: str
    practitioner_id: str
    service: NextBookingService
    starts_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        practitioner_id = self.practitioner_id

        service: str = self.service

        starts_at = self.starts_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingId": booking_id,
                "practitionerId": practitioner_id,
                "service": service,
                "startsAt": starts_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        practitioner_id = d.pop("practitionerId")

        service = check_next_booking_service(d.pop("service"))

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        next_booking = cls(
            booking_id=booking_id,
            practitioner_id=practitioner_id,
            service=service,
            starts_at=starts_at,
        )

        next_booking.additional_properties = d
        return next_booking

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
