"""Report row: what became of one row of a bank's file, so that a person can act on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from helsebro.ids import BankReportId, PayableId, PaymentFileId
from helsebro.payments.bank.bank_answer import AnswerScope, BankAnswer, BankSaid

RowState = Literal["applied", "repeated", "unmatched", "differs"]
ROW_STATES: tuple[RowState, ...] = get_args(RowState)
RowEffect = Literal["paid", "returned", "none"]
RowWhy = Literal[
    "not-ours",
    "reference-unknown",
    "account-not-yours",
    "file-unknown",
    "file-not-with-the-bank",
    "not-in-that-file",
    "not-an-answer",
    "amount-differs",
    "sum-differs",
    "paid-after-rejection",
    "paid-after-return",
    "debited-again",
    "rejected-after-paid",
    "returned-before-paid",
    "returned-again",
]
WHYS: tuple[RowWhy, ...] = get_args(RowWhy)


@dataclass(frozen=True)
class Ruling:
    """What a row is: it is ``applied``, says nothing new (``repeated``), or ``why`` says what a person finds.

    ``effect`` is what an applied row does to its payments; ``none`` for one that the bank only accepted.
    """

    state: RowState
    effect: RowEffect = "none"
    why: RowWhy | None = None

    @property
    def needs_a_person(self) -> bool:
        """Whether someone has to look at it; what is no payment of ours is only listed."""
        return self.state in ("unmatched", "differs") and self.why != "not-ours"

    @property
    def is_about_a_booking(self) -> bool:
        """Whether it is about the right amount of a payment of ours, and changes nothing of it."""
        return self.state == "repeated" or (self.state == "differs" and self.why != "amount-differs")


APPLIED, REPEATED = Ruling("applied"), Ruling("repeated")


@dataclass(frozen=True)
class ReportRow:
    """``number`` counts from 1 in the order in which the rows are applied, ``place`` is where it stands.

    ``payable_id`` and ``file_id`` are the payer's own, never what another payer's file names. ``payments`` is
    how many payments it is about. No text of the bank is kept: it may name a person.
    """

    report_id: BankReportId
    number: int
    place: str
    said: BankSaid
    scope: AnswerScope
    status: str
    state: RowState
    effect: RowEffect = "none"
    why: RowWhy | None = None
    payments: int = 0
    file_id: PaymentFileId | None = None
    payable_id: PayableId | None = None
    ore: int | None = None
    currency: str | None = None
    reason: str | None = None
    booked_on: date | None = None
    bank_reference: str | None = None

    @property
    def ruling(self) -> Ruling:
        """What it was found to be."""
        return Ruling(self.state, self.effect, self.why)


def row_of(
    report_id: BankReportId,
    number: int,
    answer: BankAnswer,
    ruling: Ruling,
    file_id: PaymentFileId | None = None,
    payable_id: PayableId | None = None,
    payments: int = 0,
) -> ReportRow:
    """Returns the row of an answer."""
    ore, currency = (answer.ore, answer.currency) if answer.scope == "transfer" else (answer.sum_ore, None)
    return ReportRow(
        report_id=report_id,
        number=number,
        place=answer.place,
        said=answer.said,
        scope=answer.scope,
        status=answer.status,
        state=ruling.state,
        effect=ruling.effect,
        why=ruling.why,
        payments=payments,
        file_id=file_id,
        payable_id=payable_id,
        ore=ore,
        currency=currency or answer.currency,
        reason=answer.reason,
        booked_on=answer.booked_on,
        bank_reference=answer.bank_reference,
    )
