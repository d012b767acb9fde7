"""Calendar text: appointments as iCalendar (RFC 5545), for the calendars of phones and computers.

It says when, where and perhaps whom to phone, and nothing about health: who treats, what and who pays are
left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from helsebro.bookings.booking import Booking
from helsebro.network.address import Address

LONGEST_LINE = 75
"""In bytes, without the line's end (RFC 5545, 3.1)."""
REFRESHED = "PT1H"
"""How often a calendar should read a feed."""
WITHOUT_ENTRIES = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar has at least one component (RFC 5545, 3.6): that of one without appointments."""


@dataclass(frozen=True)
class CalendarEntry:
    """One appointment. ``revision`` grows with each change, so that a calendar keeps the latest one."""

    uid: str
    revision: int
    revised_at: datetime
    starts_at: datetime
    ends_at: datetime
    place: str
    is_cancelled: bool = False
    call: str = ""

    @classmethod
    def of(cls, booking: Booking, address: Address | None, call: str = "") -> CalendarEntry:
        """Returns the entry of a booking at the practitioner's address; its uid shows nothing of the case.

        ``call`` says whom to phone.
        """
        is_cancelled = booking.status == "cancelled"
        digest = hashlib.sha256(f"calendar\n{booking.booking_id}".encode()).hexdigest()
        return cls(
            uid=f"{digest[:32]}@helsebro",
            revision=booking.moves + booking.relocations + is_cancelled,
            revised_at=booking.cancelled_at or _last_changed(booking),
            starts_at=booking.starts_at,
            ends_at=booking.ends_at,
            place=f"{address.street}, {address.postcode} {address.city}" if address else "",
            is_cancelled=is_cancelled,
            call=call,
        )


def _last_changed(booking: Booking) -> datetime:
    return max(filter(None, (booking.booked_at, booking.moved_at, booking.relocated_at)))


def calendar_text(entries: Sequence[CalendarEntry], summary: str, feed_name: str = "") -> str:
    """Returns the entries as a calendar, each titled ``summary``; a feed to subscribe to has a name."""
    feed = (
        f"NAME:{_escaped(feed_name)}",
        f"X-WR-CALNAME:{_escaped(feed_name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESHED}",
        f"X-PUBLISHED-TTL:{REFRESHED}",
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Helsebro//Bookings//EN",
        "CALSCALE:GREGORIAN",
        *(feed if feed_name else ()),
        *(line for entry in entries for line in _event(entry, summary)),
        *(() if entries else WITHOUT_ENTRIES),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: CalendarEntry, summary: str) -> Iterable[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"SEQUENCE:{entry.revision}"
    yield f"DTSTAMP:{_instant(entry.revised_at)}"
    yield f"DTSTART:{_instant(entry.starts_at)}"
    yield f"DTEND:{_instant(entry.ends_at)}"
    yield f"SUMMARY:{_escaped(summary)}"
    if entry.place:
        yield f"LOCATION:{_escaped(entry.place)}"
    if entry.call:
        yield f"DESCRIPTION:{_escaped(entry.call)}"
    yield f"STATUS:{'CANCELLED' if entry.is_cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if entry.is_cancelled else 'OPAQUE'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    """Returns an instant in UTC, which needs no time zone in the file and survives each change of a clock."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Returns a text value (RFC 5545, 3.3.11) on one line, without control characters."""
    visible = "".join(each for each in text if each >= " " and each != "\x7f")
    return visible.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Yields a line in parts of at most 75 bytes; each but the first begins with a space."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
