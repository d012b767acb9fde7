from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from functions.refunds.refunds.handler import handler

from helsebro.ids import ClaimId
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import consent, document_of, outbox_rows, pointers
from tests.builders.decisions import (
    ask_refund,
    bill_of,
    claim_in_review,
    cost,
    insured_anna,
    read_refund,
    refund_body,
    refund_of,
    today,
)
from tests.builders.payments.member_accounts import number_of
from tests.builders.policies import ANNA, BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
BILL = "doc_aaaaaaaaaaaaaaaa"


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return claim_in_review()


def test_a_bill_on_the_case_is_received_with_an_event(claim_id: ClaimId, aws: Any) -> None:
    refund_id = refund_of(claim_id)
    refund = read_refund(refund_id).body
    assert (refund["status"], refund["claimed"]) == ("received", cost("900.00"))
    assert [treatment["cost"] for treatment in refund["treatments"]] == [cost("450.00")] * 2
    [row] = outbox_rows(aws, "refund.received")
    assert row["data"]["M"]["refundId"]["S"] == refund_id


def test_the_account_is_encrypted_and_never_shown(claim_id: ClaimId, aws: Any) -> None:
    refund_id = refund_of(claim_id)
    tables = ("cases", "money", "outbox")
    stored = json.dumps([aws["dynamodb"].scan(TableName=name)["Items"] for name in tables])
    shown = json.dumps([read_refund(refund_id, by).body for by in (member(ANNA), staff("finance"))])
    assert "9876543210" not in stored + shown
    assert "payTo" not in shown
    assert number_of(ANNA) == "DK:1234:9876543210"


def test_the_same_key_asks_once(claim_id: ClaimId, aws: Any) -> None:
    body = refund_body(bill_of(claim_id))
    first, again = (ask_refund(claim_id, body, key="once") for _ in range(2))
    assert (again.status, again.body) == (202, first.body)
    assert len(outbox_rows(aws, "refund.received")) == 1


def test_a_bill_can_be_sent_once(claim_id: ClaimId) -> None:
    body = refund_body(bill_of(claim_id))
    assert ask_refund(claim_id, body).status == 202
    again = ask_refund(claim_id, body)
    assert (again.status, again.body["code"]) == (409, "bill-already-asked-for")


def test_a_document_that_is_not_an_accepted_bill_of_the_claim_is_refused(claim_id: ClaimId) -> None:
    unchecked = document_of(claim_id, fileType="invoice")
    referral = document_of(claim_id)
    of_another = bill_of(claim_in_review())
    for document in (unchecked, referral, of_another):
        answer = ask_refund(claim_id, refund_body(document))
        assert (answer.status, pointers(answer)) == (422, {("/documentIds/0", "no-accepted-bill")})
    body = {**refund_body(bill_of(claim_id)), "documentIds": [bill_of(claim_id), unchecked], "treatments": []}
    of_two = {("/documentIds/1", "no-accepted-bill"), ("/treatments", "too-few")}
    assert pointers(ask_refund(claim_id, body)) == of_two


@pytest.mark.parametrize(
    "changes, faults",
    [
        ({"documentIds": []}, {"/documentIds"}),
        ({"documentIds": ["clm_x"], "treatments": []}, {"/documentIds/0", "/treatments"}),
        ({"payTo": {}}, {"/payTo/registrationNumber", "/payTo/accountNumber"}),
        ({"payTo": {"registrationNumber": "12", "accountNumber": "x"}},
         {"/payTo/registrationNumber", "/payTo/accountNumber"}),
        ({"payTo": {"iban": "DK5000400440116244"}}, {"/payTo/iban"}),
        ({"payTo": {"iban": "DK5000400440116243", "accountNumber": "1"}}, {"/payTo"}),
        ({"treatments": [{"on": "2026-01-09", "type": "chiropractic", "cost": cost("0.00", "NOK")}]},
         {"/treatments/0/cost/amount", "/treatments/0/cost/currency"}),
        ({"documentIds": [BILL] * 2}, {"/documentIds/1"}),
        ({"treatments": [{"on": "2099-01-01", "type": "chiropractic", "cost": cost("0.00")},
                         {"on": "2026-11-01", "type": "massage", "cost": cost("1.001")}]},
         {"/treatments/0/on", "/treatments/0/cost/amount", "/treatments/1/type",
          "/treatments/1/cost/amount"}),
        ({"treatments": [{"on": "soon", "type": "massage", "cost": {"amount": 4}}], "iban": "x"},
         {"/treatments/0/on", "/treatments/0/type", "/treatments/0/cost/amount",
          "/treatments/0/cost/currency", "/iban"}),
    ],
)  # fmt: skip
def test_all_faults_are_returned_at_once_without_the_account_number(
    claim_id: ClaimId, changes: dict[str, Any], faults: set[str]
) -> None:
    sent = json.dumps(refund_body(BILL, **changes)).replace(BILL, bill_of(claim_id))
    answer = ask_refund(claim_id, json.loads(sent))
    assert (answer.status, {fault["pointer"] for fault in answer.body["errors"]}) == (422, faults)
    assert "0040044011" not in json.dumps(answer.body)


