"""An odd application is a task of the network team; every other gets its contract without one."""

from __future__ import annotations

from typing import Any

import pytest
from functions.decisions.ask_staff.handler import handler as ask_staff
from functions.decisions.ask_staff.handler import question as deployed
from functions.decisions.report_failure.handler import handler as report_failure

from helsebro.errors import NotFound
from helsebro.ids import ClinicId, TaskId
from helsebro.onboarding.oddity import ODDITIES
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClinicReview
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps
from tests.builders.calls import ask, event, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import (
    COMPANY,
    NETWORK,
    REVIEW,
    Unasked,
    applied,
    odd,
    received,
    reviewed,
)
from tests.builders.clinics.form import form, signatory
from tests.builders.decisions import decide, tasks_in
from tests.builders.network import staged
from tests.builders.policies import ANNA, payer_of

pytestmark = pytest.mark.usefixtures("aws")
PHONE, EMAIL = "+45 33 11 22 33", "Mette@Klinik.example"


def listed(by: dict[str, Any] = NETWORK) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = tasks_in("onboarding", by).body["items"]
    return items


def codes(clinic_id: ClinicId) -> list[str]:
    task_id = reviewed(clinic_id)
    return list(DynamoTasks().find(task_id).oddities or ()) if task_id else []


def test_an_ordinary_application_needs_no_staff() -> None:
    staged()
    workflows = Unasked()
    assert reviewed(applied(), workflows=workflows) is None
    assert workflows.told == {"token-1": "unasked"}
    assert listed() == []


@pytest.mark.parametrize(
    "mine, theirs, code",
    [
        ({"cvr": COMPANY}, {"cvr": COMPANY}, "company-known"),
        ({"phone": PHONE}, {"phone": "33112233"}, "phone-known"),
        (
            {"signatory": signatory(email=EMAIL)},
            {"signatory": signatory(email=EMAIL.lower())},
            "email-known",
        ),
        (
            {"signatory": signatory(cpr=ANNA)},
            {"signatory": signatory(name="Anna Lund", cpr=ANNA)},
            "signatory-known",
        ),
    ],
)
def test_what_an_application_shares_with_another_clinic_is_odd(
    mine: dict[str, Any], theirs: dict[str, Any], code: str
) -> None:
    applied(**theirs)
    assert codes(applied(**mine)) == [code]


def test_other_as_clinic_system_and_a_free_mail_address_are_not_odd() -> None:
    assert codes(applied(clinicSystem="other", signatory=signatory(email="m.lund@mail.example"))) == []


def test_the_same_digits_in_another_country_are_another_phone() -> None:
    applied(phone="33 11 22 33")
    norwegian = applied(country="NO", cvr="923609016", phone="33 11 22 33")
    assert codes(norwegian) == []


def test_a_clinic_that_ended_makes_no_application_odd() -> None:
    staged(clinic_changes={"cvr": COMPANY, "status": "ended"})
    assert codes(applied(cvr=COMPANY)) == []


def test_a_phone_that_the_other_clinic_no_longer_has_is_not_odd() -> None:
    stage = staged()
    for phone in (PHONE, "+45 44 11 22 33"):
        assert stage.event("clinic.changed", {"phone": phone}).status == 202
    assert codes(applied(phone=PHONE)) == []
    assert codes(applied(phone="44 11 22 33")) == ["phone-known"]


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_network_team_reads_what_is_odd_in_its_language(language: str) -> None:
    from functions.decisions.tasks.handler import handler

    clinic_id, task_id = odd()
    call = event("GET", "/v1/tasks?queue=onboarding", by=NETWORK, headers={"accept-language": language})
    [task] = ask(handler, call).body["items"]
    assert (task["taskId"], task["subject"], task["proposal"]) == (task_id, {"clinicId": clinic_id}, None)
    text = ODDITIES["company-known"][language]
    assert task["oddities"] == [{"code": "company-known", "text": text}]
    assert task["application"]["signatory"]["name"] == form()["signatory"]["name"]
    assert "signer" not in task


