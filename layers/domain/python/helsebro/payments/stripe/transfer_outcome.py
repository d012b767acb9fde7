"""Transfer outcome: what became of a transfer that Stripe was asked for.

A transfer that was created is the payment: it has taken the amount from the payer's balance and put it into
the therapist's. Only a reversal gives it back. What the therapist's account pays on to a bank, and whether
that bank takes it, changes nothing of it. Source, read on 30 November 2026:
https://docs.stripe.com/api/transfers/create and https://docs.stripe.com/api/transfer_reversals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from helsebro.local_day import local_day
from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.stripe.stripe_transfer import StripeTransfer


@dataclass(frozen=True)
class TransferMade:
    """The money has moved, at a time that Stripe says."""

    transfer_id: str
    made_at: datetime


@dataclass(frozen=True)
class TransferRefused:
    """Stripe will not move the money; ``code`` is its own (https://docs.stripe.com/error-codes)."""

    code: str


TransferOutcome: TypeAlias = TransferMade | TransferRefused


def answer_of(transfer: StripeTransfer, outcome: TransferOutcome, country: str) -> BankAnswer:
    """Returns what became of a transfer as a bank's answer; the day is that of the payer's country."""
    made = outcome if isinstance(outcome, TransferMade) else None
    return BankAnswer(
        said="paid" if made else "rejected",
        scope="transfer",
        place=transfer.key,
        status="created" if made else "refused",
        message_id=as_bank_id(transfer.file_id),
        end_to_end_id=transfer.named,
        ore=transfer.amount.ore,
        currency=transfer.amount.currency,
        reason=outcome.code if isinstance(outcome, TransferRefused) else None,
        booked_on=local_day(made.made_at, country) if made else None,
        bank_reference=made.transfer_id if made else None,
        is_of_stripe=True,
    )


class TransferPending(Exception):
    """Whether the money has moved is not known, or it may move later: the same transfer is asked for again.

    ``seconds`` is how long Stripe asks to wait, None when it does not say.
    """

    def __init__(self, why: str, seconds: int | None = None) -> None:
        super().__init__(why)
        self.why, self.seconds = why, seconds


class StripeKeyRefused(Exception):
    """Stripe does not take the payer's secret key: no transfer of the run can be made with it."""


class TransferDiffers(Exception):
    """Under the key of a transfer Stripe has another one. Nothing is booked before a person has looked."""
