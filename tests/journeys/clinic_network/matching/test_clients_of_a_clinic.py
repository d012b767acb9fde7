"""A matched client in the clinic's list, in the practitioner's own calendar, and with one first session."""

from __future__ import annotations

from typing import Any

from local.demo.http_client import client
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clinic_network.matching.test_declined_match import declined, granted, match
from tests.journeys.clinic_network.waitlist.test_waitlist_offer import Practice


def test_a_client_is_listed_from_the_match_on_until_the_clinic_declines(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    case, practice = PlayedCase(stack, Journey(lambda _: None)), Practice.of(stack)
    guarantee_id = granted(case, case.users.staff("caseworker"))

    def listed() -> dict[str, Any] | None:
        """Returns the client as the clinic lists them among those who were granted last."""
        path = f"/v1/clinics/{stack.clinic_id}/guarantees?status=active&limit=100"
        items = practice.clinic.get(path).body["items"]
        return next((item for item in items if item["guaranteeId"] == guarantee_id), None)

    assert listed() is None
    to = {"clinicId": stack.clinic_id, "practitionerId": practice.practitioner_id}
    match(case.users.staff("caseworker"), f"/v1/guarantees/{guarantee_id}", to)
    found = until("the client in the list", listed)
    assert found["client"]["name"]
    assert (found["sessionsLeft"], "nextBooking" in found) == (3, False)

    feed = practice.clinic.send("POST", f"{practice.path}/calendar-feed", b"{}")
    assert feed.status == 201, feed.body
    wanted = {"guaranteeId": guarantee_id, "slotId": practice.slot["slotId"], "service": "first"}
    booking = case.member.post("/v1/bookings", wanted)
    assert booking.status_code == 201, booking.text
    until("the next booking", lambda: "nextBooking" in (listed() or {}))
    calendar = until("the session in the feed", lambda: _with_a_session(feed.body["address"]))
    assert found["client"]["name"] not in calendar

    another = {"guaranteeId": guarantee_id, "slotId": practice.another_slot()["slotId"]}
    again = case.member.post("/v1/holds", another)
    assert (again.status_code, again.json()["code"]) == (422, "first-session-booked")
    case.member.post(f"/v1/bookings/{booking.json()['bookingId']}/cancel", {})
    assert declined(case, f"/v1/guarantees/{guarantee_id}", {"reason": "no-capacity"}).status == 200
    until("the client out of the list", lambda: listed() is None)


def _with_a_session(address: str) -> str | None:
    text = client().get(address, timeout=60).text
    return text if "BEGIN:VEVENT" in text else None
