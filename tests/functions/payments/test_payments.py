from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from functions.payments.payments.handler import handler

from helsebro.errors import Conflict, NotFound
from helsebro.ids import ClaimId, InvoiceId, PayableId, RefundId
from helsebro.money import Money
from helsebro.payments.named_clinic import NamedClinic
from helsebro.payments.payable import NotCreditable, Payable
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from tests.builders.calls import ask, event, member, staff

pytestmark = pytest.mark.usefixtures("aws")
PAY_TO = PaymentMeans("93", "71", "026840149965328", "81234567")
INVOICE = Payable(
    PayableId("pay_1"),
    "tryg",
    "invoice",
    Money.of(1800),
    date(2026, 12, 21),
    ClaimId("clm_1"),
    invoice_id=InvoiceId("inv_1"),
    pay_to=PAY_TO,
    clinic=NamedClinic("Klinik Nord", "31415918"),
)
REFUND = Payable(
    PayableId("pay_2"),
    "tryg",
    "refund",
    Money.of(400),
    date(2026, 12, 1),
    ClaimId("clm_2"),
    refund_id=RefundId("ref_1"),
)
payables = DynamoPayables()


def listed(query: str = "", by: dict[str, Any] | None = None) -> Any:
    return ask(handler, event("GET", f"/v1/payments{query}", by=by or staff("finance", payer="tryg")))


def test_finance_sees_the_payables_of_its_payer_earliest_due_first() -> None:
    tables.commit([payables.creation(INVOICE), payables.creation(REFUND)])
    foreign = replace(INVOICE, payer="other", payable_id=PayableId("pay_3"))
    tables.commit([payables.creation(foreign)])
    answer = listed("?status=approved")
    assert answer.body["nextCursor"] is None
    assert answer.body["items"] == [
        {
            "payableId": "pay_2",
            "kind": "refund",
            "amount": {"amount": "400.00", "currency": "DKK"},
            "dueOn": "2026-12-01",
            "claimId": "clm_2",
            "status": "approved",
            "refundId": "ref_1",
        },
        {
            "payableId": "pay_1",
            "kind": "invoice",
            "amount": {"amount": "1800.00", "currency": "DKK"},
            "dueOn": "2026-12-21",
            "claimId": "clm_1",
            "status": "approved",
            "invoiceId": "inv_1",
            "clinic": {"name": "Klinik Nord", "companyNumber": "31415918"},
            # Who pays needs no more of an account than to tell it from another.
            "account": "••••4567",
        },
    ]
    assert listed().body == answer.body
    assert listed("?status=paid").body["items"] == []


def test_a_page_leads_to_the_next() -> None:
    tables.commit([payables.creation(INVOICE), payables.creation(REFUND)])
    first = listed("?limit=1").body
    second = listed(f"?limit=1&cursor={first['nextCursor']}").body
    assert [page["items"][0]["payableId"] for page in (first, second)] == ["pay_2", "pay_1"]


def test_an_unknown_status_is_a_fault() -> None:
    answer = listed("?status=open")
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (400, "/status")


@pytest.mark.parametrize(
    "by", [staff("caseworker"), staff("finance", payer=None), staff("platform", payer=None), member()]
)
def test_only_a_payers_finance_staff_see_payments(by: dict[str, Any]) -> None:
    assert listed(by=by).status == 403


def test_a_payable_is_created_once_and_changed_only_from_the_state_that_was_read() -> None:
    tables.commit([payables.creation(INVOICE)])
    with pytest.raises(Conflict):
        tables.commit([payables.creation(INVOICE)])
    lowered = INVOICE.credited_by(Money.of(850))
    tables.commit([payables.replacement(INVOICE, lowered)])
    with pytest.raises(NotCreditable):
        tables.commit([payables.replacement(INVOICE, lowered)])
    assert payables.find("tryg", PayableId("pay_1")) == lowered
    with pytest.raises(NotFound):
        payables.find("other", PayableId("pay_1"))
