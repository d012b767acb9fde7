"""A practitioner's weekly capacity is kept, whoever books and whatever is moved or cancelled."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.calendars.practitioner_week import week_of
from helsebro.local_day import zone
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from tests.builders.calls import Answered, ask, event, member
from tests.builders.clinics.mondays import monday
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    book,
    guarantee_of,
    hold,
    practitioners,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")
CAROL = "0303831234"


@pytest.fixture
def full() -> Stage:
    """A practitioner who takes two sessions a week."""
    return staged(weeklyCapacity=2)


def booked(stage: Stage, day: int, by: str = ANNA) -> Answered:
    slot_id = stage.free_slot(starts_at=monday() + timedelta(days=day))
    return book(guarantee_of(by), slot_id, by=member(by))


def counted(stage: Stage) -> dict[str, int]:
    rows = tables.query_all("network", stage.practitioner_id, begins="WEEK#")
    return {row["sk"]: int(row["sessions"]) for row in rows if row["sessions"]}


def test_a_booking_beyond_the_capacity_of_the_week_is_refused_and_takes_nothing(full: Stage) -> None:
    assert [booked(full, 0).status, booked(full, 4, BO).status] == [201, 201]
    guarantee = guarantee_of(CAROL)
    slot_id = full.free_slot(starts_at=monday() + timedelta(days=5))
    answer = book(guarantee, slot_id, by=member(CAROL))
    assert (answer.status, answer.body["code"]) == (422, "practitioner-week-full")
    assert answer.body["weeklyCapacity"] == 2
    assert stored(guarantee)["sessionsBooked"] == 0
    assert booked(full, 7, CAROL).status == 201
    assert sorted(counted(full).values()) == [1, 2]


@pytest.mark.parametrize("by", ["member", "clinic"])
def test_a_cancelled_session_leaves_room_in_its_week(full: Stage, by: str) -> None:
    first, _ = booked(full, 0), booked(full, 1, BO)
    booking_id = first.body["bookingId"]
    if by == "member":
        assert act(booking_id, "cancel").status == 200
    else:
        assert full.event("session.cancelled", {"bookingId": booking_id}).status == 202
    assert booked(full, 2, CAROL).status == 201


def test_a_session_that_moves_is_counted_in_its_new_week(full: Stage) -> None:
    first, _ = booked(full, 0), booked(full, 1, BO)
    booking_id = first.body["bookingId"]
    within = {"slotId": full.free_slot(starts_at=monday() + timedelta(days=2))}
    assert act(booking_id, "reschedule", body=within).status == 200
    later = {"slotId": full.free_slot(starts_at=monday() + timedelta(days=8))}
    assert act(booking_id, "reschedule", body=later).status == 200
    assert booked(full, 3, CAROL).status == 201
    back = {"slotId": full.free_slot(starts_at=monday() + timedelta(days=4))}
    refused = act(booking_id, "reschedule", body=back)
    assert (refused.status, refused.body["code"]) == (422, "practitioner-week-full")


def test_what_was_booked_without_a_capacity_counts_when_one_is_set(stage: Stage) -> None:
    assert booked(stage, 0).status == 201
    capacity: dict[str, Any] = {"practitionerKey": stage.key, "weeklyCapacity": 1}
    assert stage.event("practitioner.changed", capacity).status == 202
    assert booked(stage, 1, BO).body["code"] == "practitioner-week-full"


def test_a_capacity_of_none_takes_nobody() -> None:
    assert booked(staged(weeklyCapacity=0), 0).body["code"] == "practitioner-week-full"


def test_the_week_is_that_of_the_practitioners_local_day(stage: Stage) -> None:
    practitioner = DynamoPractitioners().find(stage.practitioner_id)
    midnight = datetime(2027, 1, 4, tzinfo=zone("DK"))
    weeks = [week_of(practitioner, midnight - timedelta(seconds=each)) for each in (0, 1)]
    assert weeks == ["2027-W01", "2026-W53"]


def listed(stage: Stage, query: str = "") -> list[str]:
    path = f"/v1/practitioners/{stage.practitioner_id}/slots{query}"
    answer = ask(practitioners(), event("GET", path, by=member()))
    assert answer.status == 200, answer.body
    return [slot["slotId"] for slot in answer.body["items"]]


def test_a_slot_of_a_full_week_cannot_be_held(full: Stage) -> None:
    for day, by in enumerate((ANNA, BO)):
        assert booked(full, day, by).status == 201
    slot_id = full.free_slot(starts_at=monday() + timedelta(days=5))
    guarantee = guarantee_of(CAROL)
    answer = hold(guarantee, slot_id, by=member(CAROL))
    assert (answer.status, answer.body["code"]) == (422, "practitioner-week-full")
    assert (answer.body["week"], answer.body["weeklyCapacity"]) == (week_of_first_day(full), 2)
    next_week = full.free_slot(starts_at=monday() + timedelta(days=7))
    assert hold(guarantee, next_week, by=member(CAROL)).status == 201


def test_a_refused_hold_keeps_the_one_before(full: Stage) -> None:
    for day, by in enumerate((ANNA, BO)):
        assert booked(full, day, by).status == 201
    guarantee = guarantee_of(CAROL)
    kept = full.free_slot(starts_at=monday() + timedelta(days=7))
    refused = full.free_slot(starts_at=monday() + timedelta(days=5))
    hold_id = hold(guarantee, kept, by=member(CAROL)).body["holdId"]
    assert hold(guarantee, refused, by=member(CAROL)).status == 422
    assert hold(guarantee, kept, by=member(CAROL)).body["holdId"] == hold_id


def test_a_full_week_has_no_free_slots_until_a_session_is_cancelled(full: Stage) -> None:
    first, _ = booked(full, 0), booked(full, 1, BO)
    in_it, after = (full.free_slot(starts_at=monday() + timedelta(days=day)) for day in (4, 7))
    assert listed(full) == [after]
    assert listed(full, f"?sameTimeAs={in_it}&weeks=1") == []
    assert act(first.body["bookingId"], "cancel").status == 200
    assert listed(full)[-2:] == [in_it, after]


def test_the_slots_offered_instead_of_a_taken_one_are_in_weeks_with_room(full: Stage) -> None:
    taken = full.free_slot(starts_at=monday())
    assert book(guarantee_of(ANNA), taken).status == 201
    assert booked(full, 1, BO).status == 201
    full.free_slot(starts_at=monday() + timedelta(days=4))
    after = full.free_slot(starts_at=monday() + timedelta(days=7))
    answer = book(guarantee_of(CAROL), taken, by=member(CAROL))
    assert (answer.status, answer.body["code"]) == (409, "slot-taken")
    assert [slot["slotId"] for slot in answer.body["nextSlots"]] == [after]


def week_of_first_day(stage: Stage) -> str:
    return week_of(DynamoPractitioners().find(stage.practitioner_id), monday())
