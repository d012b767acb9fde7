"""Stripe transfer: one payable of a released run, moved from the payer's balance to a connected account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helsebro.ids import PayableId, PaymentFileId
from helsebro.money import Money
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.payable import Payable
from helsebro.payments.payment_ways import STRIPE
from helsebro.payments.runs.carried import NotCarried, must_be_carried
from helsebro.payments.runs.end_to_end import end_to_end_id
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.stripe.connected_account import is_connected_account

PAYABLE, FILE = "payable", "file"
"""The names of our ids in the metadata of a transfer."""


@dataclass(frozen=True)
class StripeTransfer:
    """What Stripe is asked for. It names our ids and the account, and no person, clinic or session.

    ``attempt`` is which attempt to pay the payable it is.
    """

    payable_id: PayableId
    file_id: PaymentFileId
    amount: Money
    destination: str = field(repr=False)
    attempt: int = 1

    def __post_init__(self) -> None:
        """Raises ``ValueError`` for our own bugs: no amount, or no account."""
        if self.amount.ore <= 0 or not is_connected_account(self.destination):
            raise ValueError("a transfer has an amount and a connected account")

    @property
    def named(self) -> str:
        """How an attempt to pay the payable is named, to Stripe as to a bank."""
        return end_to_end_id(self.payable_id, self.attempt)

    @property
    def key(self) -> str:
        """The idempotency key: the same whenever this payable of this run is sent, never that of another.

        A payable that came back and is in a later run has another key, so that it is paid once more.
        """
        return f"{self.named}.{as_bank_id(self.file_id)}"

    @property
    def fields(self) -> Mapping[str, str]:
        """The form that creates it; the amount is in øre, as Stripe counts both of our currencies.

        ``transfer_group`` is the key again, by which the transfer is found when its answer was lost.
        """
        return {
            "amount": str(self.amount.ore),
            "currency": self.amount.currency.lower(),
            "destination": self.destination,
            "transfer_group": self.key,
            f"metadata[{PAYABLE}]": self.named,
            f"metadata[{FILE}]": as_bank_id(self.file_id),
        }


def transfer_in(run: PaymentRun, payable: Payable) -> StripeTransfer:
    """Returns the transfer that pays a payable in a run. Raises ``NotCarried`` when there can be none."""
    means = payable.pay_to
    if means is None or means.code != STRIPE or not is_connected_account(means.account):
        raise NotCarried("account-not-payable")
    if payable.amount.ore <= 0 or payable.amount.currency != run.currency:
        raise NotCarried("amount-not-payable")
    return StripeTransfer(payable.payable_id, run.file_id, payable.amount, means.account, payable.attempt)


def must_go_out(payable: Payable, run: PaymentRun) -> None:
    """Raises ``NotCarried`` for a payable that cannot be paid the way that the run goes out."""
    if run.way == "stripe":
        transfer_in(run, payable)
    else:
        must_be_carried(payable, run)
