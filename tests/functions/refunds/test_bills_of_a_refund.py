"""Several bills in one refund: what each has, what is paid of each, and which may be a second copy."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import ClaimId, DocumentId
from tests.builders.calls import staff
from tests.builders.claims import pointers
from tests.builders.decisions import (
    ask_refund,
    bill_of,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    read_refund,
    refund_body,
    refund_task_of,
    today,
)

pytestmark = pytest.mark.usefixtures("aws")
FINANCE = staff("finance")
CLINIC, OTHER_CLINIC = "10150817", "24257630"


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return claim_in_review()


def session(amount: str, days_ago: int = 0, **named: Any) -> dict[str, Any]:
    day = (today() - timedelta(days=days_ago)).isoformat()
    return {"on": day, "type": "chiropractic", "cost": cost(amount), **named}


def refund_of(claim_id: ClaimId, bills: list[DocumentId], *treatments: dict[str, Any]) -> str:
    """Returns the id of a new refund of several bills."""
    body = {**refund_body(""), "documentIds": bills, "treatments": list(treatments)}
    answer = ask_refund(claim_id, body)
    assert answer.status == 202, answer.body
    return str(answer.body["refundId"])


def one_bill(claim_id: ClaimId, *treatments: dict[str, Any]) -> str:
    return refund_of(claim_id, [bill_of(claim_id)], *treatments)


def decided(refund_id: str, *amounts: str) -> None:
    task_id = refund_task_of(refund_id)
    approved = [{"index": index, "amount": cost(amount)} for index, amount in enumerate(amounts)]
    body = {"decision": "approve", "reason": "Efter 8.3.2", "approved": approved}
    answer = decide(task_id, body, by=FINANCE)
    assert answer.status == 200, answer.body
    end_refund(refund_id, task_id)


def resembling(refund_id: str, by: dict[str, Any] | None = None) -> list[Any]:
    shown = read_refund(refund_id, by or FINANCE).body["treatments"]
    return [treatment.get("resembles") for treatment in shown]


def test_each_bill_has_its_sum_and_its_decision_beside_the_whole(claim_id: ClaimId) -> None:
    first, second, third = (bill_of(claim_id) for _ in range(3))
    refund_id = refund_of(
        claim_id,
        [first, second, third],
        session("400.00", 3, documentId=first),
        session("500.00", 2, documentId=second),
        session("600.00", 1, documentId=third),
    )
    asked = read_refund(refund_id).body["bills"]
    assert [(bill["documentId"], bill["claimed"], set(bill)) for bill in asked] == [
        (document, cost(amount), {"documentId", "claimed"})
        for document, amount in ((first, "400.00"), (second, "500.00"), (third, "600.00"))
    ]
    decided(refund_id, "400.00", "300.00", "0.00")
    shown = read_refund(refund_id).body
    assert [(bill["outcome"], bill["approved"]) for bill in shown["bills"]] == [
        ("approved", cost("400.00")),
        ("partly-approved", cost("300.00")),
        ("denied", cost("0.00")),
    ]
    assert (shown["status"], shown["claimed"], shown["approved"]) == (
        "partly-approved",
        cost("1500.00"),
        cost("700.00"),
    )
    assert all(treatment["headline"] for treatment in shown["treatments"])
    assert shown["payment"]["amount"] == cost("700.00")
    assert (shown["payment"]["status"], "expectedOn" in shown["payment"]) == ("waiting", True)


def test_a_single_bill_has_all_treatments_and_a_bill_that_no_treatment_names_has_no_sum(
    claim_id: ClaimId,
) -> None:
    [bill] = read_refund(one_bill(claim_id, session("400.00", 3), session("500.00"))).body["bills"]
    assert bill["claimed"] == cost("900.00")
    unnamed = refund_of(claim_id, [bill_of(claim_id), bill_of(claim_id)], session("410.00"))
    assert read_refund(unnamed).body["bills"] == []


@pytest.mark.parametrize(
    "named, fault",
    [
        ({"documentId": "doc_aaaaaaaaaaaaaaaa"}, ("/treatments/0/documentId", "bill-not-in-refund")),
        ({"clinicNumber": "10150818"}, ("/treatments/0/clinicNumber", "clinic-number-malformed")),
    ],
)
def test_a_bill_that_is_not_sent_and_a_number_of_no_company_are_refused(
    claim_id: ClaimId, named: dict[str, Any], fault: tuple[str, str]
) -> None:
    body = refund_body(bill_of(claim_id), treatments=[session("400.00", **named)])
    refused = ask_refund(claim_id, body)
    assert (refused.status, pointers(refused)) == (422, {fault})


def test_a_second_photo_of_a_bill_is_a_doubt_that_the_staff_alone_see(claim_id: ClaimId) -> None:
    first = one_bill(claim_id, session("450.00", 2), session("450.00", clinicNumber=CLINIC))
    again = one_bill(claim_in_review(), session("450.00", clinicNumber=CLINIC))
    assert resembling(again) == [[{"refundId": first, "treatment": 1, "sameClinic": True}]]
    assert "resembles" not in read_refund(again).body["treatments"][0]


def test_two_lines_of_one_refund_for_one_day_are_shown_to_who_approves(claim_id: ClaimId) -> None:
    refund_id = one_bill(claim_id, session("475.00"), session("450.00"))
    own = {"refundId": refund_id, "sameClinic": False}
    assert resembling(refund_id) == [[{**own, "treatment": 1}], [{**own, "treatment": 0}]]


@pytest.mark.parametrize(
    "second, resembles",
    [
        ({}, True),
        ({"clinicNumber": OTHER_CLINIC}, False),
        ({"amount": "451.00", "clinicNumber": CLINIC}, False),
        ({"days_ago": 1, "clinicNumber": CLINIC}, False),
    ],
    ids=["no clinic named", "another clinic", "another amount", "another day"],
)
def test_only_the_same_day_amount_and_clinic_resemble(
    claim_id: ClaimId, second: dict[str, Any], resembles: bool
) -> None:
    first = one_bill(claim_id, session("450.00", clinicNumber=CLINIC))
    expected = [{"refundId": first, "treatment": 0, "sameClinic": False}] if resembles else None
    assert resembling(one_bill(claim_id, session(**{"amount": "450.00", **second}))) == [expected]


def test_a_denied_bill_resembles_no_later_one(claim_id: ClaimId) -> None:
    first = one_bill(claim_id, session("450.00"))
    task_id = refund_task_of(first)
    assert decide(task_id, {"decision": "deny", "reason": "Ulæselig"}, by=FINANCE).status == 200
    end_refund(first, task_id)
    assert resembling(one_bill(claim_id, session("450.00"))) == [None]
