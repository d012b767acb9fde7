"""A member without MitID decides by phone or letter, and a caseworker records it (F4-02)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from functions.claims.consents.handler import handler

from helsebro.claims.consent import one_year_on
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import (
    claim_of,
    consent,
    evidence,
    outbox_rows,
    pointers,
    read,
    reported_ago,
    turned_15_on,
)
from tests.builders.mandates import given as given_mandate
from tests.builders.policies import ANNA, BO, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
STAFF = staff("caseworker")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


@pytest.fixture
def claim_id(anna: str) -> ClaimId:
    return claim_of(STAFF, personId=anna, treatment={"type": "chiropractic"})


def history(claim_id: str, by: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    call = event("GET", f"/v1/claims/{claim_id}/consent", by=by or member(ANNA))
    found: list[dict[str, Any]] = ask(handler, call).body["history"]
    return found


def test_a_recorded_consent_takes_a_phoned_claim_into_review(claim_id: str) -> None:
    assert read(claim_id).body["reportedBy"] == "caseworker"
    answer = consent(claim_id, by=STAFF, evidence=evidence())
    assert (answer.status, answer.body["claimStatus"]) == (200, "in-review")


def test_the_event_of_a_phoned_case_says_who_reported_it(claim_id: ClaimId, aws: dict[str, Any]) -> None:
    [row] = outbox_rows(aws, "claim.reported")
    assert (row["data"]["M"]["claimId"]["S"], row["data"]["M"]["reportedBy"]["S"]) == (claim_id, "caseworker")


@pytest.mark.parametrize("how", ["phone", "letter"])
def test_the_member_sees_later_who_recorded_it_when_how_and_after_which_words(
    claim_id: ClaimId, how: str
) -> None:
    reported_ago(claim_id, timedelta(days=3))
    told = evidence(how=how, ago=timedelta(days=3))
    consent(claim_id, by=STAFF, evidence=told)
    for by in (member(ANNA), STAFF):
        [past] = history(claim_id, by)
        assert (past["status"], past["decidedBy"]) == ("given", "member")
        shown = past["evidence"]
        assert (shown["how"], shown["textVersion"]) == (how, "consent-2026-11")
        told_at = datetime.fromisoformat(told["at"]).replace(microsecond=0)
        assert datetime.fromisoformat(shown["at"]) == told_at
        assert shown["recordedBy"].startswith("staff:tryg:")
        assert "samtykke" in shown["wording"]


def test_the_year_of_a_recorded_consent_begins_with_the_call(claim_id: ClaimId) -> None:
    reported_ago(claim_id, timedelta(days=40))
    told = evidence(ago=timedelta(days=30))
    answer = consent(claim_id, by=STAFF, evidence=told)
    called_on = local_day(datetime.fromisoformat(told["at"]))
    assert answer.body["expiresOn"] == one_year_on(called_on).isoformat()


def test_a_withdrawal_by_phone_is_kept_with_its_evidence(claim_id: str) -> None:
    consent(claim_id, by=STAFF, evidence=evidence())
    answer = consent(claim_id, given=False, by=STAFF, evidence=evidence("consent-refusal"))
    assert answer.body["status"] == "withdrawn"
    assert [past["status"] for past in history(claim_id)] == ["withdrawn", "given"]
    assert all(past["evidence"] for past in history(claim_id))


def test_the_members_own_decision_has_no_evidence(claim_id: str) -> None:
    consent(claim_id)
    assert [past["evidence"] for past in history(claim_id)] == [None]


FAULTS: list[tuple[dict[str, Any], set[tuple[str, str]]]] = [
    ({}, {("/evidence", "evidence-missing")}),
    ({"evidence": None}, {("/evidence", "evidence-missing")}),
    ({"evidence": evidence(ago=-timedelta(days=1))}, {("/evidence/at", "evidence-in-the-future")}),
    ({"evidence": evidence(textVersion="x")}, {("/evidence/textVersion", "text-version-unknown")}),
    ({"evidence": evidence("mandate")}, {("/evidence/textVersion", "text-version-unknown")}),
    ({"evidence": evidence("consent-refusal")}, {("/evidence/textVersion", "text-version-unknown")}),
    (
        {"evidence": evidence("clinic-consent", ago=timedelta(days=800))},
        {
            ("/evidence/textVersion", "text-version-unknown"),
            ("/evidence/at", "evidence-too-old"),
            ("/evidence/at", "evidence-before-case"),
        },
    ),
    ({"evidence": evidence(ago=timedelta(days=2))}, {("/evidence/at", "evidence-before-case")}),
    (
        {"evidence": {"how": "visit", "more": 1}},
        {
            ("/evidence/how", "unknown-value"),
            ("/evidence/at", "missing"),
            ("/evidence/textVersion", "missing"),
            ("/evidence/more", "unknown-field"),
        },
    ),
]


@pytest.mark.parametrize("body, faults", FAULTS)
def test_all_faults_of_evidence_are_returned_at_once(
    claim_id: str, body: dict[str, Any], faults: set[tuple[str, str]]
) -> None:
    answer = consent(claim_id, by=STAFF, **body)
    assert answer.status == 422
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == faults
    assert history(claim_id) == []


def test_a_member_sends_no_evidence(claim_id: str) -> None:
    answer = consent(claim_id, evidence=evidence())
    assert [fault["code"] for fault in answer.body["errors"]] == ["evidence-of-staff"]
    assert history(claim_id) == []


@pytest.mark.parametrize("given", [True, False])
def test_an_older_call_changes_nothing_that_was_decided_since(claim_id: ClaimId, given: bool) -> None:
    reported_ago(claim_id, timedelta(days=2))
    told = evidence("consent" if given else "consent-refusal", ago=timedelta(seconds=2))
    consent(claim_id, given=not given)
    answer = consent(claim_id, given=given, by=STAFF, evidence=told)
    assert (answer.status, answer.body["code"]) == (409, "consent-decided-since")
    assert len(history(claim_id)) == 1


def test_a_recorded_consent_of_a_child_is_that_of_the_guardian(anna: str) -> None:
    policy_id = policy_of("tryg", number="P-family")
    child = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    claim_id = claim_of(STAFF, personId=child)
    consent(claim_id, by=STAFF, evidence=evidence())
    assert [past["decidedBy"] for past in history(claim_id)] == ["guardian"]


@pytest.mark.parametrize(
    "by, status",
    [
        (staff("caseworker", payer="gjensidige"), 404),
        (staff("finance"), 403),
        (staff("platform", payer=None), 403),
        (member(BO), 404),
    ],
)
def test_no_other_staff_records_or_reads_a_consent(claim_id: str, by: dict[str, Any], status: int) -> None:
    payer_of("gjensidige")
    call = event("GET", f"/v1/claims/{claim_id}/consent", by=by)
    assert consent(claim_id, by=by, evidence=evidence()).status == ask(handler, call).status == status


def test_a_holder_cannot_record_a_consent(claim_id: str) -> None:
    given_mandate(claim_id, "act")
    assert consent(claim_id, by=member(BO), evidence=evidence()).status == 403


@pytest.mark.parametrize("language, word", [("da", "samtykke"), ("nb", "samtykke"), ("en", "consent")])
def test_staff_read_the_wording_in_the_members_language(language: str, word: str) -> None:
    call = event("GET", "/v1/wordings", by=STAFF, headers={"accept-language": language})
    shown = ask(handler, call).body
    assert shown["consent"]["textVersion"] == "consent-2026-12"
    assert word in shown["consent"]["text"]
    assert shown["mandate"]["textVersion"] == "mandate-2026-11"
    assert set(shown) == {
        *("consent", "clinicConsent", "generalConsent", "networkContactConsent", "mandate"),
        *("consentForChild", "clinicConsentForChild"),
        *("consentRefusal", "clinicConsentRefusal", "generalConsentRefusal"),
        *("networkContactConsentRefusal", "mandateRevocation"),
    }
    assert len({wording["text"] for wording in shown.values()}) == len(shown)
    assert len({wording["textVersion"] for wording in shown.values()}) == len(shown)


def test_a_no_is_not_recorded_after_the_words_of_a_yes(claim_id: str) -> None:
    answer = consent(claim_id, given=False, by=STAFF, evidence=evidence())
    [fault] = answer.body["errors"]
    assert (fault["pointer"], fault["code"]) == ("/evidence/textVersion", "text-version-unknown")
    assert "consent-refusal-2026-12" in fault["detail"]


def test_a_call_of_the_day_on_which_the_case_is_reported_counts(claim_id: ClaimId) -> None:
    reported_ago(claim_id, timedelta(days=400))
    too_old = consent(claim_id, by=STAFF, evidence=evidence(ago=timedelta(days=400)))
    assert pointers(too_old) == {("/evidence/at", "evidence-too-old")}
    reported_ago(claim_id, timedelta(days=3))
    assert consent(claim_id, by=STAFF, evidence=evidence(ago=timedelta(days=3))).status == 200


def test_a_yes_for_a_child_is_recorded_after_the_words_about_a_child(anna: str) -> None:
    policy_id = policy_of("tryg", number="T-CHILD")
    child = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    claim_id = claim_of(STAFF, personId=child)
    own, of_child = (evidence(textVersion=f"consent-{who}2026-12") for who in ("", "child-"))
    assert pointers(consent(claim_id, by=STAFF, evidence=own)) == {
        ("/evidence/textVersion", "text-version-unknown")
    }
    assert consent(claim_id, by=STAFF, evidence=of_child).status == 200


def test_what_a_guardian_said_does_not_count_once_the_person_decides(claim_id: ClaimId) -> None:
    reported_ago(claim_id, timedelta(days=30))
    turned_15_on(claim_id, local_day(clock.now()) - timedelta(days=2))
    refused = consent(claim_id, by=STAFF, evidence=evidence(ago=timedelta(days=5)))
    assert pointers(refused) == {("/evidence/at", "evidence-of-guardian")}
    assert consent(claim_id, by=STAFF, evidence=evidence(ago=timedelta(days=1))).status == 200
