from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.network.clinic_details import ClinicDetails
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.outbox import outbox_row
from tests.builders.calls import ask, event, member
from tests.builders.claims import outbox_rows
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    begun,
    book,
    bookings,
    guarantee_of,
    soon,
    staged,
    stored,
)

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


def set_notice(stage: Stage, hours: int) -> None:
    details = ClinicDetails((), ("da",), hours)
    tables.commit([Update("network", stage.clinic_id, "CLINIC", set={"details": to_item(details)})])


def test_the_clinics_own_notice_window_counts_from_the_booking_on(stage: Stage) -> None:
    set_notice(stage, 48)
    starts_at = soon(40)
    booked = book(guarantee_of(), stage.free_slot(starts_at=starts_at)).body
    set_notice(stage, 1)
    assert (booked["noticeHours"], booked["lateFrom"]) == (48, instant(starts_at - timedelta(hours=48)))
    assert booked["paidByMember"] is False
    later = stage.free_slot(starts_at=soon(44))
    moved = act(booked["bookingId"], "reschedule", body={"slotId": later, "reason": "other-time"}).body
    assert (moved["lateCancellation"], moved["noticeHours"], moved["reason"]) == (True, 48, "other-time")
    cancelled = act(booked["bookingId"], "cancel", body={"reason": "illness"}).body
    shown = {name: cancelled[name] for name in ("lateCancellation", "paidByMember", "reason")}
    assert shown == {"lateCancellation": True, "paidByMember": True, "reason": "illness"}


def test_a_cancellation_in_time_costs_the_member_nothing(stage: Stage) -> None:
    set_notice(stage, 1)
    booking_id = book(guarantee_of(), stage.free_slot(starts_at=soon(2))).body["bookingId"]
    answer = act(booking_id, "cancel").body
    assert (answer["lateCancellation"], answer["paidByMember"]) == (False, False)


@pytest.mark.parametrize("body", [{"reason": "bored"}, {"reason": "practitioner-absent"}, {"because": "ill"}])
def test_a_reason_that_is_none_is_422_and_cancels_nothing(stage: Stage, body: dict[str, str]) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    assert act(booking_id, "cancel", body=body).status == 422
    assert DynamoBookings().find(booking_id).status == "booked"


def test_a_cancellation_needs_no_body(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    call = event("POST", f"/v1/bookings/{booking_id}/cancel", by=member(ANNA))
    assert ask(bookings(), call).status == 200


def test_the_event_of_a_change_says_where_the_booking_is_read(stage: Stage, aws: dict[str, Any]) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    act(booking_id, "cancel", body={"reason": "illness"})
    [row] = outbox_rows(aws, "booking.cancelled")
    assert outbox_row.read(row).content["data"]["links"] == {"booking": f"/v1/bookings/{booking_id}"}
    assert "illness" not in str(row)


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


@pytest.mark.parametrize(("hours", "late"), [(3, True), (72, False)])
def test_everybody_reads_that_a_booking_was_moved_late_and_what_the_member_owes(
    stage: Stage, aws: dict[str, Any], hours: float, late: bool
) -> None:
    booking_id = book(guarantee_of(), stage.free_slot(starts_at=soon(hours))).body["bookingId"]
    later = stage.free_slot(starts_at=soon(168))
    moved = act(booking_id, "reschedule", body={"slotId": later}).body
    read = ask(bookings(), event("GET", f"/v1/bookings/{booking_id}", by=member(ANNA))).body
    [listed] = stage.get("/v1/bookings").body["items"]
    [row] = outbox_rows(aws, "booking.rescheduled")
    told = [moved, read, listed, outbox_row.read(row).content["data"]]
    assert {(each["movedLate"], each["movedFrom"]) for each in told} == {(late, instant(soon(hours)))}
    cancelled = act(booking_id, "cancel").body
    assert moved["lateCancellation"] is late
    # In good time for the new time: what the move cost stays due, and nothing is added.
    assert (cancelled["lateCancellation"], cancelled["paidByMember"]) == (False, False)
    left = [{"startsAt": instant(soon(hours)), "service": "first", "because": "moved-late"}] if late else None
    assert [each.get("owedTimes") for each in (moved, read, cancelled, listed)] == [left] * 4
    owed = {"amount": "450.00", "currency": "DKK"} if late else None
    assert [each.get("memberPays") for each in (moved, read, cancelled, listed)] == [owed, owed, owed, None]


def test_after_a_late_move_the_answer_says_until_when_the_new_time_is_free_to_give_up(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot(starts_at=soon(3))).body["bookingId"]
    moved = act(booking_id, "reschedule", body={"slotId": stage.free_slot(starts_at=soon(10))}).body
    assert moved["lateFrom"] == instant(soon(10) - timedelta(hours=moved["noticeHours"]))
    cancelled = act(booking_id, "cancel").body
    assert [owed["because"] for owed in cancelled["owedTimes"]] == ["moved-late", "cancelled-late"]
    assert cancelled["memberPays"] == {"amount": "900.00", "currency": "DKK"}


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
    body = {"slotId": stage.free_slot(starts_at=soon(80))} if verb == "reschedule" else {}
    assert act(booking_id, verb, by=member(BO), body=body).status == 404
