from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from functions.claims.claims.handler import handler as read_claims

from helsebro.ids import ClaimId, ClinicId, TaskId
from helsebro.money import Money
from helsebro.tariffs.fee import AppliedRate, Fee
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.subject import ClaimReview
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import consent, outbox_rows, read
from tests.builders.decisions import (
    approval,
    claim_in_review,
    decide,
    insured_anna,
    task_of,
    tasks_in,
    today,
)
from tests.builders.domain.practitioners import practitioner
from tests.builders.network import SECRET, clinic, staged
from tests.builders.policies import ANNA
from tests.promises.atomic_dynamodb import atomic_transactions

pytestmark = pytest.mark.usefixtures("aws")
BEGAN = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


@pytest.fixture
def claim_id(anna: str) -> str:
    assert anna
    return claim_in_review()


@pytest.fixture
def task_id(claim_id: str) -> str:
    return task_of(claim_id)


def test_a_caseworker_sees_what_waits_with_the_engines_proposal_and_never_the_token(
    claim_id: str, task_id: str
) -> None:
    listed = tasks_in()
    [task] = listed.body["items"]
    assert (task["taskId"], task["version"]) == (task_id, 1)
    assert task["subject"] == {"claimId": claim_id, "personName": "Anna Holm"}
    assert task["proposal"]["outcome"] in {"covered", "refer", "needs-evidence"}
    assert {"rule", "clause", "effect", "detail", "facts"} <= set(task["proposal"]["trail"][0])
    assert "token" not in json.dumps(listed.body).lower()


def test_a_task_of_a_missed_deadline_names_it_and_is_closed_by_an_approval(claim_id: str) -> None:
    due_at = datetime(2026, 11, 23, 11, tzinfo=UTC)
    follow_ups, missed = FollowUps(), MissedDeadline("contact", "gar_a", due_at)
    about, within = ClaimReview(ClaimId(claim_id)), timedelta(hours=24)
    made = follow_up("claims", about, "deadline-missed", "evt_1", due_at, within, deadline=missed)
    creation, opened = follow_ups.opening(made)
    follow_ups.tables.commit([creation], events=[opened])
    [task] = tasks_in().body["items"]
    assert (task["reason"], task["proposal"]) == ("deadline-missed", None)
    assert task["deadline"] == {
        "kind": "contact",
        "title": "Kontakt fra klinikken",
        "about": "gar_a",
        "dueAt": "2026-11-23T11:00:00Z",
    }
    assert task["title"] == "En frist er overskredet"
    assert decide(task["taskId"], {"decision": "deny", "reason": "Nej"}).status == 422
    assert decide(task["taskId"], {"decision": "approve", "reason": "Ringet"}).status == 200
    assert tasks_in().body["items"] == []


@pytest.mark.usefixtures("task_id")
@pytest.mark.parametrize("language, word", [("da", "fritiden"), ("nb", "fritiden"), ("en", "leisure")])
def test_a_proposal_is_told_in_the_readers_language(language: str, word: str) -> None:
    from functions.decisions.tasks.handler import handler

    headers = {"accept-language": language}
    asked = event("GET", "/v1/tasks?queue=claims", by=staff("caseworker"), headers=headers)
    [task] = ask(handler, asked).body["items"]
    assert any(word in step["clauseText"] for step in task["proposal"]["trail"])
    assert task["proposal"]["language"] == language


def test_the_task_due_first_stands_first_and_pages_follow(claim_id: str, task_id: str) -> None:
    from functions.decisions.tasks.handler import handler

    assert claim_id
    later = task_of(claim_in_review())
    by = staff("caseworker")
    first = ask(handler, event("GET", "/v1/tasks?queue=claims&limit=1", by=by)).body
    path = f"/v1/tasks?queue=claims&limit=1&cursor={first['nextCursor']}"
    second = ask(handler, event("GET", path, by=by)).body
    assert [one["items"][0]["taskId"] for one in (first, second)] == [task_id, later]


