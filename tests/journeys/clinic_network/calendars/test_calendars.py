"""A clinic's calendar on the stack: weekly times, a replaced span, a withdrawn slot and two cancellations."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from helsebro.local_day import local_day, zone
from local.clinic.clinic_system import ClinicSystem, Reply
from local.journey import treatment
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import PRACTITIONER

COPENHAGEN = zone("DK")
SUNDAY = 6


@dataclass(frozen=True)
class Calendar:
    """The calendar of a new practitioner at the demo clinic, and a member with a guarantee there."""

    clinic: ClinicSystem
    case: PlayedCase
    key: str
    practitioner_id: str

    def free(self, start: datetime, end: datetime) -> list[dict[str, Any]]:
        """Returns the free slots as the member sees them."""
        span = f"from={start:%Y-%m-%dT%H:%M:%SZ}&to={end:%Y-%m-%dT%H:%M:%SZ}"
        answer = self.case.member.get(f"/v1/practitioners/{self.practitioner_id}/slots?{span}")
        return list(self.case.journey.step("the member sees free slots", answer, 200).json()["items"])

    def book(self, hours: float) -> dict[str, Any]:
        """Publishes a slot so many hours ahead, and books it."""
        starts_at = (self.clinic.now() + timedelta(hours=hours)).replace(second=0, microsecond=0)
        slot = {
            "key": f"s-{secrets.token_hex(4)}",
            "startsAt": f"{starts_at:%Y-%m-%dT%H:%M:%SZ}",
            "endsAt": f"{starts_at + timedelta(minutes=30):%Y-%m-%dT%H:%M:%SZ}",
            "service": "follow-up",
        }
        [published] = self.clinic.publish_slots(self.key, [slot]).body["published"]
        case = self.case
        booking = treatment.book_slot(
            case.journey, case.stack, case.member, case.guarantee_id, {**slot, **published}
        )
        return {**booking, "key": slot["key"]}

    def cancel(self, booking: dict[str, Any], reason: str) -> dict[str, Any]:
        """The member cancels a booking; returns the answer."""
        path = f"/v1/bookings/{booking['bookingId']}/cancel"
        answer = self.case.member.post(path, {"reason": reason})
        return dict(self.case.journey.step("the member cancels", answer, 200).json())

    def send(self, kind: str, **data: Any) -> Reply:
        """The clinic's system sends an event about the calendar."""
        return self.clinic.event(kind, {"practitionerKey": self.key, **data})


@pytest.fixture(scope="module")
def calendar(running_stack: Stack) -> Calendar:
    stack = StackAddresses.of(running_stack.addresses)
    clinic, key = stack.clinic_system(), f"calendar-{secrets.token_hex(4)}"
    made = clinic.put(f"/v1/clinics/{stack.clinic_id}/practitioners/{key}", PRACTITIONER)
    return Calendar(clinic, PlayedCase(stack, Journey(lambda _: None)), key, made.body["practitionerId"])


def last_sunday(month: int, today: date) -> date:
    """Returns the next last Sunday of a month of 31 days, at least a week from today."""
    for year in (today.year, today.year + 1):
        day = date(year, month, 31)
        day -= timedelta(days=(day.weekday() - SUNDAY) % 7)
        if day > today + timedelta(days=7):
            return day
    raise AssertionError


@pytest.mark.parametrize("month", [3, 10])
def test_a_weekly_time_keeps_its_hour_when_the_clock_changes(calendar: Calendar, month: int) -> None:
    change = last_sunday(month, local_day(calendar.clinic.now()))
    row = {
        "keyPrefix": f"sun-{month}",
        "weekday": "sunday",
        "at": "09:00",
        "minutes": 45,
        "service": "first",
        "from": str(change - timedelta(days=7)),
        "until": str(change),
    }
    assert calendar.send("slots.published", recurring=[row]).status == 202
    start = datetime.combine(change - timedelta(days=8), datetime.min.time(), COPENHAGEN)
    found = calendar.free(start, start + timedelta(days=10))
    local = [datetime.fromisoformat(slot["startsAt"]).astimezone(COPENHAGEN) for slot in found]
    assert [at.date() for at in local] == [change - timedelta(days=7), change]
    assert {at.hour for at in local} == {9}


def test_the_hour_that_the_clock_skips_is_refused_by_name(calendar: Calendar) -> None:
    change = last_sunday(3, local_day(calendar.clinic.now()))
    row = {"keyPrefix": "night", "weekday": "sunday", "at": "02:30", "minutes": 0, "service": "first"}
    days = {"from": str(change), "until": str(change)}
    codes = [
        [fault["code"] for fault in calendar.send("slots.published", recurring=[each]).body["errors"]]
        for each in ({**row, **days}, {**row, **days, "minutes": 45})
    ]
    assert codes == [["too-small"], ["hour-does-not-exist"]]


def test_a_cancellation_in_time_costs_nothing_and_a_late_one_is_the_members(calendar: Calendar) -> None:
    in_time, late = calendar.book(72), calendar.book(20)
    assert in_time["lateFrom"] < in_time["startsAt"]
    assert late["paidByMember"] is False
    answers = calendar.cancel(in_time, "other-time"), calendar.cancel(late, "illness")
    assert [(each["lateCancellation"], each["paidByMember"]) for each in answers] == [
        (False, False),
        (True, True),
    ]
    seen = calendar.clinic.get(f"/v1/bookings/{late['bookingId']}").body
    assert (seen["cancelledBy"], seen["reason"]) == ("member", "illness")


def test_a_slot_withdrawn_under_a_booking_is_cancelled_by_the_clinic(calendar: Calendar) -> None:
    booking = calendar.book(96)
    [fault] = calendar.send("slots.withdrawn", keys=[booking["key"]]).body["errors"]
    assert (fault["code"], booking["bookingId"] in fault["detail"]) == ("slot-not-free", True)
    span = {"from": f"{calendar.clinic.now():%Y-%m-%dT%H:%M:%SZ}", "to": booking["endsAt"]}
    replaced = calendar.send("slots.replaced", **span, slots=[])
    assert [kept["bookingId"] for kept in replaced.body["kept"]] == [booking["bookingId"]]

    cancelled = {"bookingId": booking["bookingId"], "by": "clinic", "reason": "practitioner-absent"}
    assert calendar.clinic.event("session.cancelled", cancelled).status == 202
    seen = calendar.case.member.get(f"/v1/bookings/{booking['bookingId']}").json()
    assert (seen["status"], seen["cancelledBy"], seen["paidByMember"]) == ("cancelled", "clinic", False)
    assert booking["slotId"] not in str(calendar.free(calendar.clinic.now(), _end(booking)))


def _end(booking: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(booking["endsAt"])
