from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from functions.onboarding.end_onboarding.handler import handler

from helsebro.ids import ClinicId
from helsebro.network.clinic import Checklist
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import NETWORK, applied, odd, received, reviewed
from tests.builders.clinics.contracts import contract_sent, stored_contract
from tests.builders.decisions import decide
from tests.builders.network import clinics, staged
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")
APPROVED = {"decision": "approve"}


def decline(clinic_id: ClinicId, reason: str) -> None:
    """Stores that the contract of a clinic was declined."""
    contracts, contract = DynamoContracts(), stored_contract(clinic_id)
    tables.commit([contracts.change(contract, contract.declined(reason, clock.now()))])


def denied(reason: str = "Vi kan ikke finde klinikken") -> ClinicId:
    clinic_id, task_id = odd()
    assert decide(task_id, {"decision": "deny", "reason": reason}, by=NETWORK).status == 200
    end(clinic_id, decision="deny", taskId=task_id)
    return clinic_id


def end(clinic_id: ClinicId, **given: Any) -> None:
    assert handler({**received(clinic_id), **given}, None) == {
        "clinicId": clinic_id,
        "decision": given["decision"],
    }


def shown(clinic_id: ClinicId, by: dict[str, Any] = NETWORK) -> Any:
    answer = ask(clinics(), event("GET", f"/v1/clinics/{clinic_id}", by=by))
    assert answer.status == 200, answer.body
    return answer.body


def test_a_denied_clinic_has_ended_and_its_network_team_reads_why() -> None:
    clinic = shown(denied("Vi kan ikke finde klinikken"))
    assert (clinic["status"], clinic["nextStep"]) == ("ended", None)
    assert (clinic["ending"]["why"], clinic["ending"]["reason"]) == ("denied", "Vi kan ikke finde klinikken")


def test_the_signatory_reads_why_it_ended() -> None:
    clinic_id = contract_sent(ANNA)
    decline(clinic_id, "Vi lukker")
    end(clinic_id, **APPROVED, contract="declined")
    ending = shown(clinic_id, member(ANNA))["ending"]
    assert (ending["why"], ending["reason"]) == ("declined", "Vi lukker")


def test_a_contract_that_expired_has_no_reason() -> None:
    clinic_id = contract_sent()
    end(clinic_id, **APPROVED, contract="expired")
    assert "reason" not in shown(clinic_id)["ending"]
    assert shown(clinic_id)["ending"]["why"] == "expired"


def test_the_event_says_why_and_holds_no_text(aws: Any) -> None:
    clinic_id = denied("Vi kan ikke finde klinikken")
    [row] = outbox_rows(aws, "onboarding.ended")
    assert row["data"]["M"] == {"clinicId": {"S": clinic_id}, "why": {"S": "denied"}}


def test_a_step_that_runs_again_changes_nothing(aws: Any) -> None:
    clinic_id = applied()
    for _ in range(3):
        end(clinic_id, **APPROVED, contract="expired")
    assert len(outbox_rows(aws, "onboarding.ended")) == 1


def test_a_contract_that_was_signed_in_the_end_keeps_its_clinic(aws: Any) -> None:
    at = clock.now()
    stage = staged(clinic_changes={"status": "applied", "checklist": Checklist(at, None, at)})
    end(stage.clinic_id, **APPROVED, contract="expired")
    assert DynamoClinics().find(stage.clinic_id).status == "applied"
    assert outbox_rows(aws, "onboarding.ended") == []


def test_all_that_is_kept_of_the_applicant_is_removed_half_a_year_later(aws: Any) -> None:
    clinic_id = contract_sent()
    decline(clinic_id, "Vi lukker")
    end(clinic_id, **APPROVED, contract="declined")
    items = aws["dynamodb"].scan(TableName="network", ConsistentRead=True)["Items"]
    assert {item["sk"]["S"] for item in items} == {"CLINIC", "APPLICATION", "CONTRACT"}
    latest = clock.now() + timedelta(days=180)
    for item in items:
        removed_at = datetime.fromtimestamp(int(item["expiresAt"]["N"]), latest.tzinfo)
        assert latest - timedelta(hours=1) <= removed_at <= latest


def test_the_tasks_about_an_application_are_removed_with_it(aws: Any) -> None:
    denied()
    items = aws["dynamodb"].scan(TableName="cases", ConsistentRead=True)["Items"]
    [task] = [item for item in items if item["sk"]["S"].startswith("TASK#")]
    days = (int(task["expiresAt"]["N"]) - clock.now().timestamp()) / (24 * 60 * 60)
    assert 179 < days <= 180


def test_an_ended_clinic_makes_the_next_application_of_its_company_no_oddity() -> None:
    clinic_id = applied(cvr="24260666")
    end(clinic_id, **APPROVED, contract="expired")
    assert reviewed(applied(cvr="24260666")) is None


@pytest.mark.parametrize(
    "given",
    [
        {"decision": "approve", "contract": "signed"},
        {"decision": "approve", "contract": "superseded"},
        {"decision": "superseded"},
    ],
)
def test_a_signature_and_an_execution_that_another_replaces_end_nothing(
    given: dict[str, str], aws: Any
) -> None:
    clinic_id = applied()
    end(clinic_id, **given)
    assert DynamoClinics().find(clinic_id).status == "applied"
    assert outbox_rows(aws, "onboarding.ended") == []
