"""The events of a case start, end and cancel its deadlines (F4-06, F3-18, promise 8)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from functions.deadlines.keep_deadlines.handler import handler
from functions.policies.policies.handler import handler as policies

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.ids import ClaimId, ClinicId
from helsebro.local_day import local_day
from helsebro_aws.deadlines.schedules import whole_second
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from tests.builders.calls import LambdaContext, ask, event, staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import claim_in_review, completed, insured_anna
from tests.builders.domain.claims import claim
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import change_claim, guarantee_of
from tests.builders.policies import payer_of, policy_of
from tests.builders.waking import counts_in, milestones, now, pointers_in, schedules_in

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/deadlines/keep_deadlines.json").read_text())
FIRST_ANSWER = CLOCKS["first-answer"]


def deadline_of(claim_id: str) -> Deadline:
    return Deadline("first-answer", claim_id, claim_id, "tryg")


def decided(claim_id: str, decision: str) -> dict[str, Any]:
    data = {"claimId": claim_id, "taskId": "tsk_1", "queue": "claims", "decision": decision}
    return {**event_of("task.decided", **data), "eventId": f"evt_{decision}"}


def test_a_complete_claim_starts_its_clock_whose_schedule_waits_for_the_warning(aws: Any) -> None:
    insured_anna()
    claim_id = claim_in_review()
    # The bus delivers at least once: the second time sets the same schedule.
    review = completed(claim_id)
    assert comes_again(handler, review) == comes_again(handler, review) == []
    [start] = now(deadline_of(claim_id)).moments
    assert start.due_at
    assert FIRST_ANSWER.warns
    assert schedules_in(aws) == [whole_second(start.due_at - FIRST_ANSWER.warns)]
    assert len(pointers_in(aws)) == 1


def test_the_event_of_a_consent_that_comes_after_its_year_tells_the_clinics(aws: Any) -> None:
    guarantee = guarantee_of(clinic_id=ClinicId("cli_a2zt5pxlrqsc3dmk"))
    change_claim(guarantee, consentExpiresOn="2026-01-05")
    given = {**event_of("consent.given", claimId=guarantee.claim_id), "at": "2025-01-05T09:00:00+00:00"}
    assert comes_again(handler, given) == []
    [told] = outbox_rows(aws, "consent.withdrawn")
    assert told["clinicId"]["S"] == guarantee.clinic_id


def test_a_clinics_loss_ends_no_clock_of_the_case(aws: Any) -> None:
    insured_anna()
    claim_id = claim_in_review()
    about = {"claimId": claim_id}
    assert comes_again(handler, event_of("consent.given", **about)) == []
    waits = len(schedules_in(aws))
    assert waits
    lost = {**event_of("consent.withdrawn", **about), "eventId": "evt_lost", "clinicId": "cli_a"}
    assert comes_again(handler, lost) == []
    assert len(schedules_in(aws)) == waits
    ended = {**event_of("case-consent.withdrawn", **about), "eventId": "evt_ended"}
    assert comes_again(handler, ended) == []
    assert len(schedules_in(aws)) == waits - 1


def test_a_personal_consent_starts_its_own_clock_and_a_withdrawal_ends_it(aws: Any) -> None:
    about = {"personId": "per_aaaaaaaaaaaaaaaaaaaaaaaa", "kind": "general"}
    expires_on = (datetime.now(UTC) + timedelta(days=365)).date().isoformat()
    given = {**event_of("personal-consent.given", **about, expiresOn=expires_on), "payer": ""}
    assert comes_again(handler, given) == []
    [reminder] = schedules_in(aws)
    assert reminder < datetime.fromisoformat(f"{expires_on}T00:00:00+00:00") - timedelta(days=29)
    ended = {**event_of("personal-consent.withdrawn", **about), "payer": "", "eventId": "evt_ended"}
    assert comes_again(handler, ended) == []
    assert schedules_in(aws) == []


def test_an_answer_ends_the_clock_with_its_schedule_and_is_counted(aws: Any) -> None:
    insured_anna()
    claim_id = claim_in_review()
    comes_again(handler, completed(claim_id))
    assert comes_again(handler, decided(claim_id, "deny")) == []
    assert milestones(deadline_of(claim_id)) == ["met"]
    assert (schedules_in(aws), pointers_in(aws)) == ([], [])
    assert [counts["within"]["N"] for counts in counts_in(aws)] == ["1"]


def test_an_event_that_comes_after_its_clock_is_over_is_handled_at_once(aws: Any) -> None:
    insured_anna()
    claim_id = claim_in_review()
    late = {**completed(claim_id), "at": (datetime.now(UTC) - timedelta(hours=25)).isoformat()}
    assert comes_again(handler, late) == []
    assert milestones(deadline_of(claim_id))[-1] == "missed"
    assert len(outbox_rows(aws, "deadline.missed")) == 1
    assert min(schedules_in(aws)) > datetime.now(UTC)


def test_a_reminder_of_a_policy_starts_the_clock_of_its_terms(aws: Any) -> None:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    today = local_day(datetime.now(UTC)).isoformat()
    call = event(
        "POST", f"/v1/policies/{policy_id}/reminders", by=staff("underwriting"), body={"sentOn": today}
    )
    assert ask(policies, call).status == 201
    assert comes_again(handler, event_of("premium.reminded", policyId=policy_id)) == []
    [start] = now(Deadline("premium-reminder", policy_id, policy_id, "tryg")).moments
    assert start.due_at
    assert start.due_at - start.at > timedelta(days=20)
    assert len(schedules_in(aws)) == 1


def test_an_event_about_a_claim_that_does_not_exist_comes_again() -> None:
    missing = completed("clm_ar2hezza4lxhmc6nmgjjqa2q")
    assert comes_again(handler, missing) == ["0"]


def test_the_sample_starts_a_clock_of_its_claim() -> None:
    event = json.loads(SAMPLE["Records"][0]["body"])
    claim_id = ClaimId(event["data"]["claimId"])
    key = {"pk": case_partition(claim_id), "sk": "CLAIM"}
    claim_of_sample = to_item(claim(claim_id=claim_id, status="in-review"))
    tables.commit([Put(tables.settings.cases_table, {**key, **claim_of_sample})])
    assert handler(SAMPLE, LambdaContext()) == {"batchItemFailures": []}
    [start] = now(deadline_of(claim_id)).moments
    assert start.due_at == datetime.fromisoformat(event["at"]) + timedelta(hours=24)


def test_an_event_that_moves_no_clock_is_done(aws: Any) -> None:
    assert comes_again(handler, event_of("task.opened", claimId="clm_ar2hezza4lxhmc6nmgjjqa2q")) == []
    assert (schedules_in(aws), pointers_in(aws)) == ([], [])
