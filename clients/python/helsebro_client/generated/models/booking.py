from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.booking_cancelled_by import BookingCancelledBy, check_booking_cancelled_by
from ..models.booking_reason import BookingReason, check_booking_reason
from ..models.booking_service import BookingService, check_booking_service
from ..models.booking_status import BookingStatus, check_booking_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.money import Money
    from ..models.owed_time import OwedTime


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
        late_from (datetime.datetime): The start less the notice window. The member pays the clinic for a session that
            is cancelled or moved later than that, or missed; the payer does not. After a move it is that of the new time:
            what an earlier move cost stays due (`owedTimes`).
        notice_hours (int): The clinic's notice window when the session was booked, in hours before its start.
        paid_by_member (bool): Whether the member pays the clinic for the session: it was missed or cancelled late.
            `owedTimes` has what late moves left, too.
        practitioner_id (str): The id of the practitioner.
        service (BookingService): The kind of session: the first one of a course, a follow-up, or in crisis help the
            debriefing by phone.
        slot_id (str): The id of the slot.
        starts_at (datetime.datetime): When the session starts.
        status (BookingStatus): `held` and `missed` are what the clinic reported about the session.
        address (Address | Unset): Where a practitioner treats.
        address_key (str | Unset): Which of the practitioner's `addresses` it is at; absent for the first one.
        cancelled_at (datetime.datetime | Unset): When it was cancelled; absent otherwise.
        cancelled_by (BookingCancelledBy | Unset): Who cancelled it: `payer` when the guarantee was revoked. Absent
            unless it is cancelled.
        clinic_name (str | Unset): The clinic's name.
        clinic_phone (str | Unset): The clinic's phone number.
        late_cancellation (bool | Unset): Whether the member cancelled it, or moves it with this call, after `lateFrom`.
            The member pays for a late cancellation. Absent for other bookings.
        member_pays (Money | Unset): An amount of 0 or more, with at most two decimals.
        moved_from (datetime.datetime | Unset): The start that it had before it was last moved: there a calendar may
            still have it. Absent for a booking that was never moved.
        moved_late (bool | Unset): Whether the member ever moved it after `lateFrom`, and so pays the clinic for a time
            that it had. Absent for a booking that was never moved.
        owed_times (list[OwedTime] | Unset): Each time that the member pays the clinic for, the first that was given up
            first. The clinic sends the bill. Absent when there is none.
        practitioner_name (str | Unset): Who treats.
        reason (BookingReason | Unset): Why it was last moved or cancelled; absent when no one said.
    """

    booked_at: datetime.datetime
    booking_id: str
    claim_id: str
    clinic_id: str
    ends_at: datetime.datetime
    guarantee_id: str
    late_from: datetime.datetime
    notice_hours: int
    paid_by_member: bool
    practitioner_id: str
    service: BookingService
    slot_id: str
    starts_at: datetime.datetime
    status: BookingStatus
    address: Address | Unset = UNSET
    address_key: str | Unset = UNSET
    cancelled_at: datetime.datetime | Unset = UNSET
    cancelled_by: BookingCancelledBy | Unset = UNSET
    clinic_name: str | Unset = UNSET
    clinic_phone: str | Unset = UNSET
    late_cancellation: bool | Unset = UNSET
    member_pays: Money | Unset = UNSET
    moved_from: datetime.datetime | Unset = UNSET
    moved_late: bool | Unset = UNSET
    owed_times: list[OwedTime] | Unset = UNSET
    practitioner_name: str | Unset = UNSET
    reason: BookingReason | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booked_at = self.booked_at.isoformat()

        booking_id = self.booking_id

        claim_id = self.claim_id

        clinic_id = self.clinic_id

        ends_at = self.ends_at.isoformat()

        guarantee_id = self.guarantee_id

        late_from = self.late_from.isoformat()

        notice_hours = self.notice_hours

        paid_by_member = self.paid_by_member

        practitioner_id = self.practitioner_id

        service: str = self.service

        slot_id = self.slot_id

        starts_at = self.starts_at.isoformat()

        status: str = self.status

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        address_key = self.address_key

        cancelled_at: str | Unset = UNSET
        if not isinstance(self.cancelled_at, Unset):
            cancelled_at = self.cancelled_at.isoformat()

        cancelled_by: str | Unset = UNSET
        if not isinstance(self.cancelled_by, Unset):
            cancelled_by = self.cancelled_by

        clinic_name = self.clinic_name

        clinic_phone = self.clinic_phone

        late_cancellation = self.late_cancellation

        member_pays: dict[str, Any] | Unset = UNSET
        if not isinstance(self.member_pays, Unset):
            member_pays = self.member_pays.to_dict()

        moved_from: str | Unset = UNSET
        if not isinstance(self.moved_from, Unset):
            moved_from = self.moved_from.isoformat()

        moved_late = self.moved_late

        owed_times: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.owed_times, Unset):
            owed_times = []
            for owed_times_item_data in self.owed_times:
                owed_times_item = owed_times_item_data.to_dict()
                owed_times.append(owed_times_item)

        practitioner_name = self.practitioner_name

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

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
                "lateFrom": late_from,
                "noticeHours": notice_hours,
                "paidByMember": paid_by_member,
                "practitionerId": practitioner_id,
                "service": service,
                "slotId": slot_id,
                "startsAt": starts_at,
                "status": status,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if address_key is not UNSET:
            field_dict["addressKey"] = address_key
        if cancelled_at is not UNSET:
            field_dict["cancelledAt"] = cancelled_at
        if cancelled_by is not UNSET:
            field_dict["cancelledBy"] = cancelled_by
        if clinic_name is not UNSET:
            field_dict["clinicName"] = clinic_name
        if clinic_phone is not UNSET:
            field_dict["clinicPhone"] = clinic_phone
        if late_cancellation is not UNSET:
            field_dict["lateCancellation"] = late_cancellation
        if member_pays is not UNSET:
            field_dict["memberPays"] = member_pays
        if moved_from is not UNSET:
            field_dict["movedFrom"] = moved_from
        if moved_late is not UNSET:
            field_dict["movedLate"] = moved_late
        if owed_times is not UNSET:
            field_dict["owedTimes"] = owed_times
        if practitioner_name is not UNSET:
            field_dict["practitionerName"] = practitioner_name
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.owed_time import OwedTime  # noqa: PLC0415

        d = dict(src_dict)
        booked_at = datetime.datetime.fromisoformat(d.pop("bookedAt"))

        booking_id = d.pop("bookingId")

        claim_id = d.pop("claimId")

        clinic_id = d.pop("clinicId")

        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        guarantee_id = d.pop("guaranteeId")

        late_from = datetime.datetime.fromisoformat(d.pop("lateFrom"))

        notice_hours = d.pop("noticeHours")

        paid_by_member = d.pop("paidByMember")

        practitioner_id = d.pop("practitionerId")

        service = check_booking_service(d.pop("service"))

        slot_id = d.pop("slotId")

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        status = check_booking_status(d.pop("status"))

        _address = d.pop("address", UNSET)
        address: Address | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = Address.from_dict(_address)

        address_key = d.pop("addressKey", UNSET)

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

        clinic_name = d.pop("clinicName", UNSET)

        clinic_phone = d.pop("clinicPhone", UNSET)

        late_cancellation = d.pop("lateCancellation", UNSET)

        _member_pays = d.pop("memberPays", UNSET)
        member_pays: Money | Unset
        if isinstance(_member_pays, Unset):
            member_pays = UNSET
        else:
            member_pays = Money.from_dict(_member_pays)

        _moved_from = d.pop("movedFrom", UNSET)
        moved_from: datetime.datetime | Unset
        if isinstance(_moved_from, Unset):
            moved_from = UNSET
        else:
            moved_from = datetime.datetime.fromisoformat(_moved_from)

        moved_late = d.pop("movedLate", UNSET)

        _owed_times = d.pop("owedTimes", UNSET)
        owed_times: list[OwedTime] | Unset = UNSET
        if _owed_times is not UNSET:
            owed_times = []
            for owed_times_item_data in _owed_times:
                owed_times_item = OwedTime.from_dict(owed_times_item_data)

                owed_times.append(owed_times_item)

        practitioner_name = d.pop("practitionerName", UNSET)

        _reason = d.pop("reason", UNSET)
        reason: BookingReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_booking_reason(_reason)

        booking = cls(
            booked_at=booked_at,
            booking_id=booking_id,
            claim_id=claim_id,
            clinic_id=clinic_id,
            ends_at=ends_at,
            guarantee_id=guarantee_id,
            late_from=late_from,
            notice_hours=notice_hours,
            paid_by_member=paid_by_member,
            practitioner_id=practitioner_id,
            service=service,
            slot_id=slot_id,
            starts_at=starts_at,
            status=status,
            address=address,
            address_key=address_key,
            cancelled_at=cancelled_at,
            cancelled_by=cancelled_by,
            clinic_name=clinic_name,
            clinic_phone=clinic_phone,
            late_cancellation=late_cancellation,
            member_pays=member_pays,
            moved_from=moved_from,
            moved_late=moved_late,
            owed_times=owed_times,
            practitioner_name=practitioner_name,
            reason=reason,
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
