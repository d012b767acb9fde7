"""Bank answer: what a bank says of a transfer, a batch or a whole file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from helsebro.payments.bank.bank_booking import BankBooking
from helsebro.payments.payee_account import PayeeAccount

BankSaid = Literal["accepted", "pending", "paid", "rejected", "returned", "other"]
"""``paid``: the payer's account is debited. ``returned``: debited before, and the money came back.
``other``: a row that is no answer to a transfer of ours, such as money from others or a fee."""
AnswerScope = Literal["file", "batch", "transfer"]
"""What an answer is about: all of a message (``GrpSts``), all of a batch in it (``PmtInfSts``, or an entry
without details), or one transfer. Of two answers in one report the narrower one counts."""


@dataclass(frozen=True)
class BankAnswer:
    """One row of a report; ``place`` is where it stands in it, as an XPath.

    ``end_to_end_id`` and ``message_id`` are as the bank sent them back (``bank_id.from_bank_id``),
    ``batch_id`` is the ``PmtInfId``. ``ore`` and ``currency`` are None together: a status may have no amount.
    ``status`` is the bank's own code, ``reason`` an ISO code (``bank_reason``), ``words`` what the bank adds,
    which may name a person. ``creditor_reference`` is a KID or the number of a payment slip. ``account`` is
    the payer's; with ``is_of_stripe`` its balance at Stripe takes the place of one. ``transfers``
    and ``sum_ore`` are how much the bank says that a batch or file has. ``booking`` is the debit or credit of
    the account; a status and an answer of Stripe have none.
    """

    said: BankSaid
    scope: AnswerScope
    place: str
    status: str
    message_id: str | None = None
    batch_id: str | None = None
    end_to_end_id: str | None = None
    ore: int | None = None
    currency: str | None = None
    reason: str | None = None
    words: str = field(default="", repr=False)
    booked_on: date | None = None
    bank_reference: str | None = None
    creditor_reference: str | None = None
    account: PayeeAccount | None = None
    transfers: int | None = None
    sum_ore: int | None = None
    is_of_stripe: bool = False
    booking: BankBooking | None = None

    @property
    def moved_on(self) -> date | None:
        """The day on which money moved, as an account says; a status report has no such day."""
        return self.booked_on if self.account or self.is_of_stripe else None

    def is_about(self, end_to_end_id: str) -> bool:
        """Whether it is an answer to this one transfer. Some banks write ids in capitals."""
        return (self.end_to_end_id or "").lower() == end_to_end_id.lower()


def narrowest(answers: Iterable[BankAnswer], end_to_end_id: str) -> list[BankAnswer]:
    """Returns what a report says of one transfer: its own answers, else its batch's, else its file's.

    ``answers`` are those of the message that the transfer was sent in, and of its batch. There may be
    several: a statement may say that a transfer was paid and that it came back.
    """
    given = list(answers)
    own = [answer for answer in given if answer.scope == "transfer" and answer.is_about(end_to_end_id)]
    of_batch = [answer for answer in given if answer.scope == "batch"]
    return own or of_batch or [answer for answer in given if answer.scope == "file"]
