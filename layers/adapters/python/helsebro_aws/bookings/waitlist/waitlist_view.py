"""A waitlist entry as answers show it to the member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.bookings.waitlist.entry import MOST_OFFERS, WaitlistEntry
from helsebro.bookings.waitlist.slot_offer import SlotOffer
from helsebro_aws.dynamodb.record import instant

if TYPE_CHECKING:
    from helsebro_aws.bookings.places.session_places import SessionPlaces
    from helsebro_aws.bookings.waitlist.waitlist_answer import SlotOfferAnswer, WaitlistEntryAnswer


def shown(entry: WaitlistEntry, places: SessionPlaces | None = None) -> WaitlistEntryAnswer:
    """Returns the entry without the person, because receipts store it too.

    With ``places`` an offer has its own.
    """
    view: WaitlistEntryAnswer = {
        "waitlistId": entry.waitlist_id,
        "guaranteeId": entry.guarantee_id,
        "claimId": entry.claim_id,
        "earliest": entry.earliest.isoformat(),
        "latest": entry.latest.isoformat(),
        "status": entry.status,
        "joinedAt": instant(entry.joined_at),
        "offersLeft": MOST_OFFERS - len(entry.passed),
    }
    if entry.practitioner_id:
        view["practitionerId"] = entry.practitioner_id
    if entry.service:
        view["service"] = entry.service
    if entry.offer:
        place: Any = places.shown(entry.offer) if places else {}
        view["offer"] = {**_shown_offer(entry.offer), **place}
    if entry.booking_id:
        view["bookingId"] = entry.booking_id
    if entry.ended_because:
        view["endedBecause"] = entry.ended_because
    return view


def _shown_offer(offer: SlotOffer) -> SlotOfferAnswer:
    return {
        "slotId": offer.slot_id,
        "holdId": offer.hold_id,
        "practitionerId": offer.practitioner_id,
        "clinicId": offer.clinic_id,
        "service": offer.service,
        "startsAt": instant(offer.starts_at),
        "endsAt": instant(offer.ends_at),
        "expiresAt": instant(offer.expires_at),
        "noticeHours": offer.notice_hours,
        "lateFrom": instant(offer.late_from),
    }