@pytest.mark.parametrize(
    "queue, role, status",
    [
        ("claims", "caseworker", 200),
        ("claims", "finance", 403),
        ("claims", "underwriting", 403),
        ("refunds", "finance", 200),
        ("refunds", "caseworker", 403),
        ("complaints", "quality", 200),
        ("extensions", "caseworker", 200),
        ("invoices", "finance", 200),
        ("onboarding", "finance", 403),
        ("holidays", "caseworker", 400),
        ("", "caseworker", 400),
    ],
)
def test_each_queue_is_worked_by_its_role(queue: str, role: str, status: int) -> None:
    assert tasks_in(queue, staff(role)).status == status


def test_onboarding_is_worked_by_the_network_and_members_work_no_queue() -> None:
    assert tasks_in("onboarding", staff("network", payer=None)).status == 200
    assert tasks_in("claims", member()).status == 403


def test_another_payers_staff_see_no_task_and_get_the_404_of_an_unknown_one(task_id: str) -> None:
    foreign = staff("caseworker", payer="gjensidige")
    assert tasks_in(by=foreign).body["items"] == []
    unknown = task_id[:-1] + ("a" if task_id[-1] != "a" else "b")
    answers = [decide(one, by=foreign) for one in (task_id, unknown, "tsk_nonsense", "clm_x")]
    assert [answer.status for answer in answers] == [404] * 4
    assert len({json.dumps({**answer.body, "instance": ""}) for answer in answers}) == 1


def test_an_approval_decides_task_and_claim_and_tells_it_once(
    claim_id: str, task_id: str, aws: dict[str, Any]
) -> None:
    answer = decide(task_id)
    assert (answer.status, answer.body["status"], answer.headers["etag"]) == (200, "decided", '"2"')
    claim = read(claim_id).body
    assert (claim["status"], claim["decision"]["outcome"]) == ("approved", "approved")
    assert claim["decision"]["trail"]
    assert claim["decision"]["by"] == "caseworker"
    assert tasks_in().body["items"] == []
    [row] = outbox_rows(aws, "task.decided")
    data = row["data"]["M"]
    assert (data["taskId"]["S"], data["claimId"]["S"], data["decision"]["S"]) == (
        task_id,
        claim_id,
        "approve",
    )


def test_a_denial_gives_reason_trail_and_next_steps(claim_id: str, task_id: str) -> None:
    assert decide(task_id, {"decision": "deny", "reason": "Sygdommen er ikke dækket"}).status == 200
    claim = read(claim_id).body
    assert (claim["status"], claim["decision"]["reason"]) == ("denied", "Sygdommen er ikke dækket")
    assert {"evidence", "public-help", "complaint"} <= {step["kind"] for step in claim["nextSteps"]}
    english = event("GET", f"/v1/claims/{claim_id}", by=member(ANNA), headers={"accept-language": "en"})
    told = ask(read_claims, english).body
    assert [step["rule"] for step in told["decision"]["trail"]] == [
        step["rule"] for step in claim["decision"]["trail"]
    ]
    assert any("leisure" in step["clauseText"] for step in told["decision"]["trail"])
    assert any("doctor" in step["text"] for step in told["nextSteps"])


def test_a_question_goes_to_the_member_and_stops_the_clock(claim_id: str, task_id: str) -> None:
    assert decide(task_id, {"decision": "clarify", "question": "Hvornår skete det?"}).status == 200
    claim = read(claim_id).body
    assert (claim["status"], claim["clarification"]["question"]) == ("clarifying", "Hvornår skete det?")
    assert claim["decision"] is None
    assert "paused" in {deadline["state"] for deadline in claim["deadlines"]}


def test_of_two_concurrent_decisions_one_counts(claim_id: str, task_id: str, aws: dict[str, Any]) -> None:
    bodies = [approval(), {"decision": "deny", "reason": "Nej"}]
    with atomic_transactions(), ThreadPoolExecutor(2) as two:
        answers = sorted(two.map(lambda body: decide(task_id, body), bodies), key=lambda one: one.status)
    assert [answer.status for answer in answers] == [200, 409]
    assert answers[1].body["code"] == "already-decided"
    expected = {"approve": "approved", "deny": "denied"}[answers[0].body["decision"]]
    assert read(claim_id).body["status"] == expected
    assert len(outbox_rows(aws, "task.decided")) == 1


