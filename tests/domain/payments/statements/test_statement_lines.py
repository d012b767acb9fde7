"""What a line of a statement says, and what lines come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helsebro.ids import ClinicId, InvoiceId
from helsebro.money import Money
from helsebro.payments.bank.bank_answer import BankAnswer, BankSaid
from helsebro.payments.payable import Payable
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.runs.run_line import RunLine, line_of
from helsebro.payments.statements.statement_line import of_bank, of_credit_note, of_write_off
from helsebro.payments.statements.statement_sums import sums_of
from tests.builders.money.case_money import payable
from tests.builders.payments.begun_files import run_of

RUN = run_of("tryg")
LATE = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
"""After midnight in Denmark: a day later there."""
OWED = replace(payable(), clinic_id=ClinicId("cli_a"))
LINE = line_of(OWED, RUN.file_id, (), "••••6243")
DAY = date(2026, 3, 2)


def said(what: BankSaid, day: date | None) -> BankAnswer:
    account = RUN.debtor.account if day else None
    return BankAnswer(what, "transfer", "/Document", "", reason="AC04", booked_on=day, account=account)


PAID = LINE.paid(said("paid", DAY))


@pytest.mark.parametrize(
    ("line", "happened", "day"),
    [
        (PAID, "paid", DAY),
        (LINE.paid(said("paid", None)), "paid", date(2026, 3, 5)),
        (PAID.returned(said("returned", date(2026, 3, 3))), "returned", date(2026, 3, 3)),
        (LINE.returned(said("returned", date(2026, 3, 3))), "rejected", date(2026, 3, 3)),
        (LINE.returned(said("rejected", None)), "rejected", date(2026, 3, 5)),
    ],
)
def test_a_line_is_of_the_day_that_the_bank_booked_or_said_it(
    line: RunLine, happened: str, day: date
) -> None:
    [found] = of_bank(OWED, line, RUN, LATE, was_paid=line.paid_on is not None)
    assert (found.happened, found.day, found.file_id) == (happened, day, RUN.file_id)
    assert (found.account, found.amount, found.bank_reason) == ("••••6243", OWED.amount, line.bank_reason)


def test_a_line_has_the_payment_id_that_the_transfer_carried() -> None:
    by_slip = replace(OWED, pay_to=PaymentMeans("93", "71", "000001234567897", "87654321"))
    assert [each.reference for each in of_bank(by_slip, PAID, RUN, LATE)] == ["000001234567897"]


def test_a_members_refund_is_on_no_clinics_statement() -> None:
    refund: Payable = replace(OWED, clinic_id=None, invoice_id=None, kind="refund")
    assert of_bank(refund, PAID, RUN, LATE) == ()
    assert of_credit_note(refund, refund.amount, InvoiceId("inv_b"), LATE, "DK") == ()
    assert of_write_off(refund, "tsk_a", LATE, "DK") == ()


def test_sums_are_of_each_currency_and_what_came_back_is_not_kept() -> None:
    [paid] = of_bank(OWED, PAID, RUN, LATE)
    [returned] = of_bank(OWED, PAID.returned(said("returned", DAY)), RUN, LATE, was_paid=True)
    [rejected] = of_bank(OWED, LINE.returned(said("rejected", None)), RUN, LATE)
    norwegian = replace(paid, amount=Money.of(100, "NOK"))
    danish, other = sums_of([norwegian, paid, paid, returned, rejected])
    assert (danish.currency, danish.kept, danish.of("rejected")) == ("DKK", OWED.amount, OWED.amount)
    assert (other.currency, other.kept, other.happened) == ("NOK", Money.of(100, "NOK"), ("paid",))


def test_what_happens_twice_to_a_payable_for_one_cause_has_one_id() -> None:
    [first] = of_write_off(OWED, "tsk_a", LATE, "DK")
    [again] = of_write_off(OWED, "tsk_a", LATE, "DK")
    [other] = of_write_off(OWED, "tsk_b", LATE, "DK")
    assert first.line_id == again.line_id != other.line_id
