from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import BookingId
from helsebro.local_day import local_day
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.platform import clock
from tests.builders.calls import ask
from tests.builders.claims import outbox_rows
from tests.builders.network import (
    Stage,
    act,
    begun,
    book,
    change_booking,
    clinic_events,
    guarantee_of,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")


def guarantee_counts(booking_id: BookingId) -> tuple[int, int]:
    from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees

    guarantee = DynamoGuarantees().find(DynamoBookings().find(booking_id).guarantee_id)
    return guarantee.sessions_booked, guarantee.sessions_used


@pytest.mark.parametrize(
    ("kind", "status", "counts"), [("session.held", "held", (1, 1)), ("session.missed", "missed", (0, 0))]
)
def test_a_session_that_is_reported_several_times_counts_once(
    stage: Stage, booked: BookingId, aws: dict[str, Any], kind: str, status: str, counts: tuple[int, int]
) -> None:
    begun(booked)
    assert [stage.event(kind, {"bookingId": booked}).status for _ in range(2)] == [202, 202]
    assert DynamoBookings().find(booked).status == status
    assert guarantee_counts(booked) == counts
    assert len(outbox_rows(aws, kind)) == 1


@pytest.mark.parametrize("kind", ["session.held", "session.missed"])
def test_a_session_is_not_reported_before_its_day(stage: Stage, booked: BookingId, kind: str) -> None:
    answer = stage.event(kind, {"bookingId": booked})
    assert (answer.status, answer.body["code"]) == (422, "session-not-begun")
    assert DynamoBookings().find(booked).status == "booked"
    assert guarantee_counts(booked) == (1, 0)


def test_a_missed_session_was_not_held(stage: Stage, booked: str) -> None:
    begun(booked)
    stage.event("session.missed", {"bookingId": booked})
    assert stage.event("session.held", {"bookingId": booked}).status == 409


@pytest.mark.parametrize(
    ("reason", "code"), [("practitioner-absent", "not-a-clients-reason"), ("xx", "unknown-value")]
)
def test_a_client_does_not_cancel_for_a_reason_that_is_the_clinics_or_none(
    stage: Stage, booked: BookingId, reason: str, code: str
) -> None:
    """Otherwise the client would pay for the late cancellation (F0-28)."""
    answer = stage.event("session.cancelled", {"bookingId": booked, "by": "client", "reason": reason})
    faults = [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]
    assert (answer.status, faults) == (422, [("/data/reason", code)])
    assert DynamoBookings().find(booked).status == "booked"


@pytest.mark.parametrize(("by", "left"), [("clinic", "withdrawn"), ("client", "free")])
def test_a_cancelled_session_gives_the_session_back_once(
    stage: Stage, booked: BookingId, aws: dict[str, Any], by: str, left: str
) -> None:
    data = {"bookingId": booked, "by": by}
    stage.event("session.cancelled", data)
    assert DynamoSlots().find(DynamoBookings().find(booked).slot_id).status == left
    assert guarantee_counts(booked) == (0, 0)
    assert len(outbox_rows(aws, "session.cancelled")) == 1


def test_a_clinic_may_report_twice_that_it_cancelled(stage: Stage, booked: BookingId) -> None:
    statuses = [stage.event("session.cancelled", {"bookingId": booked}).status for _ in range(2)]
    assert statuses == [202, 202]
    assert guarantee_counts(booked) == (0, 0)


@pytest.mark.parametrize(("first", "then"), [("client", "clinic"), ("clinic", "client")])
def test_a_session_is_cancelled_by_who_cancelled_it_first(
    stage: Stage, booked: BookingId, aws: dict[str, Any], first: str, then: str
) -> None:
    reports = [{"bookingId": booked, "by": by} for by in (first, first, then)]
    statuses = [stage.event("session.cancelled", report).status for report in reports]
    assert statuses == [202, 202, 409]
    assert len(outbox_rows(aws, "session.cancelled")) == 1


@pytest.mark.parametrize(
    ("kind", "by", "status"),
    [
        ("session.cancelled", {"by": "clinic", "reason": "practitioner-absent"}, 409),
        ("session.cancelled", {"by": "client"}, 202),
        ("session.missed", {}, 409),
        ("session.held", {}, 409),
    ],
)
def test_a_booking_that_the_member_cancelled_takes_no_other_report(
    stage: Stage, booked: BookingId, kind: str, by: dict[str, str], status: int
) -> None:
    assert act(booked, "cancel").status == 200
    slot_id = DynamoBookings().find(booked).slot_id
    answer = stage.event(kind, {"bookingId": booked, **by})
    assert (answer.status, DynamoSlots().find(slot_id).status) == (status, "free")
    if status == 409:
        assert answer.body["code"] == "booking-closed"


@pytest.mark.parametrize("kind", ["session.held", "session.missed", "session.cancelled"])
def test_the_booking_of_another_clinic_is_404_like_an_unknown_one(booked: str, kind: str) -> None:
    other = staged("other")
    foreign = other.event(kind, {"bookingId": booked})
    unknown = other.event(kind, {"bookingId": f"{booked[:-1]}{'a' if booked[-1] != 'a' else 'q'}"})
    assert (foreign.status, foreign.body) == (unknown.status, unknown.body)
    assert foreign.status == 404


def test_a_replayed_message_has_no_second_effect(
    stage: Stage, booked: BookingId, aws: dict[str, Any]
) -> None:
    begun(booked)
    call = stage.event_call("session.held", {"bookingId": booked})
    first, second = ask(clinic_events(), call), ask(clinic_events(), call)
    assert (first.status, second.status) == (202, 202)
    assert second.headers["idempotency-replayed"] == "true"
    assert guarantee_counts(booked) == (1, 1)
    assert len(outbox_rows(aws, "session.held")) == 1


def follow_up(stage: Stage, hours: float) -> str:
    """Returns the id of a free slot; of follow-ups a guarantee has many."""
    return stage.free_slot(starts_at=soon(hours), service="follow-up")


def test_the_counts_of_a_guarantee_always_match_its_bookings(stage: Stage) -> None:
    guarantee = guarantee_of()
    ids = [
        str(book(guarantee, follow_up(stage, hours), service="follow-up").body["bookingId"])
        for hours in (72, 74, 76)
    ]
    begun(ids[0])
    stage.event("session.held", {"bookingId": ids[0]})
    stage.event("session.cancelled", {"bookingId": ids[1]})
    item = stored(guarantee)
    assert (item["sessionsBooked"], item["sessionsUsed"]) == (2, 1)


def test_the_day_of_the_first_session_is_kept_when_later_ones_are_held(stage: Stage) -> None:
    guarantee = guarantee_of()
    slots = [follow_up(stage, hours) for hours in (72, 122)]
    booked = [str(book(guarantee, slot, service="follow-up").body["bookingId"]) for slot in slots]
    assert "begunOn" not in stored(guarantee)
    days = []
    for booking_id, minutes_ago in zip(booked, (4320, 60), strict=True):
        begun(booking_id, minutes_ago)
        stage.event("session.held", {"bookingId": booking_id})
        days.append(stored(guarantee)["begunOn"])
    assert days[0] == days[1]
    assert stored(guarantee)["sessionsUsed"] == 2


def ago(**span: float) -> str:
    return instant(clock.now() - timedelta(**span))


@pytest.mark.parametrize("kind", ["session.held", "session.missed", "session.cancelled"])
@pytest.mark.parametrize(
    ("booked_ago", "happened", "code"),
    [
        ({"days": 2}, {"days": 900}, "event-before-booking"),
        ({"minutes": 1}, {"minutes": 7}, "event-before-booking"),
        ({"minutes": 1}, {"minutes": 3}, None),
        ({"days": 400}, {"days": 399}, "event-before-session"),
        ({"days": 2}, {"minutes": -6}, "event-in-the-future"),
        ({"days": 2}, {"minutes": -4}, None),
    ],
)
def test_a_report_lies_between_its_booking_or_session_and_now(
    stage: Stage,
    booked: BookingId,
    kind: str,
    booked_ago: dict[str, float],
    happened: dict[str, float],
    code: str | None,
) -> None:
    made_at = clock.now() - timedelta(**booked_ago)
    if kind != "session.cancelled":
        begun(booked)
    change_booking(booked, bookedAt=instant(made_at))
    answer = stage.event(kind, {"bookingId": booked}, timestamp=ago(**happened))
    if code is None or (code == "event-before-session" and kind == "session.cancelled"):
        assert answer.status == 202, answer.body
        return
    [fault] = answer.body["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (422, "/timestamp", code)
    bound = {
        "event-before-booking": local_day(made_at),
        "event-before-session": DynamoBookings().find(booked).on,
    }.get(code, local_day(clock.now() + timedelta(minutes=5)))
    assert f" {bound.day}. " in fault["detail"]
    assert DynamoBookings().find(booked).status == "booked"


def test_a_fault_of_the_data_does_not_hide_that_a_report_is_too_early(
    stage: Stage, booked: BookingId
) -> None:
    data = {"bookingId": booked, "reason": "xx"}
    answer = stage.event("session.cancelled", data, timestamp=ago(days=900))
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == {
        ("/data/reason", "unknown-value"),
        ("/timestamp", "event-before-booking"),
    }
    foreign = staged("other").event("session.cancelled", data, timestamp=ago(days=900))
    assert [fault["code"] for fault in foreign.body["errors"]] == ["unknown-value"]
