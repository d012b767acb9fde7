"""What an iCalendar file says is busy: single, repeated, moved and whole-day events, by the right clock."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helsebro.calendars.subscriptions.busy_time import BusyTime
from helsebro.calendars.subscriptions.calendar_subscription import CalendarUnreadable
from helsebro_aws.calendars.subscriptions.ics_busy_times import MOST_EVENTS, busy_times

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SPAN = (datetime(2026, 11, 29, 18, tzinfo=UTC), datetime(2027, 1, 10, 18, tzinfo=UTC))
SPRING = (datetime(2027, 3, 20, tzinfo=UTC), datetime(2027, 4, 10, tzinfo=UTC))
BERLIN_OF_OUTLOOK = """BEGIN:VTIMEZONE
TZID:Own Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def event(*lines: str, uid: str = "1") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Secret", *lines, "END:VEVENT"))


def file_of(*parts: str) -> bytes:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *parts, "END:VCALENDAR")
    return "\n".join(lines).replace("\n", "\r\n").encode()


def busy(*parts: str, span: tuple[datetime, datetime] = SPAN) -> list[str]:
    return [shown(each) for each in busy_times(file_of(*parts), span, COPENHAGEN)]


def shown(each: BusyTime) -> str:
    return f"{each.starts_at:%Y-%m-%dT%H:%M}/{each.ends_at:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z"), "2026-12-01T08:00/2026-12-01T09:00"),
        (("DTSTART:20261201T080000Z", "DURATION:PT30M"), "2026-12-01T08:00/2026-12-01T08:30"),
        (
            ("DTSTART;TZID=America/New_York:20261201T080000", "DTEND;TZID=America/New_York:20261201T090000"),
            "2026-12-01T13:00/2026-12-01T14:00",
        ),
        (("DTSTART:20261201T080000", "DTEND:20261201T090000"), "2026-12-01T07:00/2026-12-01T08:00"),
        (("DTSTART;VALUE=DATE:20261201",), "2026-11-30T23:00/2026-12-01T23:00"),
        (
            ("DTSTART;VALUE=DATE:20261221", "DTEND;VALUE=DATE:20261224"),
            "2026-12-20T23:00/2026-12-23T23:00",
        ),
        (("DTSTART:20261101T080000Z", "DTEND:20261201T090000Z"), "2026-11-01T08:00/2026-12-01T09:00"),
    ],
)
def test_an_event_is_busy_from_its_start_to_its_end(lines: tuple[str, ...], expected: str) -> None:
    assert busy(event(*lines)) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "TRANSP:TRANSPARENT"),
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "STATUS:CANCELLED"),
        ("DTSTART:20261128T080000Z", "DTEND:20261129T180000Z"),
        ("DTSTART:20270110T180000Z", "DTEND:20270110T190000Z"),
    ],
)
def test_an_event_that_takes_no_time_of_the_span_is_not_busy(lines: tuple[str, ...]) -> None:
    assert busy(event(*lines)) == []


def test_a_repeated_event_keeps_its_hour_when_the_clock_changes() -> None:
    weekly = event(
        "DTSTART;TZID=Europe/Copenhagen:20260105T090000",
        "DTEND;TZID=Europe/Copenhagen:20260105T100000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
    )
    assert busy(weekly, span=SPRING) == [
        "2027-03-22T08:00/2027-03-22T09:00",
        "2027-03-29T07:00/2027-03-29T08:00",
        "2027-04-05T07:00/2027-04-05T08:00",
    ]


def test_a_zone_of_the_files_own_counts() -> None:
    weekly = event(
        "DTSTART;TZID=Own Time:20260105T090000",
        "DTEND;TZID=Own Time:20260105T100000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270329T065959Z",
    )
    assert busy(BERLIN_OF_OUTLOOK, weekly, span=SPRING) == ["2027-03-22T08:00/2027-03-22T09:00"]


def test_a_whole_day_is_as_long_as_it_is_when_the_clock_changes() -> None:
    sundays = event("DTSTART;VALUE=DATE:20270103", "RRULE:FREQ=WEEKLY;COUNT=13")
    assert busy(sundays, span=SPRING) == [
        "2027-03-20T23:00/2027-03-21T23:00",
        "2027-03-27T23:00/2027-03-28T22:00",
    ]


