"""Calendars of bookings, read again by a library that knows RFC 5545."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar, Event

from helsebro.bookings.calendar_text import LONGEST_LINE, CalendarEntry, calendar_text
from helsebro.network.address import Address
from tests.domain.bookings.test_booking import NOW, booked, slot

HOME = Address("Nørregade 1; 2. sal, tv", "1165", "København K", "DK")
KNOWN = "UID SEQUENCE DTSTAMP DTSTART DTEND SUMMARY LOCATION STATUS TRANSP CLASS".split()
START = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)


def entry(**changes: Any) -> CalendarEntry:
    base: dict[str, Any] = {
        "uid": "a@helsebro",
        "revision": 0,
        "revised_at": NOW,
        "starts_at": START,
        "ends_at": START + timedelta(minutes=45),
        "place": "Torvegade 1, 6700 Esbjerg",
    }
    return CalendarEntry(**base | changes)


def read(text: str) -> tuple[Any, Sequence[Any]]:
    """Returns the calendar and its events as the library reads them; it refuses what is not RFC 5545."""
    found = Calendar.from_ical(text)
    assert found.errors == []
    events = [part for part in found.walk() if isinstance(part, Event)]
    assert all(event.errors == [] for event in events)
    return found, events


def test_an_entry_says_when_and_where_and_nothing_of_the_case() -> None:
    booking = booked()
    text = calendar_text([CalendarEntry.of(booking, HOME)], "Aftale")
    _, [event] = read(text)
    assert (event.start, event.end) == (booking.starts_at, booking.ends_at)
    assert event["LOCATION"] == "Nørregade 1; 2. sal, tv, 1165 København K"
    assert (event["SUMMARY"], event["STATUS"], event["CLASS"]) == ("Aftale", "CONFIRMED", "PRIVATE")
    assert {
        line.partition(":")[0] for line in text.split("\r\n") if line.startswith(("DESC", "ORG", "ATT"))
    } == set()
    for identifier in (booking.booking_id, booking.claim_id, booking.guarantee_id, booking.person_id, "tryg"):
        assert identifier not in text


def test_the_sequence_grows_with_each_move_and_a_cancelled_entry_says_so() -> None:
    first = booked()
    moved = first.move(slot(NOW + timedelta(days=4)), NOW + timedelta(hours=1))
    again = moved.move(slot(NOW + timedelta(days=5)), NOW + timedelta(hours=2))
    cancelled = again.cancel("member", NOW + timedelta(hours=3))
    entries = [CalendarEntry.of(each, None) for each in (first, moved, again, cancelled)]
    _, events = read(calendar_text(entries, "Aftale"))
    assert len({str(event["UID"]) for event in events}) == 1
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2, 3]
    assert [str(event["STATUS"]) for event in events] == [*["CONFIRMED"] * 3, "CANCELLED"]
    assert [event["DTSTAMP"].dt for event in events] == [NOW + timedelta(hours=each) for each in range(4)]
    assert events[2].start == again.starts_at


def test_a_held_session_keeps_its_sequence() -> None:
    held = booked().report("held", NOW + timedelta(days=3))
    entry_of_it = CalendarEntry.of(held, None)
    assert (entry_of_it.revision, entry_of_it.is_cancelled) == (0, False)


@pytest.mark.parametrize(
    "at", [START, datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
)
def test_an_appointment_in_the_night_of_a_changed_clock_is_the_same_instant(at: datetime) -> None:
    _, [event] = read(calendar_text([entry(starts_at=at, ends_at=at + timedelta(hours=1))], "Aftale"))
    assert (event.start, event.end - event.start) == (at, timedelta(hours=1))


def test_a_feed_has_a_name_and_says_how_often_to_read_it() -> None:
    feed, events = read(calendar_text([entry(), entry(uid="b@helsebro")], "Aftale", "Mine aftaler"))
    assert (str(feed["X-WR-CALNAME"]), str(feed["NAME"]), len(events)) == ("Mine aftaler", "Mine aftaler", 2)
    assert feed["REFRESH-INTERVAL"].dt == timedelta(hours=1)


def test_a_feed_without_appointments_is_a_calendar_too() -> None:
    feed, events = read(calendar_text([], "Aftale", "Mine aftaler"))
    assert (events, len(feed.subcomponents)) == ([], 1)


@given(some.text(max_size=300), some.text(max_size=300))
def test_any_text_comes_back_and_no_line_is_too_long_or_opens_another_property(
    place: str, title: str
) -> None:
    text = calendar_text([entry(place=f"x{place}")], f"y{title}")
    assert all(len(line.encode()) <= LONGEST_LINE for line in text.split("\r\n"))
    _, [event] = read(text)
    kept = [each for each in place if each >= " " and each != "\x7f"]
    assert str(event["LOCATION"]) == "x" + "".join(kept)
    assert [name for name in event if name not in KNOWN] == []
