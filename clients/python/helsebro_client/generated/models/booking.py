from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.booking_cancelled_by import BookingCancelledBy, check_booking_cancelled_by
from ..models.booking_service import BookingService, check_booking_service
from ..models.booking_status import BookingStatus, check_booking_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="Booking")


@_attrs_define
class Booking:
    """A booked session under a guarantee.

    Attributes:
        booked_at (datetime.datetime): When it was booked.
        booking_id (str): The id of the booking.
        claim_id (str): The id of the claim.
        clinic_id (str): The id of the clinic.
        ends_at (datetime.datetime): When the session ends.
        guarantee_id (str): The id of the guarantee.
        practitioner_id (str): The id of the practitioner.
        service (BookingService): The kind of session: the first one of a course, or a follow-up.
        slot_id (str): The id of the slot.
        starts_at (datetime.datetime): When the session starts.
        status (BookingStatus): `held` and `missed` are what the clinic reported about the session.
        cancelled_at (datetime.datetime | Unset): When it was cancelled; absent otherwise.
        cancelled_by (BookingCancelledBy | Unset): Who cancelled it; absent unless it is cancelled.
        late_cancellation (bool | Unset): Whether the member cancelled it, or moves it with this call, less than 24
            hours before its start. A late cancellation is paid by the member. Absent for other bookings.
    """

    booked_at: datetime.datetime
    booking_id: str
    claim_id: str
    clinic_id: str
    ends_at: datetime.datetime
    guarantee_id: str
    practitioner_id: str
    service: BookingService
    slot_id: str
    starts_at: datetime.datetime
    status: BookingStatus
    cancelled_at: datetime.datetime | Unset = UNSET
    cancelled_by: BookingCancelledBy | Unset = UNSET
    late_cancellation: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booked_at = self.booked_at.isoformat()

        booking_id = self.booking_id

        claim_id = self.claim_id

        clinic_id = self.clinic_id

        ends_at = self.ends_at.isoformat()

        guarantee_id = self.guarantee_id

        practitioner_id = self.practitioner_id

        service: str = self.service

        slot_id = self.slot_id

        starts_at = self.starts_at.isoformat()

        status: str = self.status

        cancelled_at: str | Unset = UNSET
        if not isinstance(self.cancelled_at, Unset):
            cancelled_at = self.cancelled_at.isoformat()

        cancelled_by: str | Unset = UNSET
        if not isinstance(self.cancelled_by, Unset):
            cancelled_by = self.cancelled_by

        late_cancellation = self.late_cancellation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookedAt": booked_at,
                "bookingId": booking_id,
                "claimId": claim_id,
                "clinicId": clinic_id,
                "endsAt": ends_at,
                "guaranteeId": guarantee_id,
                "practitionerId": practitioner_id,
                "service": service,
                "slotId": slot_id,
                "startsAt": starts_at,
                "status": status,
            }
        )
        if cancelled_at is not UNSET:
            field_dict["cancelledAt"] = cancelled_at
        if cancelled_by is not UNSET:
            field_dict["cancelledBy"] = cancelled_by
        if late_cancellation is not UNSET:
            field_dict["lateCancellation"] = late_cancellation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booked_at = datetime.datetime.fromisoformat(d.pop("bookedAt"))

        booking_id = d.pop("bookingId")

        claim_id = d.pop("claimId")

        clinic_id = d.pop("clinicId")

        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        guarantee_id = d.pop("guaranteeId")

        practitioner_id = d.pop("practitionerId")

        service = check_booking_service(d.pop("service"))

        slot_id = d.pop("slotId")

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        status = check_booking_status(d.pop("status"))

        _cancelled_at = d.pop("cancelledAt", UNSET)
        cancelled_at: datetime.datetime | Unset
        if isinstance(_cancelled_at, Unset):
            cancelled_at = UNSET
        else:
            cancelled_at = datetime.datetime.fromisoformat(_cancelled_at)

        _cancelled_by = d.pop("cancelledBy", UNSET)
        cancelled_by: BookingCancelledBy | Unset
        if isinstance(_cancelled_by, Unset):
            cancelled_by = UNSET
        else:
            cancelled_by = check_booking_cancelled_by(_cancelled_by)

        late_cancellation = d.pop("lateCancellation", UNSET)

        booking = cls(
            booked_at=booked_at,
            booking_id=booking_id,
            claim_id=claim_id,
            clinic_id=clinic_id,
            ends_at=ends_at,
            guarantee_id=guarantee_id,
            practitioner_id=practitioner_id,
            service=service,
            slot_id=slot_id,
            starts_at=starts_at,
            status=status,
            cancelled_at=cancelled_at,
            cancelled_by=cancelled_by,
            late_cancellation=late_cancellation,
        )

        booking.additional_properties = d
        return booking

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
