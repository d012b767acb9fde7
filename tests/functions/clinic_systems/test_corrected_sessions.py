"""A clinic corrects whether a session was held: its last word counts, however often and in whatever order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import BookingId
from helsebro.reconciliation.reconcile import differences_in
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.reconciliation.case_reader import CaseReader
from tests.builders.calls import Answered
from tests.builders.claims import outbox_rows
from tests.builders.network import Stage, act, begun, book, change_booking, guarantee_of, soon, staged, stored

pytestmark = pytest.mark.usefixtures("aws")


def counts(booking_id: BookingId) -> tuple[str, int, int]:
    booking = DynamoBookings().find(booking_id)
    guarantee = DynamoGuarantees().find(booking.guarantee_id)
    return booking.status, guarantee.sessions_booked, guarantee.sessions_used


def corrected(stage: Stage, booking_id: str, became: str, seconds_ago: int = 0) -> Answered:
    at = instant(clock.now() - timedelta(seconds=seconds_ago))
    data = {"bookingId": booking_id, "became": became}
    return stage.event("session.corrected", data, timestamp=at)


def reserved_differences(booking_id: BookingId) -> list[str]:
    claim_id = DynamoBookings().find(booking_id).claim_id
    return [each.kind for each in differences_in(CaseReader().read(claim_id)) if "reserved" in each.kind]


HELD, MISSED = ("held", 1, 1), ("missed", 0, 0)


@pytest.mark.parametrize(
    "first, became, counted", [("held", "missed", MISSED), ("missed", "held", HELD)], ids=["missed", "held"]
)
def test_the_opposite_of_a_report_counts_once(
    stage: Stage,
    booked: BookingId,
    aws: dict[str, Any],
    first: str,
    became: str,
    counted: tuple[str, int, int],
) -> None:
    begun(booked)
    assert stage.event(f"session.{first}", {"bookingId": booked}).status == 202
    assert [corrected(stage, booked, became).status for _ in range(3)] == [202, 202, 202]
    assert counts(booked) == counted
    assert [len(outbox_rows(aws, f"session.{each}")) for each in (first, became)] == [1, 1]
    assert reserved_differences(booked) == []


def test_each_further_correction_counts_and_the_sums_stay_right(stage: Stage, booked: BookingId) -> None:
    begun(booked)
    stage.event("session.held", {"bookingId": booked})
    for became, counted in (("missed", MISSED), ("held", HELD), ("missed", MISSED), ("held", HELD)):
        assert corrected(stage, booked, became).status == 202
        assert (counts(booked), reserved_differences(booked)) == (counted, [])


@pytest.mark.parametrize("first, later", [("held", "missed"), ("missed", "held")])
def test_an_older_correction_that_comes_late_changes_nothing(
    stage: Stage, booked: BookingId, first: str, later: str
) -> None:
    begun(booked)
    stage.event(f"session.{first}", {"bookingId": booked})
    assert corrected(stage, booked, later, seconds_ago=10).status == 202
    late = corrected(stage, booked, first, seconds_ago=20)
    [fault] = late.body["errors"]
    assert (late.status, fault["pointer"], fault["code"]) == (422, "/timestamp", "event-before-correction")
    assert counts(booked)[0] == later


def test_a_correction_that_says_what_is_so_is_the_last_word_all_the_same(
    stage: Stage, booked: BookingId
) -> None:
    begun(booked)
    stage.event("session.held", {"bookingId": booked})
    assert corrected(stage, booked, "held", seconds_ago=10).status == 202
    assert corrected(stage, booked, "missed", seconds_ago=20).status == 422
    assert counts(booked) == HELD


@pytest.mark.parametrize("became, counted", [("missed", MISSED), ("held", HELD)])
def test_a_correction_that_comes_before_the_report_is_the_report(
    stage: Stage, booked: BookingId, became: str, counted: tuple[str, int, int]
) -> None:
    begun(booked)
    assert corrected(stage, booked, became).status == 202
    assert counts(booked) == counted
    opposite = "held" if became == "missed" else "missed"
    late = stage.event(f"session.{opposite}", {"bookingId": booked})
    assert (late.status, late.body["code"]) == (409, "booking-closed")
    assert counts(booked) == counted


def test_an_invoiced_session_was_held_until_it_is_credited(stage: Stage, booked: BookingId) -> None:
    begun(booked)
    stage.event("session.held", {"bookingId": booked})
    change_booking(booked, invoicedBy="inv_1")
    answer = corrected(stage, booked, "missed")
    assert (answer.status, answer.body["code"]) == (409, "session-invoiced")
    assert counts(booked) == HELD


def test_a_session_whose_place_is_booked_again_was_not_held_as_well(stage: Stage) -> None:
    guarantee = guarantee_of(sessions_granted=1)
    booked = BookingId(book(guarantee, stage.free_slot()).body["bookingId"])
    begun(booked)
    stage.event("session.missed", {"bookingId": booked})
    assert book(guarantee, stage.free_slot(starts_at=soon(200))).status == 201
    answer = corrected(stage, booked, "held")
    assert (answer.status, answer.body["code"]) == (422, "guarantee-used-up")
    assert DynamoBookings().find(booked).status == "missed"
    assert (stored(guarantee)["sessionsBooked"], stored(guarantee)["sessionsUsed"]) == (1, 0)


def test_a_cancelled_session_is_not_corrected(stage: Stage, booked: BookingId) -> None:
    assert act(booked, "cancel").status == 200
    begun(booked)
    answer = corrected(stage, booked, "held")
    assert (answer.status, answer.body["code"]) == (409, "booking-closed")


def test_a_session_is_not_corrected_before_its_day(stage: Stage, booked: BookingId) -> None:
    answer = corrected(stage, booked, "held")
    assert answer.status == 422
    assert DynamoBookings().find(booked).status == "booked"


def test_another_clinics_session_is_404_like_an_unknown_one(booked: BookingId) -> None:
    other = staged("other")
    foreign = corrected(other, booked, "missed")
    unknown = corrected(other, f"{booked[:-1]}{'a' if booked[-1] != 'a' else 'q'}", "missed")
    assert (foreign.status, foreign.body) == (unknown.status, unknown.body)
    assert foreign.status == 404


def test_what_a_session_became_is_held_or_missed(stage: Stage, booked: BookingId) -> None:
    begun(booked)
    answer = corrected(stage, booked, "cancelled")
    assert [(each["pointer"], each["code"]) for each in answer.body["errors"]] == [
        ("/data/became", "unknown-value")
    ]
