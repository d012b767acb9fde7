"""Eight weekly sessions in one act on the stack, and the member's own calendar that follows them."""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from icalendar import Calendar, Event

from local.demo.http_client import client
from local.journey import treatment
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import PRACTITIONER

EIGHT = 8


@pytest.fixture(scope="module")
def case(running_stack: Stack) -> PlayedCase:
    return PlayedCase(StackAddresses.of(running_stack.addresses), Journey(lambda _: None), sessions=EIGHT)


def weekly_slots(case: PlayedCase) -> list[str]:
    """A new practitioner offers nine o'clock on nine Mondays; returns the slots as the member finds them."""
    clinic, key = case.clinic, f"series-{secrets.token_hex(4)}"
    made = clinic.put(f"/v1/clinics/{clinic.clinic_id}/practitioners/{key}", PRACTITIONER)
    first_day = case.stack.clock.today() + timedelta(days=2)
    row = {
        "keyPrefix": "monday",
        "weekday": "monday",
        "at": "09:00",
        "minutes": 45,
        "service": "follow-up",
        "from": str(first_day),
        "until": str(first_day + timedelta(weeks=EIGHT + 1, days=-1)),
    }
    published = clinic.event("slots.published", {"practitionerKey": key, "recurring": [row]})
    first = min(published.body["published"], key=lambda slot: str(slot["key"]))["slotId"]
    path = f"/v1/practitioners/{made.body['practitionerId']}/slots?sameTimeAs={first}&weeks={EIGHT + 1}"
    found = case.journey.step("the member finds the same hour of later weeks", case.member.get(path), 200)
    return [str(slot["slotId"]) for slot in found.json()["items"]]


def entries(address: str) -> list[Any]:
    """Returns the entries that a phone reads from a feed, without a login."""
    answer = client().get(address, timeout=60)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    return [part for part in Calendar.from_ical(answer.text).walk() if isinstance(part, Event)]


def test_eight_weekly_sessions_are_booked_in_one_act_and_stand_in_the_members_calendar(
    case: PlayedCase,
) -> None:
    member, guarantee_id = case.member, case.guarantee_id
    slot_ids = weekly_slots(case)
    assert len(slot_ids) == EIGHT + 1

    too_many = {"guaranteeId": guarantee_id, "slotIds": [*slot_ids, "slt_unknown"]}
    refused = case.journey.step("faults", member.post("/v1/bookings/series", too_many), 422).json()
    assert [(fault["pointer"], fault["code"]) for fault in refused["errors"]] == [
        ("/slotIds/8", "too-few-sessions-left"),
        ("/slotIds/9", "slot-not-found"),
    ]

    wanted = {"guaranteeId": guarantee_id, "slotIds": slot_ids[:EIGHT]}
    booked = case.journey.step("the whole course is booked", member.post("/v1/bookings/series", wanted), 201)
    booking_ids = [booking["bookingId"] for booking in booked.json()["bookings"]]
    for booking_id in booking_ids:
        until("booking.created", partial(received, case, booking_id))
    assert len(set(booking_ids)) == EIGHT

    feed = case.journey.step("a private feed", member.post("/v1/me/calendar-feed", {}), 201).json()["address"]
    assert [int(entry["SEQUENCE"]) for entry in until("the sessions", lambda: full(feed))] == [0] * EIGHT
    case.journey.step("a cancellation", member.post(f"/v1/bookings/{booking_ids[0]}/cancel", {}), 200)
    moved = member.post(f"/v1/bookings/{booking_ids[1]}/reschedule", {"slotId": slot_ids[EIGHT]})
    case.journey.step("a move", moved, 200)
    file = member.get(f"/v1/bookings/{booking_ids[0]}/calendar")
    assert "STATUS:CANCELLED" in case.journey.step("its calendar file", file, 200).text
    assert sorted(int(entry["SEQUENCE"]) for entry in entries(feed)) == [0] * (EIGHT - 2) + [1, 1]
    case.journey.step("the feed is ended", member.delete("/v1/me/calendar-feed"), 204)
    assert client().get(feed, timeout=60).status_code == 404


def received(case: PlayedCase, booking_id: str) -> dict[str, Any] | None:
    return treatment.received(case.stack, "booking.created", bookingId=booking_id)


def full(feed: str) -> list[Any] | None:
    found = entries(feed)
    return found if len(found) == EIGHT else None
