"""A bill that a person sends twice is found by the SHA-256 of its bytes as they were sent, in any case."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import pytest
from functions.documents.documents.handler import handler

from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent, document_of
from tests.builders.decisions import ask_refund, refund_body
from tests.builders.documents.checked_papers import check_by_the_function as check
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.uploads import pictures

pytestmark = pytest.mark.usefixtures("aws")
BILL = pictures.jpeg(exif=pictures.notes())
BERIT, STAFF = "0505901234", ("caseworker", "finance")


@pytest.fixture(autouse=True)
def _insured(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")
    policy = policy_of("tryg")
    for cpr in (ANNA, BERIT):
        insured_of(policy, cpr=cpr)


def case_of(by: dict[str, Any] | None = None) -> ClaimId:
    made = claim_of(by)
    consent(made, by=by)
    return made


def bill_of(claim_id: ClaimId, content: bytes = BILL, **changes: Any) -> DocumentId:
    named = {"fileType": "invoice", "contentType": "image/jpeg", "fileName": "regning.jpg", **changes}
    document_id = document_of(claim_id, content, **named)
    assert check(claim_id, document_id) == "accepted"
    return document_id


def sent_before(claim_id: ClaimId, document_id: str, by: dict[str, Any]) -> str | None:
    items = ask(handler, event("GET", f"/v1/claims/{claim_id}/documents", by=by)).body["items"]
    shown: dict[str, str] = next(item for item in items if item["documentId"] == document_id)
    return shown.get("sentBefore")


def test_staff_see_that_a_bill_was_sent_before_in_another_case_and_the_member_does_not() -> None:
    one, other = case_of(), case_of()
    first, again = bill_of(one), bill_of(other, fileName="en anden.jpeg", contentType="image/jpg")
    for role in STAFF:
        by = staff(role, payer="tryg")
        assert (sent_before(one, first, by), sent_before(other, again, by)) == (None, first)
    assert sent_before(other, again, member(ANNA)) is None


def test_a_bill_is_found_by_its_bytes_as_sent_though_only_the_clean_copy_is_kept() -> None:
    one, other = case_of(), case_of()
    bills = DynamoDocuments().find(one, bill_of(one)), DynamoDocuments().find(other, bill_of(other))
    assert {bill.digest for bill in bills} == {sha256(BILL).hexdigest()}
    assert bills[0].size != len(BILL)


def test_a_third_time_names_the_first() -> None:
    claim_id = case_of()
    first, *others = (bill_of(claim_id) for _ in range(3))
    by = staff("finance", payer="tryg")
    assert [sent_before(claim_id, bill, by) for bill in others] == [first, first]


def test_finance_sees_of_a_bill_that_it_was_sent_with_a_refund_that_nobody_may_ask_for_again() -> None:
    one, other = case_of(), case_of()
    first, again = bill_of(one), bill_of(other)
    assert ask_refund(one, refund_body(first)).status == 202
    assert ask_refund(other, refund_body(again)).body["code"] == "bill-already-asked-for"
    assert sent_before(other, again, staff("finance", payer="tryg")) == first


@pytest.mark.parametrize(
    "changes",
    [{"content": BILL + b"\x00"}, {"fileType": "journal"}, {"by": member(BERIT)}],
    ids=["other bytes", "no bill", "another person"],
)
def test_what_is_not_the_same_bill_of_the_same_person_is_not_found(changes: dict[str, Any]) -> None:
    bill_of(case_of())
    other = case_of(changes.get("by"))
    again = bill_of(other, **changes)
    assert sent_before(other, again, staff("caseworker", payer="tryg")) is None


def test_of_two_equal_bills_at_once_one_is_the_second() -> None:
    claim_id = case_of()
    bills = [document_of(claim_id, fileType="invoice") for _ in range(2)]
    with atomic_transactions(), ThreadPoolExecutor(2) as at_once:
        list(at_once.map(lambda bill: check(claim_id, bill), bills))
    before = [DynamoDocuments().find(claim_id, bill).sent_before for bill in bills]
    first = before.index(None)
    assert before[1 - first] == bills[first]
