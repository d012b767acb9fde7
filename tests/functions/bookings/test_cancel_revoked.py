"""The coming sessions of a revoked guarantee are cancelled, and no one says that they are paid (F0-15)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import ask, event, member, staff
from tests.builders.clinics.matches import guarantees
from tests.builders.clinics.waitlist import events
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import ANNA, BO, Stage, begun, book, bookings, guarantee_of, soon, stored

pytestmark = pytest.mark.usefixtures("aws")


def revoke(guarantee_id: str) -> None:
    """Revokes a guarantee, and delivers the event twice."""
    path, headers = f"/v1/guarantees/{guarantee_id}/revoke", {"if-match": '"1"'}
    call = event("POST", path, by=staff("caseworker"), body={"reason": "Fejl"}, headers=headers)
    assert ask(guarantees(), call).status == 200
    deliver(guarantee_id)
    deliver(guarantee_id)


def deliver(guarantee_id: str) -> None:
    """Delivers the event of a revoked guarantee."""
    from functions.bookings.cancel_revoked.handler import handler

    known = {**event_of("guarantee.revoked"), "data": {"guaranteeId": guarantee_id}}
    assert comes_again(handler, known) == []


def read(booking_id: str) -> dict[str, Any]:
    """Returns a booking as the member reads it."""
    answer = ask(bookings(), event("GET", f"/v1/bookings/{booking_id}", by=member(ANNA)))
    return dict(answer.body)


def test_a_session_to_come_is_cancelled_by_the_payer_and_free_for_others(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    booking_id = book(guarantee, slot_id).body["bookingId"]
    revoke(guarantee.guarantee_id)
    shown = read(booking_id)
    assert (shown["status"], shown["cancelledBy"], shown["paidByMember"]) == ("cancelled", "payer", False)
    assert [each["bookingId"] for each in events("booking.cancelled")] == [booking_id]
    assert stored(guarantee)["sessionsBooked"] == 0
    assert book(guarantee_of(BO), slot_id, by=member(BO)).status == 201
    held = stage.event("session.held", {"bookingId": booking_id})
    assert (held.status, held.body["code"]) == (409, "booking-closed")


def test_a_session_late_by_the_clinics_window_costs_the_member_nothing_either(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot(starts_at=soon(25))).body["bookingId"]
    revoke(guarantee.guarantee_id)
    assert not read(booking_id)["paidByMember"]


def test_a_session_that_has_begun_stays_and_is_reported(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    begun(booking_id)
    revoke(guarantee.guarantee_id)
    assert read(booking_id)["status"] == "booked"
    assert stage.event("session.held", {"bookingId": booking_id}).status == 202


def test_nothing_is_cancelled_under_a_guarantee_that_is_in_force(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    deliver(guarantee.guarantee_id)
    assert read(booking_id)["status"] == "booked"
