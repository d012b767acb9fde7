"""The list of a person's bookings over all payers, or of all bookings at one payer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault
from helsebro.ids import BookingId, PersonId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across
from helsebro_aws.http.call import Call
from helsebro_aws.policies.dynamo_insured import DynamoPeople


def whose(caller: Caller, person_id: PersonId | None) -> tuple[PersonId | None, list[str]]:
    """Returns whose bookings a caller lists, and at which payers; with no person, staff list their payer's.

    A clinic that names no person lists its own bookings, at any payer. Raises ``NotFound``.
    """
    if caller.clinic_id:
        return person_id, DynamoPeople().payers_of(person_id) if person_id else []
    from helsebro_aws.claims.claimants import Claimants

    return Claimants().listed(caller, person_id)


def only_to_invoice(call: Call) -> bool:
    """Returns whether a call asks for what is to be invoiced only. Raises ``BadInput`` (400)."""
    text = call.given("toInvoice")
    if text in (None, "true", "false"):
        return text == "true"
    raise BadInput([Fault("/toInvoice", "not-true-or-false", "")], malformed=True)


def page_of(
    bookings: DynamoBookings,
    payers: Sequence[str],
    person_id: PersonId | None,
    seen_by: tuple[Caller, datetime],
    limit: int,
    cursor: str | None,
    *,
    to_invoice: bool = False,
) -> PayerPage[Booking]:
    """Returns up to ``limit`` bookings that the caller may see at that time, payer by payer, and the cursor.

    With ``to_invoice`` they are those that a clinic may invoice now (F0-18). A page may hold fewer bookings
    and still have a next one. Raises ``BadInput`` (400) for a cursor of another list.
    """

    def visible(page: Sequence[Booking]) -> Collection[BookingId]:
        asked = [each for each in page if each.is_to_be_invoiced] if to_invoice else page
        return {booking.booking_id for booking in _visible(bookings, asked, *seen_by)}

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
