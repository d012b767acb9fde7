"""The first session of a crisis course is booked by its last day to begin (R-7144)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws.guarantees.dynamo_references import DynamoReferences
from helsebro_aws.platform import clock
from tests.builders.network import Stage, act, book, guarantee_of, hold, soon, stored

pytestmark = pytest.mark.usefixtures("aws")


def beginning(days: int) -> Guarantee:
    """A guarantee whose first session is so many days from now at the latest."""
    return guarantee_of(begin_by=local_day(clock.now()) + timedelta(days=days))


def shown(guarantee: Guarantee) -> tuple[str, date | None]:
    """What the public check reads."""
    validity = DynamoReferences().validity(guarantee.case_reference)
    return validity.status_on(local_day(clock.now())), validity.begin_by


def test_a_first_session_is_neither_held_nor_booked_after_the_last_day_to_begin(stage: Stage) -> None:
    guarantee, slot_id = beginning(-1), stage.free_slot()
    for answer in (hold(guarantee, slot_id), book(guarantee, slot_id)):
        assert (answer.status, answer.body["code"]) == (422, "begin-by-passed")
        assert str(guarantee.begin_by.day if guarantee.begin_by else "") in answer.body["detail"]
    assert stored(guarantee)["sessionsBooked"] == 0
    assert shown(guarantee)[0] == "expired"


def test_later_sessions_follow_a_first_one_in_time(stage: Stage) -> None:
    guarantee = beginning(4)
    assert shown(guarantee) == ("active", guarantee.begin_by)
    early = stage.free_slot(starts_at=soon(72))
    late = stage.free_slot(starts_at=soon(24 * 10), service="follow-up")
    assert book(guarantee, late, service="follow-up").body["code"] == "begin-by-passed"
    assert book(guarantee, early).status == 201
    assert book(guarantee, late, service="follow-up").status == 201
    assert shown(guarantee) == ("active", None)


def test_the_first_session_is_not_moved_past_the_last_day_to_begin(stage: Stage) -> None:
    guarantee = beginning(4)
    booking_id = book(guarantee, stage.free_slot(starts_at=soon(72))).body["bookingId"]
    late = stage.free_slot(starts_at=soon(24 * 10))
    answer = act(booking_id, "reschedule", body={"slotId": late})
    assert (answer.status, answer.body["code"]) == (422, "begin-by-passed")
