from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from functions.guarantees.guarantees.handler import handler as guarantees
from functions.guarantees.issue_guarantee.handler import handler
from pypdf import PdfReader

from helsebro.guarantees.issue import NotApproved
from helsebro.ids import ClinicId
from helsebro.money import Money
from helsebro.network.address import Address
from helsebro.policies.payer_mark import payer_mark
from helsebro.tariffs.fee import AppliedRate
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.guarantees.pdf.paper import Paper
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform.settings import MissingSetting
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from tests.builders.calls import ask, event, staff
from tests.builders.claims import consent, outbox_rows
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
from tests.builders.domain.png import png
from tests.builders.network import set_practitioner, staged

pytestmark = pytest.mark.usefixtures("aws")
CLINIC = ClinicId("cli_aaaaaaaaaaaaaaaa")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    return insured_anna()


def test_a_guarantee_for_a_practitioner_is_for_the_practitioners_clinic() -> None:
    stage = staged(treatments=["chiropractic"])
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


@pytest.mark.parametrize("given", [True, None])
def test_the_clinic_hears_of_a_guarantee_only_while_the_consent_is_in_force(
    given: bool | None, aws: dict[str, Any]
) -> None:
    """The workflow may come to its last step, or retry it, long after the approval."""
    claim_id, task_id = approved(practitionerId=staged(treatments=["chiropractic"]).practitioner_id)
    if given is None:
        assert consent(claim_id, None).status == 200
    issue(claim_id, task_id)
    [row] = outbox_rows(aws, "guarantee.issued")
    assert ("clinicId" in row) == bool(given)


def test_a_consent_that_is_withdrawn_while_the_paper_is_printed_holds_the_event_back(
    aws: dict[str, Any],
) -> None:
    claim_id, task_id = approved(practitionerId=staged(treatments=["chiropractic"]).practitioner_id)

    def printed(_: Paper) -> bytes:
        consent(claim_id, None)
        return b"%PDF"

    GuaranteeIssue(print_sealed=printed).run(claim_id, task_id)
    assert ["clinicId" in row for row in outbox_rows(aws, "guarantee.issued")] == [False]


@pytest.mark.parametrize("issued_first", [True, False])
def test_the_clinic_has_the_guarantee_once_the_consent_is_back(
    issued_first: bool, aws: dict[str, Any]
) -> None:
    stage = staged(treatments=["chiropractic"])
    claim_id, task_id = approved(practitionerId=stage.practitioner_id)
    if issued_first:
        issue(claim_id, task_id)
    consent(claim_id, None)
    guarantee_id = issue(claim_id, task_id)
    for given in (True, True):
        assert consent(claim_id, given).status == 200
    told = [row for row in outbox_rows(aws, "guarantee.issued") if "matchedAt" in row["data"]["M"]]
    assert [row["clinicId"]["S"] for row in told] == [stage.clinic_id]
    assert told[0]["data"]["M"]["guaranteeId"]["S"] == guarantee_id


def test_a_consent_that_returns_brings_no_guarantee_that_is_over(aws: dict[str, Any]) -> None:
    stage = staged(treatments=["chiropractic"])
    claim_id, task_id = approved(practitionerId=stage.practitioner_id)
    guarantee_id = issue(claim_id, task_id)
    pk, sk = guarantee_key(guarantee_id)
    tables.commit([Update(tables.settings.cases_table, pk, sk, set={"status": "revoked"})])
    consent(claim_id, None)
    consent(claim_id)
    assert len(outbox_rows(aws, "guarantee.issued")) == 1


def stored_text(aws: dict[str, Any], guarantee_id: str, language: str = "da") -> str:
    """Returns the text of a guarantee's paper."""
    kept = aws["s3"].get_object(Bucket="guarantees", Key=f"tryg/{guarantee_id}.{language}.pdf")
    with kept["Body"] as body:
        return " ".join(PdfReader(BytesIO(body.read())).pages[0].extract_text().split())


def test_the_paper_is_stored_in_each_language_under_the_guarantees_id(aws: dict[str, Any]) -> None:
    claim_id, task_id = approved()
    guarantee_id = issue(claim_id, task_id)
    for language, word in (("da", "Udstedt"), ("nb", "Utstedt"), ("en", "Issued")):
        assert word in stored_text(aws, guarantee_id, language)


def test_the_paper_names_practitioner_clinic_and_address(aws: dict[str, Any]) -> None:
    claim_id, task_id = approved(practitionerId=staged(treatments=["chiropractic"]).practitioner_id)
    text = stored_text(aws, issue(claim_id, task_id))
    for phrase in ("Behandler Anna Holm", "Klinik Nord", "Nørregade 1, 1165 København"):
        assert phrase in text


OWN = Address("Havnegade 3", "1058", "København K", "DK")


