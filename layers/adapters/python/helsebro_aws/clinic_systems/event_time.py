"""Event time: the bounds of when a clinic's event happened, by what is stored of its subject.

It is not the time of the signature, which says when the message was sent. A report may come long after its
event, and the two clocks may differ by a few minutes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.bookings.booking import Booking
from helsebro.errors import BadInput, Fault
from helsebro.guarantees.client_here import ClientHere
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.platform import clock

CLOCK_DRIFT = timedelta(minutes=5)
ON_ITS_DAY = frozenset({"session.held", "session.missed", "session.corrected"})
"""The types that report what became of a session, which was so on its day at the earliest."""


def of_any(at: datetime) -> list[Fault]:
    """Returns the fault of an event that has not happened yet."""
    latest = clock.now() + CLOCK_DRIFT
    return _fault("event-in-the-future", instant(latest.replace(microsecond=0))) if at > latest else []


def of_session(kind: str, booking: Booking, at: datetime) -> list[Fault]:
    """Returns the fault of an event from before its session was booked, or before the day of the session.

    A cancellation from before the last move was of the time that the booking had then. A correction from
    before another one is not the last word.
    """
    latest = at + CLOCK_DRIFT
    if latest < booking.booked_at:
        return _fault("event-before-booking", instant(booking.booked_at))
    if kind in ON_ITS_DAY and local_day(latest, booking.country) < booking.on:
        return _fault("event-before-session", booking.on.isoformat())
    if kind == "session.cancelled" and booking.moved_at and _is_before(at, booking.moved_at):
        return _fault("event-before-move", instant(booking.moved_at))
    if kind == "session.corrected" and booking.corrected_at and _is_before(at, booking.corrected_at):
        return _fault("event-before-correction", instant(booking.corrected_at))
    return []


def of_course(kind: str, here: ClientHere, at: datetime) -> list[Fault]:
    """Returns the fault of an event from before its guarantee, or from before the clinic's match.

    An end has a fault too from before the first session held, or before an extension, which goes on with the
    course. So a message that comes again, or late, undoes neither.
    """
    guarantee, match = here.guarantee, here.match
    latest, begun_on = at + CLOCK_DRIFT, guarantee.begun_on
    if guarantee.issued_at and latest < guarantee.issued_at:
        return _fault("event-before-guarantee", instant(guarantee.issued_at))
    # A client may be phoned within minutes of the match, and the two clocks differ.
    if match and _is_before(latest if kind == "client.contacted" else at, match.matched_at):
        return _fault("event-before-match", instant(match.matched_at))
    if kind != "course.ended" or here.is_past:
        return []
    if guarantee.extended_at and _is_before(at, guarantee.extended_at):
        return _fault("event-before-extension", instant(guarantee.extended_at))
    if begun_on and local_day(latest, guarantee.country) < begun_on:
        return _fault("event-before-session", begun_on.isoformat())
    return []


def refuse(faults: list[Fault]) -> None:
    """Raises ``BadInput`` when there is a fault."""
    if faults:
        raise BadInput(faults)


def _is_before(at: datetime, bound: datetime) -> bool:
    # The instants of messages are read as whole seconds.
    return at < bound.replace(microsecond=0)


def _fault(code: str, bound: str) -> list[Fault]:
    return [Fault("/timestamp", code, bound)]
