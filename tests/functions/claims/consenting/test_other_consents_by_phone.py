"""The consents beside that of a case, decided by phone or letter and recorded by staff (F4-02, Q31)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.claims.consent import one_year_on
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from tests.builders.calls import member, staff
from tests.builders.claims import (
    claim_of,
    consent,
    evidence,
    outbox_rows,
    pointers,
    reported_ago,
    turned_15_on,
)
from tests.builders.clinics.consents import (
    consent_to,
    consents_of_person,
    my_consents,
    personal_consent,
    read_consent_to,
    recorded_consent,
)
from tests.builders.clinics.matches import insured_guarantee
from tests.builders.network import staged
from tests.builders.policies import ANNA, BO, CARL, enrol, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
STAFF = staff("caseworker")
KINDS = ("general", "network-contact")


@pytest.fixture
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


@pytest.fixture
def claim_id(anna: str) -> ClaimId:
    return claim_of(STAFF, personId=anna, treatment={"type": "chiropractic"})


def mine(kind: str, by: dict[str, Any] | None = None) -> dict[str, Any]:
    return next(item for item in my_consents(by).body["items"] if item["kind"] == kind)


# Of a person


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("how", ["phone", "letter"])
def test_a_personal_consent_is_recorded_with_its_evidence_and_its_year(
    claim_id: ClaimId, kind: str, how: str
) -> None:
    told = evidence(f"{kind}-consent", how=how, ago=timedelta(days=30))
    answer = recorded_consent(claim_id, kind, evidence=told)
    said_on = local_day(datetime.fromisoformat(told["at"]))
    assert (answer.status, answer.body["status"]) == (200, "given")
    assert answer.body["expiresOn"] == one_year_on(said_on).isoformat()
    [past] = mine(kind)["history"]
    assert (past["evidence"]["how"], past["evidence"]["textVersion"]) == (how, f"{kind}-consent-2026-12")
    assert past["evidence"]["recordedBy"].startswith("staff:tryg:")
    assert past["evidence"]["wording"]


def test_a_withdrawal_by_phone_follows_a_yes_and_a_refusal_comes_first_too(claim_id: ClaimId) -> None:
    assert recorded_consent(claim_id, "general", True).body["status"] == "given"
    assert recorded_consent(claim_id, "general", False).body["status"] == "withdrawn"
    assert recorded_consent(claim_id, "network-contact", False).body["status"] == "refused"
    assert [past["status"] for past in mine("general")["history"]] == ["withdrawn", "given"]
    assert all(past["evidence"] for past in mine("general")["history"])


def test_staff_list_both_consents_of_the_person_with_every_decision(claim_id: ClaimId) -> None:
    assert personal_consent("general", True).status == 200
    assert recorded_consent(claim_id, "network-contact", False).status == 200
    listed = consents_of_person(claim_id).body
    shown = {item["kind"]: item for item in listed["items"]}
    assert listed["nextCursor"] is None
    assert {kind: item["status"] for kind, item in shown.items()} == {
        "general": "given",
        "network-contact": "refused",
    }
    assert [past["evidence"] for past in shown["general"]["history"]] == [None]
    assert shown["network-contact"]["history"][0]["evidence"]["how"] == "phone"
    assert [item["receipt"] for item in listed["items"]] == [None, None]


def test_another_insurer_does_not_learn_who_else_recorded_it(claim_id: ClaimId, anna: str) -> None:
    payer_of("gjensidige")
    other = staff("caseworker", payer="gjensidige")
    policy_id = policy_of("gjensidige", number="P-2")
    enrolled = enrol(policy_id, by=staff("underwriting", payer="gjensidige"))
    assert enrolled.status == 201, enrolled.body
    elsewhere = claim_of(other, personId=anna, treatment={"type": "chiropractic"})
    assert recorded_consent(claim_id).status == 200
    [general, _] = consents_of_person(elsewhere, other).body["items"]
    assert (general["status"], general["history"][0]["evidence"]) == ("given", None)
    assert mine("general")["history"][0]["evidence"]["recordedBy"].startswith("staff:tryg:")


@pytest.mark.parametrize(
    "by, status",
    [
        (staff("caseworker", payer="gjensidige"), 404),
        (staff("finance"), 403),
        (staff("platform", payer=None), 403),
        (member(ANNA), 403),
        (member(BO), 403),
    ],
)
def test_no_one_else_records_or_lists_them(claim_id: ClaimId, by: dict[str, Any], status: int) -> None:
    payer_of("gjensidige")
    assert recorded_consent(claim_id, by=by).status == consents_of_person(claim_id, by).status == status


def test_an_unknown_kind_and_the_consents_of_a_case_are_not_found(claim_id: ClaimId) -> None:
    assert recorded_consent(claim_id, "case").status == 404
    assert recorded_consent(ClaimId("clm_x")).status == 404


def test_a_child_under_15_has_none_and_a_parents_word_counts_no_longer_then(anna: str) -> None:
    policy_id = policy_of("tryg", number="P-family")
    child = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    claim_id = claim_of(STAFF, personId=child)
    refused = recorded_consent(claim_id)
    assert (refused.status, refused.body["code"]) == (403, "not-yours-to-decide")
    turned_15_on(claim_id, local_day(datetime.now(UTC)) - timedelta(days=2))
    of_parent = evidence("general-consent", ago=timedelta(days=9))
    assert pointers(recorded_consent(claim_id, evidence=of_parent)) == {
        ("/evidence/at", "evidence-of-guardian")
    }
    assert recorded_consent(claim_id).status == 200


FAULTS: list[tuple[Any, dict[str, Any], set[tuple[str, str]]]] = [
    (True, {"evidence": None}, {("/evidence", "not-an-object"), ("/evidence", "evidence-missing")}),
    ("yes", {}, {("/given", "not-a-boolean")}),
    (
        True,
        {"evidence": evidence("network-contact-consent", ago=timedelta(days=800))},
        {("/evidence/textVersion", "text-version-unknown"), ("/evidence/at", "evidence-too-old")},
    ),
    (
        False,
        {"evidence": evidence("general-consent", ago=-timedelta(days=1)), "claimId": "clm_x"},
        {
            ("/evidence/textVersion", "text-version-unknown"),
            ("/evidence/at", "evidence-in-the-future"),
            ("/claimId", "unknown-field"),
        },
    ),
]


@pytest.mark.parametrize("given, body, faults", FAULTS)
def test_all_faults_are_returned_at_once(
    claim_id: ClaimId, given: Any, body: dict[str, Any], faults: set[tuple[str, str]]
) -> None:
    answer = recorded_consent(claim_id, "general", given, **body)
    assert answer.status == 422
    assert pointers(answer) == faults
    assert mine("general")["history"] == []


def test_an_older_call_changes_nothing_that_the_person_decided_since(claim_id: ClaimId) -> None:
    told = evidence("general-consent", ago=timedelta(seconds=2))
    assert personal_consent("general", False).status == 200
    answer = recorded_consent(claim_id, "general", evidence=told)
    assert (answer.status, answer.body["code"]) == (409, "consent-decided-since")
    assert mine("general")["status"] == "refused"


def test_a_decision_of_the_person_after_a_recorded_one_has_no_evidence(claim_id: ClaimId) -> None:
    assert recorded_consent(claim_id).status == 200
    assert personal_consent("general", False).status == 200
    assert [past["evidence"] is None for past in mine("general")["history"]] == [True, False]


# To a clinic


def test_staff_record_what_a_member_says_about_a_clinic() -> None:
    guarantee, stage = insured_guarantee(), staged()
    reported_ago(guarantee.claim_id, timedelta(days=60))
    told = evidence("clinic-consent", how="letter", ago=timedelta(days=30))
    given = consent_to(stage.clinic_id, guarantee.claim_id, True, STAFF, evidence=told)
    said_on = local_day(datetime.fromisoformat(told["at"]))
    assert (given.status, given.body["expiresOn"]) == (200, one_year_on(said_on).isoformat())
    no = evidence("clinic-consent-refusal")
    withdrawn = consent_to(stage.clinic_id, guarantee.claim_id, False, STAFF, evidence=no)
    assert (withdrawn.body["status"], withdrawn.body["passesOn"]) == ("withdrawn", False)
    for by in (member(ANNA), STAFF):
        history = read_consent_to(stage.clinic_id, guarantee.claim_id, by).body["history"]
        assert [past["evidence"]["how"] for past in history] == ["phone", "letter"]
    [listed] = [item for item in my_consents().body["items"] if item["kind"] == "clinic"]
    assert listed["history"] == history


@pytest.mark.parametrize(
    "by, given, body, fault",
    [
        (STAFF, True, {}, ("/evidence", "evidence-missing")),
        (member(ANNA), True, {"evidence": evidence("clinic-consent")}, ("/evidence", "evidence-of-staff")),
        (STAFF, True, {"evidence": evidence()}, ("/evidence/textVersion", "text-version-unknown")),
        (
            STAFF,
            False,
            {"evidence": evidence("clinic-consent")},
            ("/evidence/textVersion", "text-version-unknown"),
        ),
        (
            STAFF,
            True,
            {"evidence": evidence("clinic-consent", ago=timedelta(days=3))},
            ("/evidence/at", "evidence-before-case"),
        ),
    ],
)
def test_a_faulty_record_about_a_clinic_decides_nothing(
    by: dict[str, Any], given: bool, body: dict[str, Any], fault: tuple[str, str]
) -> None:
    guarantee, stage = insured_guarantee(), staged()
    reported_ago(guarantee.claim_id, timedelta(days=1))
    answer = consent_to(stage.clinic_id, guarantee.claim_id, given, by, **body)
    assert (answer.status, pointers(answer)) == (422, {fault})
    assert read_consent_to(stage.clinic_id, guarantee.claim_id).body["history"] == []


def test_an_older_call_about_a_clinic_changes_nothing_that_was_decided_since() -> None:
    guarantee, stage = insured_guarantee(), staged()
    reported_ago(guarantee.claim_id, timedelta(days=2))
    told = evidence("clinic-consent", ago=timedelta(seconds=2))
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
    answer = consent_to(stage.clinic_id, guarantee.claim_id, True, STAFF, evidence=told)
    assert (answer.status, answer.body["code"]) == (409, "consent-decided-since")


def test_staff_withdraw_nothing_without_evidence() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert consent_to(stage.clinic_id, guarantee.claim_id, None, STAFF).status == 403


# What is told


def test_each_recorded_decision_and_no_other_tells_who_decides(aws: dict[str, Any]) -> None:
    guarantee, stage = insured_guarantee(), staged()
    reported_ago(guarantee.claim_id, timedelta(days=2))
    assert personal_consent("general", True).status == 200
    assert consent(guarantee.claim_id, None).status == 200
    assert outbox_rows(aws, "decision.recorded") == []
    said = evidence("clinic-consent")
    assert consent_to(stage.clinic_id, guarantee.claim_id, True, STAFF, evidence=said).status == 200
    assert recorded_consent(guarantee.claim_id, "network-contact", False).status == 200
    told = {
        (row["data"]["M"]["decision"]["S"], row["data"]["M"]["outcome"]["S"], row["payer"]["S"])
        for row in outbox_rows(aws, "decision.recorded")
    }
    assert told == {("clinic", "given", "tryg"), ("network-contact", "refused", "tryg")}