def test_repetitions_that_are_left_out_added_or_moved() -> None:
    weekly = event(
        "DTSTART:20261130T080000Z",
        "DTEND:20261130T090000Z",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE:20261207T080000Z",
        "RDATE:20261202T080000Z",
    )
    moved = event("RECURRENCE-ID:20261214T080000Z", "DTSTART:20261215T120000Z", "DTEND:20261215T123000Z")
    cancelled = event(
        "RECURRENCE-ID:20261221T080000Z",
        "DTSTART:20261221T080000Z",
        "DTEND:20261221T090000Z",
        "STATUS:CANCELLED",
    )
    assert busy(weekly, moved, cancelled) == [
        "2026-11-30T08:00/2026-11-30T09:00",
        "2026-12-02T08:00/2026-12-02T09:00",
        "2026-12-15T12:00/2026-12-15T12:30",
    ]


def test_an_event_that_began_before_the_span_repeats_into_it() -> None:
    night = event("DTSTART:20261128T200000Z", "DTEND:20261129T200000Z", "RRULE:FREQ=MONTHLY")
    assert busy(night) == ["2026-11-28T20:00/2026-11-29T20:00", "2026-12-28T20:00/2026-12-29T20:00"]


def test_an_empty_calendar_and_a_long_line_are_read() -> None:
    long = event("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "DESCRIPTION:" + "x" * 10_000)
    assert busy() == []
    assert len(busy(long)) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html></html>",
        b"\xff\xfe",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201T080000Z\r\n",
        b"BEGIN:VEVENT\r\nDTSTART:20261201T080000Z\r\nEND:VEVENT\r\n",
    ],
)
def test_what_is_no_whole_calendar_is_refused(raw: bytes) -> None:
    with pytest.raises(CalendarUnreadable, match="not-a-calendar"):
        busy_times(raw, SPAN, COPENHAGEN)


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:no start",),
        ("DTSTART:tomorrow",),
        ("DTSTART:20261201T080000Z", "DTEND:later"),
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "RRULE:FREQ=SECONDLY"),
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "RRULE:FREQ=HOURLY"),
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "RRULE:FREQ=YEARLY;BYWEEKNO=1"),
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "RRULE:FREQ=DAILY;INTERVAL=0"),
        ("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "RRULE:nothing"),
        ("DTSTART:20250101T080000Z", "DTEND:20260101T080000Z", "RRULE:FREQ=YEARLY"),
        ("DTSTART:00010101T080000Z", "DTEND:99991231T080000Z"),
    ],
)
def test_an_event_that_is_not_understood_refuses_the_whole_calendar(lines: tuple[str, ...]) -> None:
    fine = event("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", uid="2")
    with pytest.raises(CalendarUnreadable, match="not-understood"):
        busy(fine, event(*lines))


def test_a_calendar_of_busy_periods_only_is_not_understood() -> None:
    with pytest.raises(CalendarUnreadable, match="not-understood"):
        busy("BEGIN:VFREEBUSY\nUID:1\nFREEBUSY:20261201T080000Z/PT1H\nEND:VFREEBUSY")


def test_too_much_work_is_refused_before_it_is_done() -> None:
    counted = event("DTSTART:19700101T080000Z", "DTEND:19700101T090000Z", "RRULE:FREQ=DAILY;COUNT=99999999")
    with pytest.raises(CalendarUnreadable, match="too-many-events"):
        busy(*[counted] * 20)
    with pytest.raises(CalendarUnreadable, match="too-many-events"):
        busy(*[event("DTSTART:20261201T080000Z")] * (MOST_EVENTS + 1))


def test_a_rule_that_has_ended_costs_nothing() -> None:
    ended = "RRULE:FREQ=DAILY;COUNT=99999999;UNTIL=20261001T080000Z"
    sent = event("DTSTART:19700101T080000Z", "DTEND:19700101T090000Z", ended)
    assert busy(*[sent] * 1_000) == []


def test_a_rule_that_falls_on_no_day_costs_its_span_only() -> None:
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"
    sent = event("DTSTART:19700101T080000Z", "DTEND:19700101T090000Z", never)
    assert busy(*[sent] * 1_000) == []


WHOLE = file_of(
    BERLIN_OF_OUTLOOK,
    event("DTSTART;TZID=Own Time:20260105T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"),
    event("RECURRENCE-ID:20261214T080000Z", "DTSTART:20261215T120000Z", "DTEND:20261215T123000Z"),
    event(
        "DTSTART;VALUE=DATE:20261221", "EXDATE:20261207T080000Z", "RDATE;VALUE=PERIOD:20261202T080000Z/PT1H"
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 40), st.text("0129TZ:;=,-/PMON\r\n", max_size=8))
def test_a_broken_calendar_is_read_or_refused(at: int, gone: int, put: str) -> None:
    broken = WHOLE[:at] + put.encode() + WHOLE[at + gone :]
    with suppress(CalendarUnreadable):
        found = busy_times(broken, SPAN, COPENHAGEN)
        assert all(each.starts_at <= each.ends_at for each in found)