@pytest.mark.parametrize(
    "second, own, shown",
    [
        ("Nørregade 1", OWN, "Adresse Nørregade 1, 1165 København"),
        ("Torvegade 2", OWN, "Adresse Havnegade 3, 1058 København K"),
        ("Torvegade 2", None, ""),
    ],
)
def test_the_paper_for_a_clinic_shows_the_place_of_its_practitioners_or_else_its_own_address(
    second: str, own: Address | None, shown: str, aws: dict[str, Any]
) -> None:
    stage = staged(treatments=["chiropractic"], clinic_changes={"address": own})
    address = {"street": second, "postcode": "1165", "city": "København", "country": "DK"}
    assert set_practitioner(stage.clinic_id, "bo", address=address, treatments=["chiropractic"]).status == 201
    claim_id, task_id = approved(clinicId=stage.clinic_id)
    text = stored_text(aws, issue(claim_id, task_id))
    assert ("Adresse" in text, shown in text, "Klinik Nord" in text) == (bool(shown), True, True)


def test_the_address_of_a_practitioner_who_has_left_the_clinic_is_not_shown(aws: dict[str, Any]) -> None:
    stage, practitioners = staged(treatments=["chiropractic"]), DynamoPractitioners()
    claim_id, task_id = approved(clinicId=stage.clinic_id, practitionerId=stage.practitioner_id)
    practitioners.set(replace(practitioners.find(stage.practitioner_id), clinic_id=CLINIC))
    assert "Adresse" not in stored_text(aws, issue(claim_id, task_id))


def test_an_approval_outside_the_network_is_a_promise_to_refund(aws: dict[str, Any]) -> None:
    outside = {"type": "chiropractic", "inNetwork": False, "cost": cost("600.00")}
    claim_id = claim_in_review(treatment=outside)
    task_id = task_of(claim_id)
    grant = {"sessions": 3, "validUntil": IN_HALF_A_YEAR.isoformat()}
    assert decide(task_id, {"decision": "approve", "reason": "8.3.2", "grant": grant}).status == 200
    guarantee_id = issue(claim_id, task_id)
    assert DynamoGuarantees().find(guarantee_id).settlement == "refund"
    assert "Du betaler først 600 kr. pr. behandling" in stored_text(aws, guarantee_id)
    shown = ask(guarantees, event("GET", f"/v1/guarantees/{guarantee_id}", by=staff("caseworker")))
    assert shown.body["settlement"] == "refund"


def test_the_paper_shows_the_mark_that_the_payer_has(aws: dict[str, Any]) -> None:
    payers = DynamoPayers()
    payers.set(payers.find("tryg"), payer_mark(png()))
    claim_id, task_id = approved()
    assert not stored_text(aws, issue(claim_id, task_id)).startswith("Tryg")


def test_the_clinic_of_a_guarantee_is_notified(aws: dict[str, Any]) -> None:
    stage = staged(treatments=["chiropractic"])
    claim_id, task_id = approved(clinicId=stage.clinic_id)
    assert DynamoGuarantees().find(issue(claim_id, task_id)).clinic_id == stage.clinic_id
    [row] = outbox_rows(aws, "guarantee.issued")
    assert row["clinicId"]["S"] == stage.clinic_id


def test_run_again_it_issues_the_same_guarantee_and_one_event(aws: dict[str, Any]) -> None:
    claim_id, task_id = approved()
    assert issue(claim_id, task_id) == issue(claim_id, task_id)
    assert len(DynamoGuarantees().of_claim(claim_id)) == 1
    assert len(outbox_rows(aws, "guarantee.issued")) == 1


@pytest.mark.parametrize(
    "treatment, fee, first, follow_up",
    [
        ({"type": "chiropractic"}, "330.00", "560.00", "330.00"),
        ({"type": "chiropractic", "cost": cost("5000.00")}, "330.00", "560.00", "330.00"),
        ({"type": "chiropractic", "cost": cost("200.00")}, "330.00", "560.00", "330.00"),
    ],
)
def test_in_the_network_the_price_is_the_tariffs_whatever_the_member_stated(
    treatment: dict[str, Any], fee: str, first: str, follow_up: str
) -> None:
    claim_id = claim_in_review(treatment={"country": "DK", "inNetwork": True, **treatment})
    task_id = task_of(claim_id)
    assert decide(task_id).status == 200
    found = DynamoGuarantees().find(issue(claim_id, task_id))
    prices = [found.fee, found.price_of("first"), found.price_of("follow-up")]
    assert [str(price.amount) for price in prices if price] == [fee, first, follow_up]


def own_tariff(amount: int, version: int) -> None:
    rates = (Rate(date(2026, 1, 1), Money.of(amount), True),)
    DynamoTariffs().set(Tariff("tryg", "chiropractic", "follow-up", rates, version), "underwriter")


def test_the_payers_own_tariff_is_the_price_and_the_guarantee_keeps_its_rate() -> None:
    own_tariff(345, version=1)
    claim_id, task_id = approved()
    own_tariff(999, version=2)
    found = DynamoGuarantees().find(issue(claim_id, task_id))
    [first, follow_up] = found.fees
    assert (found.fee, follow_up.amount) == (Money.of(345), Money.of(345))
    assert follow_up.rate == AppliedRate("payer", date(2026, 1, 1), 1, authorised=True)
    assert first.rate == AppliedRate("country", date(2026, 1, 1))


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
