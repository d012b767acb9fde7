from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.claims.consents.handler import handler

from helsebro.claims.consent import one_year_on
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.keys import claim_partition
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent, outbox_rows, read
from tests.builders.policies import ANNA, CARL, cpr_of_age, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
TEEN = cpr_of_age(15)
CHILD = "2026-11-30-child"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


@pytest.fixture
def claim_id(anna: str) -> str:
    assert anna
    return claim_of(treatment={"type": "chiropractic"})


def family_claim(anna: str, cpr: str) -> str:
    policy_id = policy_of("tryg", number="P-family")
    insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01")
    return claim_of(member(cpr), treatment={"type": "chiropractic"})


def state(claim_id: str) -> Any:
    return ask(handler, event("GET", f"/v1/claims/{claim_id}/consent", by=member(ANNA)))


def put_row(aws: dict[str, Any], claim_id: str, sk: str, status: str, clinic_id: str) -> None:
    pk = claim_partition(ClaimId(claim_id))
    item = {"pk": pk, "sk": sk, "status": status, "clinicId": clinic_id}
    aws["dynamodb"].put_item(TableName="cases", Item={name: {"S": text} for name, text in item.items()})


def test_a_new_case_has_an_undecided_consent(claim_id: str) -> None:
    answer = state(claim_id)
    assert answer.status == 200
    assert (answer.body["status"], answer.body["given"]) == ("undecided", None)
    assert (answer.body["expiresOn"], answer.body["history"]) == (None, [])


def test_a_consent_holds_for_a_year_and_completes_the_claim(claim_id: str, aws: Any) -> None:
    answer = consent(claim_id)
    expected = one_year_on(local_day(datetime.now(UTC))).isoformat()
    assert (answer.body["status"], answer.body["expiresOn"]) == ("given", expected)
    assert (answer.body["claimStatus"], answer.body["missing"]) == ("in-review", [])
    assert len(outbox_rows(aws, "consent.given")) == len(outbox_rows(aws, "claim.completed")) == 1


def test_the_same_decision_again_changes_nothing(claim_id: str, aws: Any) -> None:
    assert consent(claim_id).body == consent(claim_id).body
    assert len(outbox_rows(aws, "consent.given")) == 1
    assert len(state(claim_id).body["history"]) == 1


def test_a_refusal_is_a_decision_but_completes_nothing(claim_id: str, aws: Any) -> None:
    assert consent(claim_id, given=False).body["status"] == "refused"
    shown = read(claim_id).body
    assert (shown["status"], shown["missing"]) == ("awaiting-member", ["consent"])
    assert outbox_rows(aws, "claim.completed") == []


def test_the_answer_names_the_text_that_was_decided_on_and_the_receipt(claim_id: str) -> None:
    undecided = state(claim_id).body
    assert (undecided["textVersion"], undecided["receipt"]) == (None, None)
    given = consent(claim_id, textVersion="2026-01-01").body
    assert (given["textVersion"], given["receipt"]) == (
        "2026-01-01",
        f"/v1/claims/{claim_id}/consent/receipt",
    )
    withdrawn = consent(claim_id, None).body
    assert (withdrawn["textVersion"], withdrawn["receipt"]) == ("2026-01-01", given["receipt"])
    assert state(claim_id).body == withdrawn
    assert [made["textVersion"] for made in withdrawn["history"]] == ["2026-01-01"] * 2


@pytest.mark.parametrize("given", [True, False])
def test_another_text_than_todays_cannot_be_decided_on(claim_id: str, given: bool) -> None:
    consent(claim_id, not given)
    refused = consent(claim_id, given, textVersion="2020-01-01")
    faults = [(fault["pointer"], fault["code"]) for fault in refused.body["errors"]]
    assert (refused.status, faults) == (422, [("/textVersion", "consent-text-not-current")])
    assert len(state(claim_id).body["history"]) == 1


def test_a_stranger_learns_nothing_of_a_case_by_an_older_text(claim_id: str) -> None:
    answer = consent(claim_id, by=member("0505901234"), textVersion="2020-01-01")
    unknown = consent("clm_unknown", by=member("0505901234"), textVersion="2020-01-01")
    assert (
        (answer.status, answer.body["code"]) == (unknown.status, unknown.body["code"]) == (404, "not-found")
    )


