"""A report that comes again, or late, undoes no match, extension or move from after what it reports."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from tests.builders.calls import Answered
from tests.builders.claims import outbox_rows
from tests.builders.clinics.matches import insured_guarantee, match
from tests.builders.decisions import decide, insured_anna, tasks_in
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more
from tests.builders.network import Stage, act, begun, book, set_practitioner, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
EVERY_REPORT: list[tuple[str, dict[str, Any]]] = [
    ("client.contacted", {"by": "phone"}),
    ("course.ended", {}),
    ("client.referred-on", {"to": "psykiater"}),
    ("extension.requested", {"sessions": 2, "justification": "Fortsat nedsat bevægelighed"}),
]


def ago(**span: float) -> str:
    """Returns the instant that long ago, or now."""
    return instant(clock.now() - timedelta(**span))


def codes_of(answer: Answered) -> list[str]:
    """Returns the codes of the faults of an answer."""
    return [fault["code"] for fault in answer.body.get("errors", [])]


def matched_before(guarantee: Guarantee) -> None:
    """Sets the match of a guarantee to an hour ago."""
    pk, sk = case_partition(guarantee.guarantee_id), f"GUARANTEE#{guarantee.guarantee_id}"
    item = tables.get(tables.settings.cases_table, pk, sk) or {}
    match = {**item["match"], "matchedAt": ago(hours=1)}
    tables.commit([Update(tables.settings.cases_table, pk, sk, set={"match": match})])


def end_of(guarantee: Guarantee) -> Any:
    """Returns when the course ended, as it is stored now."""
    return DynamoGuarantees().find(guarantee.guarantee_id).course_ended_at


def test_the_end_of_a_course_that_comes_again_ends_no_course_that_a_match_began_anew() -> None:
    guarantee, stage = insured_guarantee(), staged()
    colleague = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    match(guarantee, stage)
    matched_before(guarantee)
    named, at = {"guaranteeId": guarantee.guarantee_id}, ago(seconds=1)
    assert stage.event("course.ended", named, timestamp=at).status == 202
    there = Stage(stage.clinic_id, "bo", colleague)
    assert match(guarantee, there, version=2).status == 200
    again = stage.event("course.ended", named, timestamp=at)
    assert (again.status, codes_of(again), end_of(guarantee)) == (422, ["event-before-match"], None)
    assert book(guarantee, there.free_slot()).status == 201
    assert stage.event("course.ended", named).status == 202


def test_the_end_of_a_course_that_comes_again_ends_no_course_that_was_extended() -> None:
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    named = {"guaranteeId": guarantee.guarantee_id}
    matched_before(guarantee)
    at = ago(seconds=1)
    assert stage.event("course.ended", named, timestamp=at).status == 202
    assert stage.event("course.ended", named, timestamp=at).status == 202
    assert decide(extension_task_of(extension_of(guarantee)), more()).status == 200
    again = stage.event("course.ended", named, timestamp=at)
    assert (again.status, codes_of(again), end_of(guarantee)) == (422, ["event-before-extension"], None)
    assert book(guarantee, stage.free_slot(starts_at=soon(80))).status == 201


@pytest.mark.parametrize(("kind", "data"), EVERY_REPORT)
def test_a_clinic_reports_nothing_on_a_course_from_before_its_own_match(
    kind: str, data: dict[str, Any]
) -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    named = {"guaranteeId": guarantee.guarantee_id, **data}
    early = stage.event(kind, named, timestamp=ago(minutes=7))
    assert (early.status, codes_of(early)) == (422, ["event-before-match"])
    assert stage.event(kind, named).status == 202


def test_a_client_may_be_phoned_by_a_clinic_whose_clock_is_slow() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    named = {"guaranteeId": guarantee.guarantee_id, "by": "phone"}
    assert stage.event("client.contacted", named, timestamp=ago(minutes=3)).status == 202


def test_the_referral_of_a_former_clinic_that_comes_again_opens_no_second_task(aws: dict[str, Any]) -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    begun(booking_id)
    assert stage.event("session.held", {"bookingId": booking_id}).status == 202
    named, at = {"guaranteeId": guarantee.guarantee_id, "to": "psykiater"}, ago()
    assert stage.event("client.referred-on", named, timestamp=at).status == 202
    assert match(guarantee, staged("other"), version=2).status == 200
    for _ in range(2):
        assert stage.event("client.referred-on", named, timestamp=at).status == 202
    assert len(tasks_in().body["items"]) == 1
    assert len(outbox_rows(aws, "client.referred-on")) == 1


def test_a_cancellation_of_the_old_time_does_not_cancel_the_one_that_it_was_moved_to(stage: Stage) -> None:
    booking_id = book(insured_guarantee(), stage.free_slot()).body["bookingId"]
    at, named = ago(seconds=1), {"bookingId": booking_id}
    slot_id = stage.free_slot(starts_at=soon(96))
    assert act(booking_id, "reschedule", body={"slotId": slot_id, "service": "first"}).status == 200
    late = stage.event("session.cancelled", named, timestamp=at)
    assert (late.status, codes_of(late)) == (422, ["event-before-move"])
    assert DynamoBookings().find(booking_id).status == "booked"
    assert stage.event("session.cancelled", named).status == 202
