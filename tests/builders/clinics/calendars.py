"""Subscribed calendars for tests: a clinic without a system, and what its practitioner's calendar says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from helsebro.calendars.subscriptions.calendar_fault import CalendarFault
from helsebro.calendars.subscriptions.calendar_subscription import CalendarUnreadable
from helsebro_aws.calendars.subscriptions.calendar_reading import CalendarReading
from tests.builders.calls import Answered, ask, event, signed
from tests.builders.network import SECRET, Stage

ADDRESS = "https://calendar.klinik.example/private-3f1c/basic.ics"
EVERY_DAY = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def subscriptions() -> Any:
    """Returns the function's handler."""
    from functions.clinic_systems.calendar_subscriptions.handler import handler

    return handler


def body(**changes: Any) -> dict[str, Any]:
    """Returns the body of a subscription: two sessions every morning."""
    times = [
        {"weekday": day, "opens": "09:00", "closes": "11:00", "minutes": 60, "service": "follow-up"}
        for day in EVERY_DAY
    ]
    return {name: part for name, part in ({"icsUrl": ADDRESS, "times": times} | changes).items() if part}


def path_of(stage: Stage) -> str:
    """Returns the path of the practitioner's calendar."""
    return f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}/calendar"


def subscribe(stage: Stage, **changes: Any) -> Answered:
    """Returns the answer to a subscription by the clinic's system."""
    return ask(subscriptions(), _signed(stage, "PUT", body(**changes)))


def state(stage: Stage, by: dict[str, Any] | None = None) -> Answered:
    """Returns how reading the calendar goes, as the clinic or another caller sees it."""
    return ask(subscriptions(), event("GET", path_of(stage), by=by) if by else _signed(stage, "GET"))


def unsubscribe(stage: Stage) -> Answered:
    """Returns the answer to the end of the subscription."""
    return ask(subscriptions(), _signed(stage, "DELETE"))


def _signed(stage: Stage, method: str, sent: Any = None) -> dict[str, Any]:
    return signed(method, path_of(stage), clinic_id=stage.clinic_id, secret=SECRET, body=sent)


@dataclass
class GivenCalendar:
    """A calendar that says what the test lets it say, or cannot be read."""

    busy: list[tuple[datetime, datetime]] = field(default_factory=list)
    fault: CalendarFault | None = None
    asked: list[str] = field(default_factory=list)
    meanwhile: Callable[[], object] = lambda: None

    def __call__(self, address: str) -> bytes:
        self.asked.append(address)
        self.meanwhile()
        if self.fault:
            raise CalendarUnreadable(self.fault)
        events = "".join(
            f"BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:Secret\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
            f"DTEND:{end:%Y%m%dT%H%M%SZ}\r\nEND:VEVENT\r\n"
            for n, (start, end) in enumerate(self.busy)
        )
        return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n".encode()


def reading(calendar: GivenCalendar) -> CalendarReading:
    """Returns what reads this calendar."""
    return CalendarReading(fetch=calendar)
