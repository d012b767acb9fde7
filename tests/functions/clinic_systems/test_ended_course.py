"""After the clinic has reported the treatment as finished, no session is booked or moved (R-822, Q17)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from tests.builders.claims import explained
from tests.builders.clinics.matches import decline, insured_guarantee, match
from tests.builders.clinics.waitlist import entry_of, join, keep_up, waiting
from tests.builders.decisions import decide, insured_anna
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more
from tests.builders.network import Stage, act, book, book_series, guarantee_of, hold, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


def ends(stage: Stage, guarantee: Guarantee) -> None:
    """Reports the end of a course."""
    reported = stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id})
    assert reported.status == 202, reported.body


@pytest.fixture
def bound(stage: Stage) -> tuple[Guarantee, str]:
    """Returns a guarantee and the id of its only booking."""
    guarantee = guarantee_of()
    booking = book(guarantee, stage.free_slot())
    return guarantee, booking.body["bookingId"]


def test_nothing_more_is_held_booked_moved_or_waited_for(stage: Stage, bound: tuple[Guarantee, str]) -> None:
    guarantee, booking_id = bound
    slots = [stage.free_slot(starts_at=soon(hours), service="follow-up") for hours in (80, 90)]
    ends(stage, guarantee)
    answers: list[Any] = [
        hold(guarantee, slots[0]),
        book(guarantee, slots[0], service="follow-up"),
        join(guarantee),
        act(booking_id, "reschedule", body={"slotId": slots[0], "service": "follow-up"}),
    ]
    assert [(answer.status, answer.body["code"]) for answer in answers] == [(422, "course-ended")] * 4
    series = book_series(guarantee, slots)
    assert (series.status, {fault["code"] for fault in series.body["errors"]}) == (422, {"course-ended"})


def test_what_was_booked_before_is_held_or_cancelled(stage: Stage, bound: tuple[Guarantee, str]) -> None:
    guarantee, booking_id = bound
    ends(stage, guarantee)
    assert act(booking_id, "cancel").status == 200
    assert DynamoBookings().find(booking_id).status == "cancelled"  # type: ignore[arg-type]


def test_a_hold_from_before_the_end_books_nothing(stage: Stage, bound: tuple[Guarantee, str]) -> None:
    guarantee, _ = bound
    slot_id = stage.free_slot(starts_at=soon(80), service="follow-up")
    hold_id = hold(guarantee, slot_id).body["holdId"]
    ends(stage, guarantee)
    assert book(guarantee, slot_id, holdId=hold_id, service="follow-up").body["code"] == "course-ended"


def test_the_waitlist_entries_of_the_course_end(stage: Stage, bound: tuple[Guarantee, str]) -> None:
    guarantee, _ = bound
    entry = waiting(stage, guarantee)
    ends(stage, guarantee)
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).ended_because) == ("ended", "course-ended")


def test_another_clinic_begins_the_course_anew() -> None:
    guarantee, first, second = insured_guarantee(), staged(), staged("second")
    assert match(guarantee, first).status == 200
    ends(first, guarantee)
    assert decline(guarantee, first).status == 200
    assert match(guarantee, second, version=3).status == 200
    assert book(guarantee, second.free_slot()).status == 201


def test_an_extension_goes_on_with_the_course_and_the_member_reads_both() -> None:
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    ends(stage, guarantee)
    assert book(guarantee, stage.free_slot()).body["code"] == "course-ended"
    ended = explained(guarantee.claim_id).body
    assert "The clinic has reported the treatment as finished." in ended["headline"]
    assert [step["kind"] for step in ended["nextSteps"]] == ["extension"]
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, more()).status == 200
    assert DynamoGuarantees().find(guarantee.guarantee_id).course_ended_at is None
    assert book(guarantee, stage.free_slot(starts_at=soon(80))).status == 201
    assert "book" in [step["kind"] for step in explained(guarantee.claim_id).body["nextSteps"]]
