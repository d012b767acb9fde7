"""A member's bills are paid back: in part, to the bank's answer, and again after the money came back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from local.bank.small_bank import debits, status_report
from local.journey.benefits import JsonObject, decide
from local.journey.payment import PlayedPayment
from local.journey.steps import until
from tests.journeys.bills_and_borders.billed_case import ACCOUNTS, BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.bills_and_borders.reports import CHIROPRACTIC

CORRECTED = {"registrationNumber": "0040", "accountNumber": "0440116243"}


def asked(case: BilledCase, days_ago: int, *prices: str, **account: Any) -> str:
    """The member asks for a refund of a bill for each price, of earlier days; returns the refund's id."""
    bills = [case.upload("invoice") for _ in prices]
    treatments = [
        {
            "on": str(case.today - timedelta(days=days_ago + place)),
            "type": "chiropractic",
            "cost": case.money(price),
            "documentId": bill,
        }
        for place, (bill, price) in enumerate(zip(bills, prices, strict=True))
    ]
    answer = case.member.post(
        f"{case.path}/refunds", {"documentIds": bills, "treatments": treatments, **account}
    )
    return str(case.journey.step("the member asks for a refund", answer, 202).json()["refundId"])


def settled(case: BilledCase, refund_id: str, *amounts: str) -> JsonObject:
    """Finance pays these amounts of the treatments; returns the refund as its member reads it then."""
    named = [{"index": index, "amount": case.money(amount)} for index, amount in enumerate(amounts)]
    body = {"decision": "approve", "reason": "8.3.2", "approved": named}
    decided = decide(case.staff("finance"), case.refund_task(refund_id), body)
    case.journey.step("finance decides the refund", decided, 200)
    return until("a decided refund", lambda: in_status(case, refund_id, "decidedAt"))


def in_status(case: BilledCase, refund_id: str, name: str) -> JsonObject | None:
    shown = dict(case.member.get(f"/v1/refunds/{refund_id}").json())
    return shown if name in shown else None


def told(case: BilledCase, kind: str) -> JsonObject | None:
    listed = case.staff("caseworker").get(f"{case.path}/notifications?limit=100").json()["items"]
    return next((each for each in listed if each["kind"] == kind), None)


def returned_task(case: BilledCase) -> JsonObject | None:
    listed = case.staff("finance").get("/v1/tasks?queue=payments&limit=100").json()["items"]
    return next((task for task in listed if task["reason"] == "payment-returned"), None)


def test_bills_are_paid_in_part_and_one_again_to_the_corrected_account(insurer: Insurer) -> None:
    """R-833, F3-13, F4-30, F4-31, promise 28."""
    case = insurer.case(insurer.member(), CHIROPRACTIC)
    case.answer({})
    case.consent()
    case.approve()
    several = asked(case, 0, "400.00", "450.00", payTo=ACCOUNTS["DKK"])
    partly = settled(case, several, "400.00", "200.00")
    assert [(bill["outcome"], bill["approved"]["amount"]) for bill in partly["bills"]] == [
        ("approved", "400.00"),
        ("partly-approved", "200.00"),
    ]
    assert all(treatment["headline"] for treatment in partly["treatments"])
    assert (partly["payment"]["status"], partly["payment"]["amount"]["amount"]) == ("waiting", "600.00")
    assert (partly["payment"]["expectedOn"] >= str(case.today), partly["paidTo"]["masked"]) == (
        True,
        "••••7890",
    )
    other = asked(case, 3, "350.00")
    settled(case, other, "350.00")

    users, today = insurer.users, case.today
    first = PlayedPayment.of(users, {"refundId": several}, {"refundId": other})
    [failed] = {each.end_to_end_id for each in first.file.transfers if each.amount == "350.00"}
    first.says(status_report(first.file, {failed}))
    first.says(debits(first.file, today, {failed}))
    assert case.member.get(f"/v1/refunds/{several}").json()["status"] == "paid"
    came_back = case.member.get(f"/v1/refunds/{other}").json()
    assert (came_back["payment"]["status"], came_back["nextSteps"][0]["kind"]) == ("returned", "payment")
    assert until("a message of it", partial(told, case, "refund-returned"))

    account = f"/v1/me/accounts/{users.payer}"
    corrected = case.member.put(account, {"payTo": CORRECTED})
    assert (corrected.status_code, corrected.json()["masked"]) == (200, "••••6243")
    task = until("the task of finance", partial(returned_task, case))
    assert decide(case.staff("finance"), task, {"decision": "approve"}).status_code == 200
    second = PlayedPayment.of(users, {"refundId": other})
    [transfer] = second.file.transfers
    assert transfer.amount == "350.00"
    second.says(debits(second.file, today))
    paid = case.member.get(f"/v1/refunds/{other}").json()
    assert (paid["status"], paid["payment"]["status"], paid["paidTo"]["masked"]) == (
        "paid",
        "paid",
        "••••6243",
    )
