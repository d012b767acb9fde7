"""What the clinic and the public check read of a course that the clinic has reported as ended."""

from __future__ import annotations

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.dynamo_references import DynamoReferences
from helsebro_aws.platform import clock
from tests.builders.clinics.matches import insured_guarantee, match, read_by_clinic
from tests.builders.decisions import decide, insured_anna
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more
from tests.builders.network import Stage, begun, book, soon, staged
from tests.functions.guarantees.test_past_clients import held, listed, moved_on

pytestmark = pytest.mark.usefixtures("aws")


def left_in_public(guarantee: Guarantee) -> int:
    """Returns how many sessions the public check shows as left."""
    return DynamoReferences().validity(guarantee.case_reference).sessions_left_on(local_day(clock.now()))


def ended(stage: Stage, guarantee: Guarantee) -> None:
    """Reports the end of a course."""
    assert stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id}).status == 202


def test_an_ended_course_says_so_in_the_list_and_has_no_sessions_left() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    [before] = listed(stage)
    assert ("courseEndedAt" in before, before["sessionsLeft"]) == (False, 3)
    ended(stage, guarantee)
    [after], read = listed(stage), read_by_clinic(guarantee, stage).body
    assert (after["status"], after["sessionsLeft"]) == ("active", 0)
    assert after["courseEndedAt"] == read["courseEndedAt"]
    assert left_in_public(guarantee) == 0


def test_a_course_that_begins_anew_has_its_sessions_again() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    held(guarantee, stage)
    ended(stage, guarantee)
    other = moved_on(guarantee)
    ended(other, guarantee)
    [past] = listed(stage)
    assert (past["status"], "courseEndedAt" in past) == ("ended", False)
    again = match(guarantee, stage, version=DynamoGuarantees().find(guarantee.guarantee_id).version)
    assert again.status == 200
    [now] = listed(stage)
    assert (now["sessionsLeft"], "courseEndedAt" in now) == (2, False)
    assert left_in_public(guarantee) == 2


def test_an_extension_gives_the_ended_course_its_sessions_again() -> None:
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    ended(stage, guarantee)
    assert left_in_public(guarantee) == 0
    assert decide(extension_task_of(extension_of(guarantee)), more()).status == 200
    assert left_in_public(guarantee) == 6


def test_a_former_clinic_counts_only_its_own_sessions_in_its_booking() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    booking_id = held(guarantee, stage)
    other = moved_on(guarantee)
    there = []
    for hours in (72, 96):
        slot_id = other.free_slot(starts_at=soon(hours), service="follow-up")
        there.append(book(guarantee, slot_id, service="follow-up").body["bookingId"])

    def read(at: Stage, known: str) -> tuple[int, int, str]:
        seen = at.get(f"/v1/bookings/{known}").body["guarantee"]
        return seen["sessionsBooked"], seen["sessionsUsed"], seen["status"]

    assert [read(stage, booking_id), read(other, there[0])] == [(1, 1, "active"), (3, 1, "active")]
    for known in there:
        begun(known)
        assert other.event("session.held", {"bookingId": known}).status == 202
    assert [read(stage, booking_id), read(other, there[0])] == [(1, 1, "active"), (3, 3, "used")]
