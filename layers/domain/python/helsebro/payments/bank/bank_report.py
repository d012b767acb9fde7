"""Bank report: one message from a bank about transfers (pain.002, camt.053 or camt.054)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.payee_account import PayeeAccount

ReportKind = Literal["status", "statement", "notification", "stripe"]
"""pain.002, camt.053 and camt.054, and an event of Stripe's about a transfer."""


@dataclass(frozen=True)
class BankReport:
    """``family`` is the message with its version, such as ``pain.002.001.10``.

    ``original_message_id`` is the message of ours that a status answers, or that all rows of a statement
    name.
    """

    kind: ReportKind
    family: str
    message_id: str
    created_at: datetime
    answers: tuple[BankAnswer, ...]
    original_message_id: str | None = None

    @property
    def accounts(self) -> tuple[PayeeAccount, ...]:
        """The payer's accounts that the rows are of, each once; a status names none."""
        found = {answer.account.canonical: answer.account for answer in self.answers if answer.account}
        return tuple(found.values())
