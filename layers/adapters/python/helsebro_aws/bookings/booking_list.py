"""The list of a person's bookings over all payers, or of all bookings at one payer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.caller import Caller
from helsebro.ids import BookingId, PersonId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across
from helsebro_aws.policies.dynamo_insured import DynamoPeople


def whose(caller: Caller, person_id: PersonId | None) -> tuple[PersonId | None, list[str]]:
    """Returns whose bookings a caller lists, and at which payers; with no person, staff list their payer's.

    A clinic that names no person lists its own bookings, at any payer. Raises ``NotFound``.
    """
    if caller.clinic_id:
        return person_id, DynamoPeople().payers_of(person_id) if person_id else []
    from helsebro_aws.claims.claimants import Claimants

    return Claimants().listed(caller, person_id)


def page_of(
    bookings: DynamoBookings,
    payers: Sequence[str],
    person_id: PersonId | None,
    seen_by: tuple[Caller, datetime],
    limit: int,
    cursor: str | None,
) -> PayerPage[Booking]:
    """Returns up to ``limit`` bookings that the caller may see at that time, payer by payer, and the cursor.

    A page may hold fewer bookings and still have a next one. Raises ``BadInput`` (400) for a cursor of
    another list.
    """

    def visible(page: Sequence[Booking]) -> Collection[BookingId]:
        return {booking.booking_id for booking in _visible(bookings, page, *seen_by)}

    clinic_id = seen_by[0].clinic_id
    if clinic_id and not person_id:
        return bookings.page_of_clinic(clinic_id, limit, cursor, visible)

    def at_one(payer: str, most: int, within: str | None) -> PayerPage[Booking]:
        return bookings.page(payer, person_id, most, within, visible)

    return page_across(payers, at_one, limit, cursor)


def _visible(
    bookings: DynamoBookings, page: Sequence[Booking], caller: Caller, at: datetime
) -> list[Booking]:
    if caller.clinic_id:
        return [each for each in page if caller.treats_at(each.clinic_id, each.practitioner_id)]
    claims = bookings.claims_of(page)
    return [booking for booking in page if claims[booking.claim_id].may_be_read_by(caller, at)]
