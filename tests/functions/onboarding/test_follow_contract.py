"""What follows a contract: it expires on its last day, and its workflow is resumed once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError
from functions.onboarding.follow_contract.handler import following, handler

from helsebro_aws.onboarding.contract_follow_up import ContractFollowUp
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from tests.builders.calls import LambdaContext, ask, event
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import NETWORK
from tests.builders.clinics.contracts import (
    BO,
    Resumed,
    contract_sent,
    contracts,
    invited,
    sign,
    signer,
    stored_contract,
)
from tests.builders.decisions import seal_key, tasks_in


@pytest.fixture(autouse=True)
def _seal(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))


def message(event_type: str, clinic_id: str, **data: str) -> dict[str, Any]:
    """Returns the message of an event of a clinic, as its queue brings it."""
    event = {
        "eventId": "evt_1",
        "type": event_type,
        "at": "2026-12-30T10:00:00+00:00",
        "payer": "",
        "data": {"clinicId": clinic_id, **data},
        "clinicId": clinic_id,
    }
    record = {"messageId": "1", "receiptHandle": "1", "body": json.dumps(event), "eventSource": "aws:sqs"}
    return {"Records": [record]}


def reached(clinic_id: str, kind: str = "contract-expiry") -> None:
    """Lets a clock of the clinic end."""
    assert handler(message("deadline.reached", clinic_id, kind=kind), LambdaContext()) == {
        "batchItemFailures": []
    }


def test_an_unsigned_contract_expires_once(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    reached(clinic_id)
    reached(clinic_id)
    assert stored_contract(clinic_id).status == "expired"
    assert [row["clinicId"]["S"] for row in outbox_rows(aws, "contract.expired")] == [clinic_id]


def test_the_task_about_a_signer_closes_when_the_contract_expires(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent(cpr=None)
    sign(clinic_id, signer(BO, "Bo Holm"), invitation=invited(clinic_id))
    reached(clinic_id)
    reached(clinic_id)
    assert tasks_in("onboarding", NETWORK).body["items"] == []
    assert len(outbox_rows(aws, "task.closed")) == 1


def test_a_signed_contract_does_not_expire(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    sign(clinic_id)
    reached(clinic_id)
    assert stored_contract(clinic_id).status == "signed"
    assert outbox_rows(aws, "contract.expired") == []


def test_another_clock_changes_nothing() -> None:
    clinic_id = contract_sent()
    reached(clinic_id, "contract-reminder-7")
    assert stored_contract(clinic_id).status == "sent"


def test_an_expired_contract_cannot_be_signed() -> None:
    clinic_id = contract_sent()
    reached(clinic_id)
    answer = sign(clinic_id)
    assert (answer.status, answer.body["code"]) == (422, "contract-expired")


def test_the_workflow_is_resumed_once_with_what_became_of_the_contract() -> None:
    clinic_id, workflows = contract_sent(), Resumed()
    following = ContractFollowUp(workflows=workflows)
    assert following.resume(clinic_id) == "contract.has-ended"
    sign(clinic_id)
    assert [following.resume(clinic_id) for _ in range(2)] == ["workflow.resumed", "contract.has-ended"]
    assert workflows.results == {"token-1": "signed"}


def test_a_lost_workflow_starts_again_to_end_the_onboarding() -> None:
    clinic_id, workflows = contract_sent(), Resumed(still_waits=False)
    following = ContractFollowUp(workflows=workflows)
    following.expire(clinic_id)
    assert following.resume(clinic_id) == "workflow.started-again"
    assert [event["type"] for event in workflows.started] == ["clinic.applied"]


def test_after_a_signature_a_lost_workflow_has_nothing_left_to_do() -> None:
    clinic_id, workflows = contract_sent(), Resumed(still_waits=False)
    sign(clinic_id)
    assert ContractFollowUp(workflows=workflows).resume(clinic_id) == "workflow.gone"
    assert workflows.started == []


def test_the_pdf_of_a_contract_that_came_to_nothing_is_removed(aws: dict[str, Any]) -> None:
    ended, signed = contract_sent(), contract_sent()
    reached(ended)
    assert sign(signed).status == 200
    for clinic_id in (ended, signed):
        ContractFollowUp(workflows=Resumed()).resume(clinic_id)
    kept = aws["s3"].list_objects_v2(Bucket="documents", Prefix="contracts/")["Contents"]
    names = {each["Key"].split("/")[1] for each in kept}
    assert (ended in names, signed in names) == (False, True)
    path = f"/v1/clinics/{ended}/contract"
    assert ask(contracts(), event("GET", path, by=signer())).status == 404


def test_papers_that_no_contract_names_are_removed_and_the_signed_ones_stay(aws: dict[str, Any]) -> None:
    signed, ended = contract_sent(), contract_sent()
    for clinic_id in (signed, ended):
        ContractPapers().store_contract(clinic_id, "0" * 64, b"%PDF of a step that crashed")
        ContractPapers().store_evidence(clinic_id, "0" * 64, b"{}")
    assert sign(signed).status == 200
    reached(ended)
    for clinic_id in (signed, ended):
        ContractFollowUp(workflows=Resumed()).resume(clinic_id)
    kept = aws["s3"].list_objects_v2(Bucket="documents", Prefix="contracts/")["Contents"]
    contract = stored_contract(signed)
    assert contract.signature
    assert {each["Key"] for each in kept} == {
        f"contracts/{signed}/{contract.sha256}.pdf",
        f"contracts/{signed}/evidence-{contract.signature.evidence_sha256}.json",
    }


class Gone:
    """Step Functions, where no execution waits with any token."""

    def send_task_success(self, **_: str) -> None:
        """Refuses the token."""
        raise ClientError({"Error": {"Code": "TaskTimedOut", "Message": ""}}, "SendTaskSuccess")


@pytest.mark.parametrize("waits", [True, False])
def test_the_handler_resumes_a_workflow_or_starts_it_again(
    waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not waits:
        monkeypatch.setitem(vars(following.workflows), "client", Gone())
    clinic_id = contract_sent()
    reached(clinic_id)
    expired = message("contract.expired", clinic_id)
    assert handler(expired, LambdaContext()) == {"batchItemFailures": []}
    known = DynamoContracts().waiting(clinic_id)
    assert known
    assert known.is_resumed
