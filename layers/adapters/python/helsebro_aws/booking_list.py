"""The list of a person's bookings over all payers the person is insured with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.booking import Booking
from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault
from helsebro_aws.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamo_people import DynamoPeople


def whose(caller: Caller, person_id: str | None) -> tuple[str, list[str]]:
    """Whose bookings a caller lists, and at which payers. Raises ``NotFound``, ``BadInput``."""
    if caller.clinic_id:
        if not person_id:
            raise BadInput([Fault("/personId", "person-missing", "")], malformed=True)
        return person_id, DynamoPeople().payers_of(person_id)
    from helsebro_aws.claimants import Claimants

    return Claimants().payers(caller, person_id)


def page_of(
    bookings: DynamoBookings,
    payers: Sequence[str],
    person_id: str,
    seen_by: tuple[Caller, datetime],
    limit: int,
    cursor: str | None,
) -> tuple[list[Booking], str | None]:
    """Up to ``limit`` bookings the caller may see at that instant, payer after payer, and the cursor.

    Raises ``BadInput`` (400) for a cursor of another list.
    """
    found: list[Booking] = []
    at, within = _start(payers, cursor)
    while at < len(payers):
        if len(found) == limit:
            return found, f"{payers[at]}:{within or ''}"
        page, within = bookings.of_person(payers[at], person_id, limit - len(found), within)
        found += _visible(bookings, page, *seen_by)
        at += within is None
    return found, None


def _visible(
    bookings: DynamoBookings, page: Sequence[Booking], caller: Caller, at: datetime
) -> list[Booking]:
    if caller.clinic_id:
        return [booking for booking in page if booking.clinic_id == caller.clinic_id]
    claims = bookings.claims_of(page)
    return [booking for booking in page if claims[booking.claim_id].may_be_read_by(caller, at)]


def _start(payers: Sequence[str], cursor: str | None) -> tuple[int, str | None]:
    if not cursor:
        return 0, None
    payer, _, within = cursor.partition(":")
    if payer not in payers:
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return list(payers).index(payer), within or None
