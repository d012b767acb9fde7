"""What a bank's answer to one transfer is to the line of a payment file: new, old, or against what is known.

Answers come late, doubled and in any order: a bank sends a notification by the hour and the statement of the
same rows at night. So an answer is held against what the line already is, against the booking days, and
against the bank's own references of what it has booked (``bank_booking``).
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
    if _is_known(answer, line):
        return REPEATED
    if answer.said == "paid":
        return _on_paid(answer, line)
    if answer.said in ("returned", "rejected"):
        return _on_returned(answer, line)
    return APPLIED if line.is_open else REPEATED


def _on_paid(answer: BankAnswer, line: RunLine) -> Ruling:
    if line.is_open:
        return PAID
    if line.state == "paid":
        is_new = _is_one_more(answer, line) or _on_another_day(answer, line.paid_on)
        return _differs("debited-again") if is_new else REPEATED
    if line.returned_on is None:
        return _differs("paid-after-rejection")
    # Booked by the day on which it came back, it is the debit before that, however late it is heard of.
    if answer.booked_on and answer.booked_on > line.returned_on:
        return _differs("paid-after-return")
    return _differs("debited-again") if _is_one_more(answer, line) else REPEATED


def _on_returned(answer: BankAnswer, line: RunLine) -> Ruling:
    if line.is_open:
        return RETURNED
    if line.state == "paid":
        if answer.said == "rejected":
            return _differs("rejected-after-paid")
        if answer.booked_on and line.paid_on and answer.booked_on < line.paid_on:
            return _differs("returned-before-paid")
        return RETURNED
    is_new = _is_one_more(answer, line) or _on_another_day(answer, line.returned_on)
    return _differs("returned-again") if is_new else REPEATED


def is_booked_by(answer: BankAnswer, line: RunLine) -> bool:
    """Whether the bank's own reference says that this booking is one that the line knows."""
    told = line.bookings(answer.said)
    return answer.booking is not None and any(answer.booking.is_surely(each) for each in told)


def _is_known(answer: BankAnswer, line: RunLine) -> bool:
    """Whether the bank has told of this booking before."""
    told = line.bookings(answer.said)
    return answer.booking is not None and any(answer.booking.may_be(each) for each in told)


def _is_one_more(answer: BankAnswer, line: RunLine) -> bool:
    """Whether the booking, which is not known, is another than one that is."""
    return answer.booking is not None and bool(line.bookings(answer.said))


def _on_another_day(answer: BankAnswer, day: object) -> bool:
    """Whether an account says that it was booked once more, on another day than before."""
    return bool(answer.moved_on and day and answer.moved_on != day)


def _differs(why: RowWhy) -> Ruling:
    return Ruling("differs", why=why)
