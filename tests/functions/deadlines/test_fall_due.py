"""A deadline that is due is handled once, however often and whenever its schedule calls (promise 8)."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from functions.deadlines.fall_due.handler import handler

from helsebro.claims.consenting.clinic_consent_id import clinic_consent_id
from helsebro.deadlines.deadline import Deadline
from helsebro.ids import ClinicId
from helsebro_aws.deadlines.dynamo_deadlines import key_of
from helsebro_aws.deadlines.schedules import whole_second
from helsebro_aws.dynamodb.keys import as_attributes
from tests.builders.calls import LambdaContext
from tests.builders.claims import outbox_rows
from tests.builders.events.messages import comes_again
from tests.builders.network import change_claim, guarantee_of
from tests.builders.waking import (
    A_MINUTE,
    ESCALATES,
    WARNS,
    counts_in,
    deadline_due_in,
    milestones,
    pointers_in,
    scheduled,
    schedules_in,
)

pytestmark = pytest.mark.usefixtures("aws")
CLINIC = ClinicId("cli_a2zt5pxlrqsc3dmk")
SAMPLE = json.loads(Path("events/incoming/deadlines/fall_due.json").read_text())


def wake(*deadlines: Deadline) -> list[str]:
    return comes_again(handler, *(as_attributes(key_of(deadline)) for deadline in deadlines))


def test_a_warning_is_given_once_and_the_schedule_waits_for_the_end(aws: Any) -> None:
    deadline = deadline_due_in(WARNS - A_MINUTE)
    assert wake(deadline, deadline) == wake(deadline) == []
    assert milestones(deadline) == ["warned"]
    assert len(outbox_rows(aws, "deadline.warned")) == 1
    due_at = deadline.moments[0].due_at
    assert due_at
    assert schedules_in(aws) == [whole_second(due_at)]


def test_a_missed_deadline_is_counted_and_opens_a_task_and_escalates_later(aws: Any) -> None:
    deadline = deadline_due_in(-A_MINUTE)
    scheduled(deadline)
    assert wake(deadline, deadline) == []
    assert milestones(deadline)[-1] == "missed"
    assert [len(outbox_rows(aws, kind)) for kind in ("deadline.missed", "task.opened")] == [1, 1]
    assert [counts["missed"]["N"] for counts in counts_in(aws)] == ["1"]
    due_at = deadline.moments[0].due_at
    assert due_at
    assert schedules_in(aws) == [whole_second(due_at + ESCALATES)]


def test_an_escalated_deadline_has_neither_a_schedule_nor_a_pointer(aws: Any) -> None:
    deadline = deadline_due_in(-ESCALATES - A_MINUTE)
    scheduled(deadline)
    wake(deadline)
    assert (schedules_in(aws), pointers_in(aws)) == ([], [])
    assert len(outbox_rows(aws, "deadline.escalated")) == 1


@pytest.mark.parametrize("kind", ["consent-expiry", "clinic-consent-expiry"])
def test_a_clinic_hears_of_an_expired_consent_as_of_a_withdrawal(kind: str, aws: Any) -> None:
    guarantee = guarantee_of(clinic_id=CLINIC)
    claim_id = guarantee.claim_id
    is_of_clinic = kind.startswith("clinic")
    about = {"clinicId": CLINIC, "status": "given", "expiresOn": "2026-01-05"}
    expired = {"clinicConsents": [about]} if is_of_clinic else {"consentExpiresOn": "2026-01-05"}
    change_claim(guarantee, **expired)
    subject = clinic_consent_id(claim_id, CLINIC) if is_of_clinic else claim_id
    deadline = deadline_due_in(-A_MINUTE, kind=kind, subject_id=subject, case_id=claim_id)
    assert wake(deadline, deadline) == []
    [told] = outbox_rows(aws, "consent.withdrawn")
    assert told["clinicId"]["S"] == CLINIC


@pytest.mark.parametrize("kind", ["consent-expiry", "clinic-consent-expiry"])
def test_a_consent_that_was_renewed_tells_no_clinic_that_it_expired(kind: str, aws: Any) -> None:
    guarantee = guarantee_of(clinic_id=CLINIC)
    claim_id = guarantee.claim_id
    subject = clinic_consent_id(claim_id, CLINIC) if kind.startswith("clinic") else claim_id
    assert wake(deadline_due_in(-A_MINUTE, kind=kind, subject_id=subject, case_id=claim_id)) == []
    assert outbox_rows(aws, "consent.withdrawn") == []


def test_a_call_that_is_early_changes_nothing_and_sets_the_schedule_again(aws: Any) -> None:
    deadline = deadline_due_in(WARNS + timedelta(days=1))
    before = pointers_in(aws)
    assert wake(deadline) == []
    assert (milestones(deadline), pointers_in(aws), len(schedules_in(aws))) == ([], before, 1)


def test_a_call_for_a_deadline_that_does_not_exist_is_done(aws: Any) -> None:
    assert handler(SAMPLE, LambdaContext()) == {"batchItemFailures": []}
    assert schedules_in(aws) == []


def test_a_message_that_names_no_deadline_comes_again_without_the_others() -> None:
    deadline = deadline_due_in(-A_MINUTE)
    assert comes_again(handler, {"sk": "CLOCK"}, as_attributes(key_of(deadline))) == ["0"]
    assert milestones(deadline)[-1] == "missed"
