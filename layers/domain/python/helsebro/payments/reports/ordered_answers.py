"""Ordered answers: the rows of a report in the order in which they happened, and which of them count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.payments.bank.bank_answer import BankAnswer, BankSaid
from helsebro.payments.bank.bank_report import BankReport
from helsebro.payments.reports.named_file import named_file

IN_ORDER: tuple[BankSaid, ...] = ("pending", "accepted", "paid", "rejected", "returned", "other")
"""What may happen to a transfer on one day, first to last."""


def ordered_answers(report: BankReport) -> list[BankAnswer]:
    """Returns the rows in the order of applying them: a payment before its return, by booking day."""
    places = {answer.place: number for number, answer in enumerate(report.answers)}

    def order(answer: BankAnswer) -> tuple[date, int, int]:
        return (answer.booked_on or date.min, IN_ORDER.index(answer.said), places[answer.place])

    return sorted(report.answers, key=order)


def counts_for_all(answer: BankAnswer, answers: Iterable[BankAnswer]) -> bool:
    """Whether a file's answer is what counts: an answer to its batch, which has all of it, is narrower."""
    if answer.scope != "file":
        return True
    return not any(each.scope == "batch" and named_file(each) == named_file(answer) for each in answers)


def named_by_themselves(answer: BankAnswer, answers: Iterable[BankAnswer]) -> frozenset[str]:
    """Returns the end-to-end ids, in small letters, of the transfers that have an answer of their own."""
    return frozenset(
        each.end_to_end_id.lower()
        for each in answers
        if each.scope == "transfer" and each.end_to_end_id and named_file(each) in (None, named_file(answer))
    )
