"""What a bank's answer to a whole payment file, or to its only batch, is to the file's lines."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.reports.report_row import APPLIED, REPEATED, Ruling
from helsebro.payments.reports.rule_on_transfer import out_of_place, rule_by_order
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine


def rule_on_batch(
    answer: BankAnswer, lines: Sequence[RunLine], covered: Sequence[RunLine], run: PaymentRun
) -> Ruling:
    """Returns what the answer is.

    ``lines`` are all of the file, ``covered`` those of which the report says nothing by themselves. A number
    or a sum must be that of the file, or of what was still open: else nothing of it is booked.
    """
    strange = out_of_place(answer, run)
    if strange:
        return Ruling("unmatched", why=strange)
    if answer.said == "other":
        return Ruling("unmatched", why="not-an-answer")
    if not _adds_up(answer, lines, run):
        return Ruling("differs", why="sum-differs")
    found = [rule_by_order(answer, line) for line in covered]
    applied = [each for each in found if each.state == "applied"]
    if applied:
        return applied[0]
    strange_ones = [each for each in found if each.state == "differs"]
    if strange_ones:
        return strange_ones[0]
    return REPEATED if found else APPLIED


def _adds_up(answer: BankAnswer, lines: Sequence[RunLine], run: PaymentRun) -> bool:
    if answer.account is None:
        parts = [lines]
    else:
        # An account is debited without what was rejected before, and perhaps without what it has booked.
        parts = [[each for each in lines if each.is_open], [each for each in lines if not each.was_rejected]]
        parts.append([each for each in lines if each.state == "paid"])
    known = {(len(part), sum(each.amount.ore for each in part)) for part in parts}
    if answer.currency and answer.currency != run.currency:
        return False
    return any(
        answer.transfers in (None, number) and answer.sum_ore in (None, total) for number, total in known
    )
