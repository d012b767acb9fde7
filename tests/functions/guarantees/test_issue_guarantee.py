from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.guarantees.issue_guarantee.handler import handler

from helsebro.guarantees.issue import NotApproved
from helsebro.ids import ClinicId
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform.settings import MissingSetting
from tests.builders.claims import outbox_rows
from tests.builders.decisions import (
    IN_HALF_A_YEAR,
    approved,
    claim_in_review,
    cost,
    decide,
    insured_anna,
    issue,
    seal_key,
    task_of,
    today,
)
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")
CLINIC = ClinicId("cli_aaaaaaaaaaaaaaaa")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    return insured_anna()


def put_clinic() -> None:
    from helsebro.network.clinic import Checklist, Clinic, ClinicContact
    from helsebro_aws.dynamodb.record import to_item
    from helsebro_aws.dynamodb.tables import Put, tables

    contact = ClinicContact("70 10 10 10", "klinik@example.org")
    there = Clinic(CLINIC, "Klinik Nord", "12345674", "DK", contact, "active", Checklist())
    item = {"pk": CLINIC, "sk": "CLINIC", **to_item(there)}
    tables.commit([Put(tables.settings.network_table, item)])


def test_a_guarantee_for_a_practitioner_is_for_the_practitioners_clinic() -> None:
    stage = staged()
    claim_id, task_id = approved(practitionerId=stage.practitioner_id)
    assert DynamoGuarantees().find(issue(claim_id, task_id)).clinic_id == stage.clinic_id


def test_an_approval_issues_a_guarantee_with_its_frame(aws: dict[str, Any]) -> None:
    claim_id, task_id = approved()
    found = DynamoGuarantees().find(issue(claim_id, task_id))
    assert (found.status, found.treatment, found.sessions_granted) == ("active", "chiropractic", 3)
    assert (found.valid_from, found.valid_until) == (today(), IN_HALF_A_YEAR)
    assert (found.sessions_booked, found.sessions_used) == (0, 0)
    assert found.contact.phone == "70 11 20 20"
    assert found.payer_endpoint == ("0088", "5790000000005")
    [row] = outbox_rows(aws, "guarantee.issued")
    assert row["data"]["M"]["guaranteeId"]["S"] == found.guarantee_id
    assert "clinicId" not in row


def test_the_paper_is_a_pdf_stored_under_the_guarantees_id(aws: dict[str, Any]) -> None:
    claim_id, task_id = approved()
    guarantee_id = issue(claim_id, task_id)
    kept = aws["s3"].get_object(Bucket="guarantees", Key=f"tryg/{guarantee_id}.pdf")
    with kept["Body"] as body:
        assert body.read(5) == b"%PDF-"


def test_the_clinic_of_a_guarantee_is_notified(aws: dict[str, Any]) -> None:
    put_clinic()
    claim_id, task_id = approved(clinicId=CLINIC)
    assert DynamoGuarantees().find(issue(claim_id, task_id)).clinic_id == CLINIC
    [row] = outbox_rows(aws, "guarantee.issued")
    assert row["clinicId"]["S"] == CLINIC


def test_run_again_it_issues_the_same_guarantee_and_one_event(aws: dict[str, Any]) -> None:
    claim_id, task_id = approved()
    assert issue(claim_id, task_id) == issue(claim_id, task_id)
    assert len(DynamoGuarantees().of_claim(claim_id)) == 1
    assert len(outbox_rows(aws, "guarantee.issued")) == 1


@pytest.mark.parametrize(
    "treatment, fee, first, follow_up",
    [
        ({"type": "chiropractic"}, "330.00", "560.00", "330.00"),
        ({"type": "chiropractic", "cost": cost("400.00")}, "400.00", "400.00", "400.00"),
        ({"type": "chiropractic", "cost": cost("400.00", "NOK")}, "330.00", "560.00", "330.00"),
    ],
)
def test_the_price_is_the_claims_or_else_the_tariffs(
    treatment: dict[str, Any], fee: str, first: str, follow_up: str
) -> None:
    claim_id = claim_in_review(treatment={"country": "DK", "inNetwork": True, **treatment})
    task_id = task_of(claim_id)
    assert decide(task_id).status == 200
    found = DynamoGuarantees().find(issue(claim_id, task_id))
    prices = [found.fee, found.price_of("first"), found.price_of("follow-up")]
    assert [str(price.amount) for price in prices if price] == [fee, first, follow_up]


@pytest.mark.parametrize("body", [None, {"decision": "deny", "reason": "Nej"}])
def test_without_an_approval_there_is_no_guarantee(body: dict[str, Any] | None) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert body is None or decide(task_id, body).status == 200
    with pytest.raises(NotApproved):
        handler({"claimId": claim_id, "taskId": task_id}, None)


def test_without_a_seal_key_nothing_is_issued(monkeypatch: pytest.MonkeyPatch, aws: Any) -> None:
    claim_id, task_id = approved(sessions=1, until=today() + timedelta(days=1))
    monkeypatch.delenv("HELSEBRO_SEAL_KEY")
    with pytest.raises(MissingSetting):
        issue(claim_id, task_id)
    assert outbox_rows(aws, "guarantee.issued") == []