def test_the_same_key_gets_the_same_answer_and_one_effect(task_id: str, aws: dict[str, Any]) -> None:
    first, again = (decide(task_id, key="once") for _ in range(2))
    assert (again.status, again.body) == (200, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert len(outbox_rows(aws, "task.decided")) == 1


@pytest.mark.parametrize("version, status", [(None, 428), (2, 412), (0, 412)])
def test_a_decision_names_the_version_it_was_made_on(task_id: str, version: int | None, status: int) -> None:
    assert decide(task_id, version=version).status == status
    assert len(tasks_in().body["items"]) == 1


NOWHERE: dict[str, Any] = {"clinicId": "cli_aaaaaaaaaaaaaaaa", "practitionerId": "prc_aaaaaaaaaaaaaaaa"}


@pytest.mark.parametrize(
    "body, faults",
    [
        ({"decision": "approve"}, {"/grant"}),
        (approval(sessions=0), {"/grant/sessions"}),
        (approval(sessions=25), {"/grant/sessions"}),
        ({"decision": "approve", "grant": {"sessions": 3}}, {"/grant/validUntil"}),
        ({"decision": "approve", "grant": {"sessions": 0}}, {"/grant/sessions", "/grant/validUntil"}),
        (
            {"decision": "approve", "grant": {"sessions": "3", "validUntil": "soon"}},
            {"/grant/sessions", "/grant/validUntil"},
        ),
        ({"decision": "deny"}, {"/reason"}),
        ({"decision": "clarify"}, {"/question"}),
        ({"decision": "later", "by": "me"}, {"/decision", "/by"}),
        (
            {
                **approval(sessions=0, perSession={"amount": "0.00", "currency": "NOK"}, **NOWHERE),
                "reason": "",
            },
            {
                "/reason",
                "/grant/sessions",
                "/grant/perSession/amount",
                "/grant/perSession/currency",
                "/grant/clinicId",
                "/grant/practitionerId",
            },
        ),
        (
            {**approval(sessions=-1, clinicId="nowhere"), "facts": ["condition.arisenOn"]},
            {"/facts", "/grant/sessions", "/grant/clinicId"},
        ),
        ({**approval(), "decision": "deny"}, {"/grant"}),
        ({**approval(), "question": "Which knee?"}, {"/question"}),
        ({"decision": "deny", "reason": "No", "question": "Which knee?"}, {"/question"}),
        ({"decision": "clarify", "question": "Which?", "grant": {"sessions": 3}}, {"/grant"}),
        (
            {**approval(), "approved": [{"amount": {"amount": "1.00", "currency": "DKK"}, "index": 0}]},
            {"/approved"},
        ),
    ],
)
def test_every_fault_of_a_decision_is_told_at_once(
    task_id: str, body: dict[str, Any], faults: set[str]
) -> None:
    answer = decide(task_id, body)
    assert answer.status == 422
    assert sorted(fault["pointer"] for fault in answer.body["errors"]) == sorted(faults)
    assert all(fault["detail"] for fault in answer.body["errors"])


@pytest.mark.parametrize("days", [0, 732])
def test_a_grant_ends_neither_today_nor_after_two_years(task_id: str, days: int) -> None:
    answer = decide(task_id, approval(until=today() + timedelta(days=days)))
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/grant/validUntil"]


@pytest.mark.parametrize(
    "grant, code",
    [
        ({"clinicId": "cli_aaaaaaaaaaaaaaaa"}, "grant-clinic-unknown"),
        ({"practitionerId": "prc_aaaaaaaaaaaaaaaa"}, "grant-practitioner-unknown"),
        ({"practitionerId": "prc_cccccccccccccccc"}, "grant-practitioner-unknown"),
    ],
)
def test_a_grant_names_a_clinic_and_a_practitioner_that_exist_and_have_not_left(
    task_id: str, grant: dict[str, Any], code: str
) -> None:
    left = practitioner(practitioner_id="prc_cccccccccccccccc", ended_at=clock.now())
    DynamoPractitioners().set(left)
    DynamoClinics().register(clinic(clinic_id=left.clinic_id), SECRET)
    answer = decide(task_id, approval(**grant))
    assert (answer.status, answer.body["code"]) == (422, code)
    assert len(tasks_in().body["items"]) == 1


@pytest.mark.parametrize("named", ["clinicId", "practitionerId"])
@pytest.mark.parametrize("offers, status", [("physiotherapy", 422), ("chiropractic", 200)])
def test_a_grant_names_a_clinic_and_practitioner_that_offer_the_treatment(
    task_id: str, named: str, offers: str, status: int
) -> None:
    stage = staged(treatments=[offers])
    who: dict[str, Any] = {"clinicId": stage.clinic_id, "practitionerId": stage.practitioner_id}
    answer = decide(task_id, approval(**{named: who[named]}))
    code = "grant-clinic-without-treatment" if status == 422 else None
    assert (answer.status, answer.body.get("code")) == (status, code)
    faults = [(fault["pointer"], fault["code"]) for fault in answer.body.get("errors", [])]
    assert faults == ([(f"/grant/{named}", code)] if code else [])


def test_a_clinic_without_any_practitioner_takes_no_client(task_id: str) -> None:
    stage = staged(treatments=["chiropractic"])
    known = DynamoPractitioners().find(stage.practitioner_id)
    DynamoPractitioners().set(replace(known, clinic_id=ClinicId("cli_elsewhere")))
    answer = decide(task_id, approval(clinicId=stage.clinic_id))
    assert (answer.status, answer.body["code"]) == (422, "grant-clinic-without-treatment")
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/grant/clinicId"]
    assert answer.body["errors"][0]["detail"]
    assert decide(task_id).status == 200


@pytest.mark.parametrize("authorised, first", [(True, Money.of(500)), (False, Money.of(400))])
def test_a_grant_keeps_the_rate_of_the_practitioners_authorisation(
    task_id: TaskId, authorised: bool, first: Money
) -> None:
    rates = (Rate(BEGAN, Money.of(500), True), Rate(BEGAN, Money.of(400), False))
    DynamoTariffs().set(Tariff("tryg", "chiropractic", "first", rates, 1), "underwriter")
    named = practitioner(
        practitioner_id="prc_bbbbbbbbbbbbbbbb", authorised=authorised, treatments=("chiropractic",)
    )
    DynamoPractitioners().set(named)
    DynamoClinics().register(clinic(clinic_id=named.clinic_id), SECRET)
    assert decide(task_id, approval(practitionerId=named.practitioner_id)).status == 200
    decision = DynamoTasks().find(task_id).decision
    kept = [fee for fee in (decision.fees if decision else None) or () if fee.service == "first"]
    assert kept == [Fee("first", first, AppliedRate("payer", BEGAN, 1, authorised))]


def test_nothing_is_approved_without_a_consent_in_force_and_the_task_says_so(
    claim_id: str, task_id: str
) -> None:
    [before] = tasks_in().body["items"]
    assert consent(claim_id, None).status == 200
    [task] = tasks_in().body["items"]
    assert ("consentMissing" in before, task["consentMissing"]) == (False, True)
    refused = decide(task_id)
    assert (refused.status, refused.body["code"]) == (409, "consent-missing")
    assert read(claim_id).body["status"] == "in-review"
    assert decide(task_id, {"decision": "deny", "reason": "Nej"}).status == 200
    assert read(claim_id).body["status"] == "denied"


def test_an_approval_goes_through_once_the_consent_is_given_again(claim_id: str, task_id: str) -> None:
    for given in (None, True):
        assert consent(claim_id, given).status == 200
    assert decide(task_id).status == 200
    assert read(claim_id).body["status"] == "approved"