@pytest.mark.parametrize("given", [None, False])
def test_a_withdrawal_notifies_every_clinic_at_work_and_no_other(claim_id: str, aws: Any, given: Any) -> None:
    consent(claim_id)
    put_row(aws, claim_id, "GUARANTEE#1", "active", "cli_a")
    put_row(aws, claim_id, "BOOKING#1", "booked", "cli_a")
    put_row(aws, claim_id, "BOOKING#2", "booked", "cli_b")
    put_row(aws, claim_id, "GUARANTEE#2", "revoked", "cli_c")
    assert consent(claim_id, given).body["status"] == "withdrawn"
    assert {row["clinicId"]["S"] for row in outbox_rows(aws, "consent.withdrawn")} == {"cli_a", "cli_b"}


def test_a_withdrawal_without_a_clinic_and_a_repeated_one_make_one_event(claim_id: str, aws: Any) -> None:
    consent(claim_id)
    assert [consent(claim_id, None).body["status"] for _ in range(2)] == ["withdrawn", "withdrawn"]
    assert ["clinicId" in row for row in outbox_rows(aws, "consent.withdrawn")] == [False]


def test_the_history_keeps_every_decision_newest_first(claim_id: str) -> None:
    for given in (True, None, True, False):
        consent(claim_id, given)
    statuses = [made["status"] for made in state(claim_id).body["history"]]
    assert statuses == ["withdrawn", "given", "withdrawn", "given"]


def test_a_consent_that_ran_out_is_missing_again(claim_id: ClaimId) -> None:
    claims = DynamoClaims()
    before = claims.find(claim_id)
    yesterday = local_day(datetime.now(UTC)) - timedelta(days=1)
    claims.change(before, before.with_consent("given", yesterday, before.reported_at))
    assert state(claim_id).body["status"] == "expired"
    assert read(claim_id).body["missing"] == ["consent"]


def test_a_parent_decides_for_a_child_of_ten_and_the_child_may_not(anna: str) -> None:
    claim_id = family_claim(anna, CARL)
    refused = consent(claim_id, by=member(CARL))
    assert (refused.status, refused.body["code"]) == (403, "not-yours-to-decide")
    assert consent(claim_id).status == 200


def test_a_parent_decides_on_the_words_about_the_child_and_on_no_others(anna: str) -> None:
    claim_id = family_claim(anna, CARL)
    refused = consent(claim_id, textVersion="2026-01-01")
    assert [fault["code"] for fault in refused.body["errors"]] == ["consent-text-not-current"]
    assert consent(claim_id, textVersion=CHILD).body["textVersion"] == CHILD
    assert consent(claim_id, None).body["textVersion"] == CHILD


def test_a_person_decides_on_no_words_about_a_child(claim_id: str, anna: str) -> None:
    of_teen = family_claim(anna, TEEN)
    for asked, by in ((claim_id, member(ANNA)), (of_teen, member(TEEN))):
        assert consent(asked, by=by, textVersion=CHILD).status == 422
        assert consent(asked, by=by).body["textVersion"] == "2026-01-01"


def test_from_fifteen_the_child_decides_and_the_parent_sees_nothing(anna: str) -> None:
    claim_id = family_claim(anna, TEEN)
    assert consent(claim_id).status == 404
    assert consent(claim_id, by=member(TEEN)).status == 200


def test_staff_cannot_consent_for_a_member_without_evidence(claim_id: str) -> None:
    refused = consent(claim_id, by=staff("caseworker", payer="tryg"))
    assert [fault["code"] for fault in refused.body["errors"]] == ["evidence-missing"]
    assert consent(claim_id, None, by=staff("caseworker", payer="tryg")).status == 403


@pytest.mark.parametrize(
    "body", [{}, {"given": "yes"}, {"given": 1}, {"given": None}, {"given": True, "x": 1}]
)
def test_a_decision_is_yes_or_no_and_nothing_else(claim_id: str, body: Any) -> None:
    answer = ask(handler, event("PUT", f"/v1/claims/{claim_id}/consent", by=member(ANNA), body=body))
    assert answer.status == 422


def test_a_foreign_case_is_404_for_every_method(claim_id: str) -> None:
    stranger = member("0505901234")
    answers = [consent(claim_id, given, by=stranger) for given in (True, False, None)]
    assert [answer.status for answer in answers] == [404, 404, 404]
    assert read(claim_id).body["version"] == 1