def test_the_task_is_the_platforms_and_no_payers(aws: Any) -> None:
    payer_of("tryg")
    clinic_id, task_id = odd()
    assert tasks_in("onboarding", staff("caseworker")).status == 403
    assert decide(task_id, by=staff("caseworker")).status == 404
    [row] = outbox_rows(aws, "task.opened")
    assert row["data"]["M"]["clinicId"] == {"S": clinic_id}
    assert "claimId" not in row["data"]["M"]


@pytest.mark.parametrize("decision", ["approve", "deny"])
def test_the_workflow_goes_on_with_the_decision(decision: str) -> None:
    _, task_id = odd()
    assert decide(task_id, {"decision": decision, "reason": "Set på"}, by=NETWORK).status == 200
    workflows: Any = Unasked()
    assert WorkflowResumption(workflows=workflows).run(task_id) == "workflow.resumed"
    assert workflows.told == {"token-1": decision}
    assert listed() == []


@pytest.mark.parametrize(
    "body",
    [
        {"decision": "clarify", "question": "Hvem er I?"},
        {"decision": "approve", "grant": {"sessions": 3, "validUntil": "2027-01-01"}},
    ],
)
def test_an_application_is_only_approved_or_denied(body: dict[str, Any]) -> None:
    _, task_id = odd()
    answer = decide(task_id, {**body, "reason": "Set"}, by=NETWORK)
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "only-approve-or-deny")
    assert len(listed()) == 1


def test_only_the_first_of_two_decisions_counts() -> None:
    _, task_id = odd()
    answers = [decide(task_id, {"decision": "approve", "reason": "Set"}, by=NETWORK) for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 409]


def test_a_step_that_runs_again_has_one_task_and_the_newest_token() -> None:
    clinic_id, task_id = odd()
    workflows = Unasked()
    assert reviewed(clinic_id, "token-2", workflows) == task_id
    assert DynamoTasks().stored(task_id).token == "token-2"
    assert workflows.told == {"token-1": "superseded"}


def test_the_deployed_step_opens_the_task_of_an_odd_application() -> None:
    clinic_id, task_id = odd()
    assert deployed.tasks.find(task_id).subject == ClinicReview(clinic_id)
    assert ask_staff({**received(clinic_id), "taskToken": "token-1"}, None) == {"taskId": task_id}


def test_an_unknown_clinic_has_no_application_to_review() -> None:
    with pytest.raises(NotFound):
        reviewed(ClinicId("cli_aaaaaaaaaaaaaaaa"))


def test_a_workflow_that_failed_before_the_contract_leaves_a_task_that_starts_it_again() -> None:
    clinic_id = applied()
    failed = {**received(clinic_id), "decision": "approve", "error": "Unavailable"}
    task_id = TaskId(report_failure(failed, None)["taskId"])
    [task] = listed()
    assert (task["taskId"], task["reason"]) == (task_id, "workflow-failed")
    answer = decide(task_id, {"decision": "approve", "reason": "Set"}, version=task["version"], by=NETWORK)
    assert answer.status == 200
    workflows: Any = Unasked()
    assert WorkflowResumption(workflows=workflows).run(task_id) == "workflow.started-again"
    [again] = workflows.started
    task_again = StaffQuestion(workflows=workflows).ask(REVIEW, again, "token-2")
    assert task_again
    assert workflows.told == {"token-2": "approve"}


def test_a_follow_up_of_the_network_is_closed_by_it_alone() -> None:
    clinic_id, at = applied(), clock.now()
    within = REVIEW.within
    made = follow_up("network", ClinicReview(clinic_id), "deadline-missed", "evt_1", at, within)
    creation, opened = FollowUps().opening(made)
    DynamoTasks().tables.commit([creation], events=[opened])
    assert [task["taskId"] for task in tasks_in("network", NETWORK).body["items"]] == [made.task_id]
    assert (
        decide(made.task_id, {"decision": "approve", "reason": "Set"}, by=staff("caseworker")).status == 404
    )
    assert decide(made.task_id, {"decision": "approve", "reason": "Set"}, by=NETWORK).status == 200
    assert tasks_in("network", NETWORK).body["items"] == []
    assert DynamoClinics().find(clinic_id).status == "applied"
