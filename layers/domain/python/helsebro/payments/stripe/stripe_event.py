"""Stripe event: what Stripe says of a transfer afterwards, and what it is to the payment.

Of a transfer, ``created`` says that the money has moved and ``reversed`` that all or a part of it came back.
``payout.paid`` and ``payout.failed`` are about the therapist's own balance and bank (F1-08): the money of a
failed payout returns to that balance, so they are no answer to a payment of ours. Source, read on
30 November 2026: https://docs.stripe.com/api/events/types.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from helsebro.local_day import local_day
from helsebro.payments.bank.bank_answer import BankAnswer, BankSaid
from helsebro.payments.payable import HOLIDAYS

REVERSED = "stripe-reversed"
"""The reason of a payment that came back: an event names none."""


@dataclass(frozen=True)
class StripeEvent:
    """An event about a transfer of ours; other events are none.

    ``at`` is when it happened, ``made_at`` when the transfer was created. ``payable`` and
    ``file`` are the ids in the transfer's metadata, as a bank carries them. ``reversed_ore`` is how much
    of it has come back so far.
    """

    event_id: str
    happened: str
    at: datetime
    made_at: datetime
    transfer_id: str
    ore: int
    currency: str
    payable: str
    file: str
    reversed_ore: int = 0

    @property
    def said(self) -> BankSaid:
        """What it is, in the words of banks; a part of the money that came back is for a person to see."""
        if self.happened == "transfer.created":
            return "paid"
        return "returned" if self.happened == "transfer.reversed" and self.reversed_ore else "other"

    def as_answer(self) -> BankAnswer:
        """Returns it as a bank's answer, so that one set of rules says what becomes of a payment.

        Of a reversal the amount is what came back: a part of it differs from the payment's amount.
        """
        said, country = self.said, HOLIDAYS["NOK" if self.currency == "NOK" else "DKK"]
        return BankAnswer(
            said=said,
            scope="transfer",
            place=self.event_id,
            status=self.happened,
            message_id=self.file,
            end_to_end_id=self.payable,
            ore=self.reversed_ore if said == "returned" else self.ore,
            currency=self.currency,
            reason=REVERSED if said == "returned" else None,
            # Of a creation as Stripe's answer to us had it, so that both are one day's.
            booked_on=local_day(self.made_at if said == "paid" else self.at, country),
            bank_reference=self.transfer_id,
            is_of_stripe=True,
        )