def test_a_treatment_of_tomorrow_cannot_be_billed_today(claim_id: ClaimId) -> None:
    treatment = {"on": str(today() + timedelta(days=1)), "type": "chiropractic", "cost": cost("450.00")}
    answer = ask_refund(claim_id, refund_body(bill_of(claim_id), treatments=[treatment]))
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/treatments/0/on"]


def test_an_iban_may_contain_spaces(claim_id: ClaimId) -> None:
    refund_of(claim_id, payTo={"iban": "dk50 0040 0440 1162 43"})
    assert number_of(ANNA) == "DK:0040:0440116243"


@pytest.mark.parametrize(
    "by, status",
    [
        (member(BO), 404),
        (staff("finance", payer="gjensidige"), 404),
        (staff("finance"), 200),
        (staff("caseworker"), 200),
        (staff("underwriting"), 403),
    ],
)
def test_a_caller_who_may_read_the_claim_may_read_its_refunds(
    claim_id: ClaimId, by: dict[str, Any], status: int
) -> None:
    refund_id = refund_of(claim_id)
    listing = ask(handler, event("GET", f"/v1/claims/{claim_id}/refunds", by=by))
    assert (read_refund(refund_id, by).status, listing.status) == (status, status)


def test_only_members_may_ask_and_only_on_their_own_claims(claim_id: ClaimId) -> None:
    insured_of(policy_of(payer_of("tryg"), number="P-2"), cpr=BO)
    body = refund_body("doc_aaaaaaaaaaaaaaaa")
    assert ask_refund(claim_id, body, by=member(BO)).status == 404
    assert ask_refund(claim_id, body, by=staff("caseworker")).status == 403
    assert ask_refund("clm_nonsense", body).status == 404


def test_a_claims_refunds_are_listed_oldest_first(claim_id: ClaimId) -> None:
    made = [refund_of(claim_id) for _ in range(2)]
    listed = ask(handler, event("GET", f"/v1/claims/{claim_id}/refunds", by=member(ANNA))).body
    assert [refund["refundId"] for refund in listed["items"]] == made


def test_a_claims_refunds_are_listed_page_by_page(claim_id: ClaimId) -> None:
    path, made = f"/v1/claims/{claim_id}/refunds", [refund_of(claim_id) for _ in range(3)]
    first = ask(handler, event("GET", f"{path}?limit=2", by=member(ANNA))).body
    after = f"{path}?limit=2&cursor={first['nextCursor']}"
    last = ask(handler, event("GET", after, by=member(ANNA))).body
    assert [refund["refundId"] for refund in (*first["items"], *last["items"])] == made
    assert last["nextCursor"] is None
    unknown = ask(handler, event("GET", f"{path}?cursor=ref_x", by=member(ANNA)))
    assert (unknown.status, pointers(unknown)) == (400, {("/cursor", "unknown-cursor")})


@pytest.mark.parametrize("unknown", ["ref_nonsense", "clm_x", "ref_ar2he6lhaaaaaaaaaaaaaaaaaaaaaaaaaa"])
def test_an_unknown_refund_is_404(unknown: str, claim_id: ClaimId) -> None:
    assert claim_id
    assert read_refund(unknown).status == 404


def test_a_refund_does_not_need_the_consent_once_the_bill_is_accepted(claim_id: ClaimId) -> None:
    bill = bill_of(claim_id)
    assert consent(claim_id, None).status == 200
    assert ask_refund(claim_id, refund_body(bill)).status == 202
