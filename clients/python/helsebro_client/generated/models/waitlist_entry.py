from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.waitlist_entry_ended_because import (
    WaitlistEntryEndedBecause,
    check_waitlist_entry_ended_because,
)
from ..models.waitlist_entry_service import (
    WaitlistEntryService,
    check_waitlist_entry_service,
)
from ..models.waitlist_entry_status import (
    WaitlistEntryStatus,
    check_waitlist_entry_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.slot_offer import SlotOffer


T = TypeVar("T", bound="WaitlistEntry")


@_attrs_define
class WaitlistEntry:
    """A place on the waitlist for slots that become free.

    Attributes:
        claim_id (str): The id of the claim.
        earliest (datetime.date): The first day that suits the member.
        guarantee_id (str): The id of the guarantee.
        joined_at (datetime.datetime): When it was made.
        latest (datetime.date): The last day that suits.
        offers_left (int): How many more offers may be declined or missed before the entry ends.
        status (WaitlistEntryStatus): `waiting` for a slot; `offered` while `offer` can be accepted; `booked` after
            that; `ended` by the member, or as `endedBecause` says.
        waitlist_id (str): The id of the waitlist entry.
        booking_id (str | Unset): The id of the booking.
        ended_because (WaitlistEntryEndedBecause | Unset): Why it ended; absent unless it has ended.
        offer (SlotOffer | Unset): A slot that became free and is held for the member.
        practitioner_id (str | Unset): The id of the practitioner.
        service (WaitlistEntryService | Unset): The kind of session: the first one of a course, a follow-up, or in
            crisis help the debriefing by phone.
    """

    claim_id: str
    earliest: datetime.date
    guarantee_id: str
    joined_at: datetime.datetime
    latest: datetime.date
    offers_left: int
    status: WaitlistEntryStatus
    waitlist_id: str
    booking_id: str | Unset = UNSET
    ended_because: WaitlistEntryEndedBecause | Unset = UNSET
    offer: SlotOffer | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    service: WaitlistEntryService | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        earliest = self.earliest.isoformat()

        guarantee_id = self.guarantee_id

        joined_at = self.joined_at.isoformat()

        latest = self.latest.isoformat()

        offers_left = self.offers_left

        status: str = self.status

        waitlist_id = self.waitlist_id

        booking_id = self.booking_id

        ended_because: str | Unset = UNSET
        if not isinstance(self.ended_because, Unset):
            ended_because = self.ended_because

        offer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.offer, Unset):
            offer = self.offer.to_dict()

        practitioner_id = self.practitioner_id

        service: str | Unset = UNSET
        if not isinstance(self.service, Unset):
            service = self.service

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "earliest": earliest,
                "guaranteeId": guarantee_id,
                "joinedAt": joined_at,
                "latest": latest,
                "offersLeft": offers_left,
                "status": status,
                "waitlistId": waitlist_id,
            }
        )
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if ended_because is not UNSET:
            field_dict["endedBecause"] = ended_because
        if offer is not UNSET:
            field_dict["offer"] = offer
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if service is not UNSET:
            field_dict["service"] = service

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.slot_offer import SlotOffer  # noqa: PLC0415

        d = dict(src_dict)
        claim_id = d.pop("claimId")

        earliest = datetime.date.fromisoformat(d.pop("earliest"))

        guarantee_id = d.pop("guaranteeId")

        joined_at = datetime.datetime.fromisoformat(d.pop("joinedAt"))

        latest = datetime.date.fromisoformat(d.pop("latest"))

        offers_left = d.pop("offersLeft")

        status = check_waitlist_entry_status(d.pop("status"))

        waitlist_id = d.pop("waitlistId")

        booking_id = d.pop("bookingId", UNSET)

        _ended_because = d.pop("endedBecause", UNSET)
        ended_because: WaitlistEntryEndedBecause | Unset
        if isinstance(_ended_because, Unset):
            ended_because = UNSET
        else:
            ended_because = check_waitlist_entry_ended_because(_ended_because)

        _offer = d.pop("offer", UNSET)
        offer: SlotOffer | Unset
        if isinstance(_offer, Unset):
            offer = UNSET
        else:
            offer = SlotOffer.from_dict(_offer)

        practitioner_id = d.pop("practitionerId", UNSET)

        _service = d.pop("service", UNSET)
        service: WaitlistEntryService | Unset
        if isinstance(_service, Unset):
            service = UNSET
        else:
            service = check_waitlist_entry_service(_service)

        waitlist_entry = cls(
            claim_id=claim_id,
            earliest=earliest,
            guarantee_id=guarantee_id,
            joined_at=joined_at,
            latest=latest,
            offers_left=offers_left,
            status=status,
            waitlist_id=waitlist_id,
            booking_id=booking_id,
            ended_because=ended_because,
            offer=offer,
            practitioner_id=practitioner_id,
            service=service,
        )

        waitlist_entry.additional_properties = d
        return waitlist_entry

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
