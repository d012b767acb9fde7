"""What a bank's answer to one transfer is to the line of a payment file: new, old, or against what is known.

Answers come late, doubled and in any order: a bank sends a notification by the hour and the statement of the
same rows at night. So an answer is held against what the line already is, and against the booking days.
"""

from __future__ import annotations

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.reports.report_row import APPLIED, REPEATED, RowWhy, Ruling
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine

PAID, RETURNED = Ruling("applied", "paid"), Ruling("applied", "returned")


def rule_on_transfer(answer: BankAnswer, line: RunLine, run: PaymentRun) -> Ruling:
    """Returns what the answer is to the line, and so what it does to the payment."""
    strange = out_of_place(answer, run)
    if strange:
        return Ruling("unmatched", why=strange)
    if not line.is_with_bank:
        return Ruling("unmatched", why="file-not-with-the-bank")
    if answer.said == "other":
        return Ruling("unmatched", why="not-an-answer")
    said = (answer.ore, answer.currency)
    if answer.ore is not None and said != (line.amount.ore, line.amount.currency):
        return Ruling("differs", why="amount-differs")
    return rule_by_order(answer, line)


def out_of_place(answer: BankAnswer, run: PaymentRun) -> RowWhy | None:
    """Returns why an answer cannot be one to this run: the bank has no such file, or another account."""
    if answer.is_of_stripe != (run.way == "stripe") or not run.is_out:
        return "file-not-with-the-bank"
    if answer.account and answer.account.canonical != run.debtor.account.canonical:
        return "account-not-yours"
    return None


def rule_by_order(answer: BankAnswer, line: RunLine) -> Ruling:
    """Returns what an answer about the right amount is, by what the line is and by the booking days."""
    if answer.said == "paid":
        return _on_paid(answer, line)
    if answer.said in ("returned", "rejected"):
        return _on_returned(answer, line)
    return APPLIED if line.is_open else REPEATED


def _on_paid(answer: BankAnswer, line: RunLine) -> Ruling:
    if line.is_open:
        return PAID
    if line.state == "paid":
        return _differs("debited-again") if _on_another_day(answer, line.paid_on) else REPEATED
    if line.returned_on is None:
        return _differs("paid-after-rejection")
    # Booked by the day on which it came back, it is the debit before that, however late it is heard of.
    is_old = answer.booked_on is None or answer.booked_on <= line.returned_on
    return REPEATED if is_old else _differs("paid-after-return")


def _on_returned(answer: BankAnswer, line: RunLine) -> Ruling:
    if line.is_open:
        return RETURNED
    if line.state == "paid":
        if answer.said == "rejected":
            return _differs("rejected-after-paid")
        if answer.booked_on and line.paid_on and answer.booked_on < line.paid_on:
            return _differs("returned-before-paid")
        return RETURNED
    return _differs("returned-again") if _on_another_day(answer, line.returned_on) else REPEATED


def _on_another_day(answer: BankAnswer, day: object) -> bool:
    """Whether an account says that it was booked once more, on another day than before."""
    return bool(answer.moved_on and day and answer.moved_on != day)


def _differs(why: RowWhy) -> Ruling:
    return Ruling("differs", why=why)
