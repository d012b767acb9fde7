"""When a practitioner leaves, staff are asked to match each client with sessions left anew."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.guarantees.open_rematch_tasks.handler import handler

from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws.backfills.bound_guarantees import BOUND_GUARANTEES
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member, signed
from tests.builders.claims import outbox_rows
from tests.builders.clinics.matches import decline, insured_guarantee, match, read_by, read_by_clinic
from tests.builders.decisions import tasks_in
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import (
    ANNA,
    BO,
    SECRET,
    Stage,
    act,
    book,
    book_series,
    clinic_practitioners,
    guarantee_of,
    practitioners,
    refresh_search,
    set_practitioner,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")


def leave(stage: Stage) -> None:
    """Ends the practitioner, and brings the event twice."""
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    call = signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET)
    assert ask(clinic_practitioners(), call).status == 204
    follow(stage)


def follow(stage: Stage) -> None:
    for _ in range(2):
        ended = event_of("practitioner.ended", practitionerId=stage.practitioner_id)
        assert comes_again(handler, ended) == []


def found(guarantee: Guarantee) -> list[str]:
    """Returns the practitioners whom Anna finds for her guarantee."""
    path = f"/v1/practitioners?guaranteeId={guarantee.guarantee_id}"
    items = ask(practitioners(), event("GET", path, by=member(ANNA))).body["items"]
    return [item["practitionerId"] for item in items]


def opened() -> list[dict[str, Any]]:
    """Returns the open tasks of the queue ``claims`` about practitioners who left."""
    return [task for task in tasks_in().body["items"] if task.get("reason") == "practitioner-left"]


def booked(stage: Stage, by: str = ANNA, hours: int = 72, **changes: Any) -> tuple[Guarantee, str]:
    guarantee = guarantee_of(by, **changes)
    answer = book(guarantee, stage.free_slot(starts_at=soon(hours)), by=member(by))
    assert answer.status == 201, answer.body
    return guarantee, answer.body["bookingId"]


def test_each_guarantee_with_sessions_left_becomes_one_task(stage: Stage, aws: dict[str, Any]) -> None:
    guarantees = [booked(stage)[0], booked(stage, BO, 96)[0]]
    booked(staged("other"), "0303831234")
    leave(stage)
    found = opened()
    assert {task["left"]["guaranteeId"] for task in found} == {each.guarantee_id for each in guarantees}
    assert {task["subject"]["claimId"] for task in found} == {each.claim_id for each in guarantees}
    assert {(task["left"]["clinicId"], task["left"]["practitionerId"]) for task in found} == {
        (stage.clinic_id, stage.practitioner_id)
    }
    assert len(outbox_rows(aws, "task.opened")) == len(found) == 2


def test_a_series_and_a_grant_that_names_the_practitioner_are_found_too(stage: Stage) -> None:
    slots = [stage.free_slot(starts_at=soon(hours), service="follow-up") for hours in (72, 96)]
    series = guarantee_of()
    assert book_series(series, slots).status == 201
    granted = guarantee_of(BO, clinic_id=stage.clinic_id, practitioner_id=stage.practitioner_id)
    leave(stage)
    assert {task["left"]["guaranteeId"] for task in opened()} == {series.guarantee_id, granted.guarantee_id}


def test_a_matched_client_is_found_and_one_whom_the_clinic_declined_is_not(stage: Stage) -> None:
    matched, declined = insured_guarantee(), guarantee_of(BO)
    for guarantee in (matched, declined):
        assert match(guarantee, stage).status == 200
    assert decline(declined, stage).status == 200
    leave(stage)
    assert [task["left"]["guaranteeId"] for task in opened()] == [matched.guarantee_id]


def test_the_member_finds_and_books_elsewhere_once_the_practitioner_has_left(stage: Stage) -> None:
    guarantee, _ = booked(stage)
    other = staged("carla")
    slot_id = other.free_slot(starts_at=soon(80), service="follow-up")
    refused = book(guarantee, slot_id, service="follow-up")
    named = refused.body["code"], refused.body["clinicId"], refused.body["practitionerId"]
    assert named == ("guarantee-bound-elsewhere", stage.clinic_id, stage.practitioner_id)
    refresh_search()
    assert found(guarantee) == [stage.practitioner_id]
    leave(stage)
    refresh_search()
    assert found(guarantee) == [other.practitioner_id]
    assert book(guarantee, slot_id, service="follow-up").status == 201


def test_a_match_with_a_practitioner_who_left_has_ended(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee = insured_guarantee()
    match(guarantee, stage)
    leave(stage)
    read = read_by(guarantee, member(ANNA)).body
    assert (read["clinicId"], read["practitionerId"], read["match"]["status"]) == (None, None, "ended")
    assert len(outbox_rows(aws, "match.ended")) == 1
    assert read_by_clinic(guarantee, stage).status == 404


@pytest.mark.parametrize(("treatment", "is_freed"), [("psychologist", True), ("psychotherapist", False)])
def test_a_denied_authorisation_frees_the_clients_whose_treatment_needs_it(
    treatment: str, is_freed: bool
) -> None:
    stage = staged(profession="psychologist", treatments=["psychologist"])
    guarantee = guarantee_of(
        treatment=treatment, clinic_id=stage.clinic_id, practitioner_id=stage.practitioner_id
    )
    key = practitioner_key(stage.practitioner_id)
    tables.commit([Update("network", *key, set={"deniedOn": local_day(clock.now()).isoformat()})])
    for _ in range(2):
        changed = event_of("practitioner.changed", practitionerId=stage.practitioner_id)
        assert comes_again(handler, changed) == []
    assert len(opened()) == is_freed
    assert ("practitionerId" not in stored(guarantee)) == is_freed


def test_a_guarantee_that_has_ended_needs_no_task(stage: Stage) -> None:
    guarantee, _ = booked(stage)
    past = (clock.now() - timedelta(days=2)).date().isoformat()
    tables.commit([Update("cases", *guarantee_key(guarantee.guarantee_id), set={"validUntil": past})])
    leave(stage)
    assert opened() == []


def test_a_cancelled_session_leaves_the_client_with_the_practitioner(stage: Stage) -> None:
    guarantee, booking_id = booked(stage)
    assert act(booking_id, "cancel").status == 200
    leave(stage)
    assert [task["left"]["guaranteeId"] for task in opened()] == [guarantee.guarantee_id]


def test_a_practitioner_who_is_set_again_is_another_one_without_these_clients(stage: Stage) -> None:
    booked(stage)
    follow(stage)
    assert opened() == []
    leave(stage)
    set_practitioner(stage.clinic_id, stage.key)
    leave(stage)
    assert len(opened()) == 1


def test_a_guarantee_that_was_bound_before_is_found_after_the_backfill(stage: Stage) -> None:
    guarantee, _ = booked(stage)
    older = {"set": {"v": 1}, "remove": ("listPk", "listSk")}
    tables.commit([Update("cases", *guarantee_key(guarantee.guarantee_id), **older)])  # type: ignore[arg-type]
    runs = [
        BackfillRun().run(BOUND_GUARANTEES, dry_run=False, cursor=None, pages=100).changed for _ in range(2)
    ]
    assert runs == [1, 0]
    leave(stage)
    assert [task["left"]["guaranteeId"] for task in opened()] == [guarantee.guarantee_id]
