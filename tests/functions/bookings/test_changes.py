from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from tests.builders.calls import member
from tests.builders.claims import outbox_rows
from tests.builders.network import BO, Stage, act, begun, book, guarantee_of, soon, staged, stored

pytestmark = pytest.mark.usefixtures("aws")


def test_a_cancellation_in_time_frees_slot_and_session(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    booking_id = book(guarantee, slot_id).body["bookingId"]
    answer = act(booking_id, "cancel")
    assert (answer.status, answer.body["lateCancellation"]) == (200, False)
    assert DynamoSlots().find(slot_id).status == "free"
    assert stored(guarantee)["sessionsBooked"] == 0
    assert len(outbox_rows(aws, "booking.cancelled")) == 1


def test_a_cancellation_within_a_day_is_late_and_gives_the_session_back(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot(starts_at=soon(20))).body["bookingId"]
    assert act(booking_id, "cancel").body["lateCancellation"] is True
    assert stored(guarantee)["sessionsBooked"] == 0


def test_a_second_cancellation_is_a_conflict_and_counts_nothing(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    assert [act(booking_id, "cancel").status for _ in range(2)] == [200, 409]
    assert stored(guarantee)["sessionsBooked"] == 0


def test_a_session_that_has_begun_is_not_cancelled(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    begun(booking_id)
    assert act(booking_id, "cancel").body["code"] == "session-has-begun"


def test_a_booking_moves_and_the_old_slot_is_free_again(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, old, new = (
        guarantee_of(sessions_granted=1),
        stage.free_slot(),
        stage.free_slot(starts_at=soon(80)),
    )
    booking_id = book(guarantee, old).body["bookingId"]
    answer = act(booking_id, "reschedule", body={"slotId": new})
    assert (answer.status, answer.body["slotId"]) == (200, new)
    assert [DynamoSlots().find(slot_id).status for slot_id in (old, new)] == ["free", "booked"]
    assert stored(guarantee)["sessionsBooked"] == 1
    assert len(outbox_rows(aws, "booking.rescheduled")) == 1


def test_a_move_to_a_taken_slot_changes_nothing(stage: Stage) -> None:
    old, taken = stage.free_slot(), stage.free_slot(starts_at=soon(80))
    book(guarantee_of(BO), taken, by=member(BO))
    booking_id = book(guarantee_of(), old).body["bookingId"]
    answer = act(booking_id, "reschedule", body={"slotId": taken})
    assert answer.body["code"] == "slot-taken"
    assert DynamoSlots().find(old).booking_id == booking_id


@pytest.mark.parametrize(
    ("to", "code"), [("own", "booking-in-that-slot"), ("other", "guarantee-bound-elsewhere")]
)
def test_a_booking_only_moves_to_a_slot_of_the_same_practitioner(stage: Stage, to: str, code: str) -> None:
    slot_id = stage.free_slot()
    booking_id = book(guarantee_of(), slot_id).body["bookingId"]
    there = slot_id if to == "own" else staged("other").free_slot(starts_at=soon(80))
    answer = act(booking_id, "reschedule", body={"slotId": there})
    assert (answer.status, answer.body["code"]) == (422, code)


@pytest.mark.parametrize("verb", ["cancel", "reschedule"])
def test_another_member_cannot_change_a_booking(stage: Stage, verb: str) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    body = {"slotId": stage.free_slot(starts_at=soon(80))}
    assert act(booking_id, verb, by=member(BO), body=body).status == 404
