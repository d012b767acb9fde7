from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.ids import DocumentId
from helsebro.money import Money
from helsebro.refunds.bill_sum import bills_of
from helsebro.refunds.billed_treatment import BilledTreatment
from tests.builders.money.refunds import AT, FIRST, SECOND, refund


def billed(amount: int, on: DocumentId | None = None, paid: int | None = None) -> BilledTreatment:
    approved = None if paid is None else Money.of(paid)
    return BilledTreatment(
        date(2026, 3, 1), "osteopathy", Money.of(amount), approved=approved, document_id=on
    )


def test_a_bill_has_the_treatments_that_name_it() -> None:
    first, second = bills_of(refund(billed(400, SECOND), billed(500, FIRST), billed(100, SECOND)))
    assert (first.document_id, first.claimed) == (FIRST, Money.of(500))
    assert (second.document_id, second.claimed, second.approved) == (SECOND, Money.of(500), None)


def test_the_only_bill_has_those_that_name_none() -> None:
    [bill] = bills_of(refund(billed(400), billed(500), bills=(FIRST,)))
    assert bill.claimed == Money.of(900)


def test_a_treatment_of_no_bill_counts_for_none() -> None:
    assert bills_of(refund(billed(400))) == []


def test_a_decided_bill_says_what_is_paid_of_it() -> None:
    decided = replace(refund(billed(400, FIRST, 400), billed(500, SECOND, 0)), decided_at=AT)
    assert [(bill.outcome, bill.approved) for bill in bills_of(decided)] == [
        ("approved", Money.of(400)),
        ("denied", Money.of(0)),
    ]
    less = replace(refund(billed(400, FIRST, 400), billed(500, FIRST, 0)), decided_at=AT)
    assert [bill.outcome for bill in bills_of(less)] == ["partly-approved"]
