"""Carried: a payable as the transfer of a payment file, or why no file can carry it."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.errors import Conflict
from helsebro.money import Money
from helsebro.payments.bank.reference import FreeText, reference_of
from helsebro.payments.bank.transfer import CreditTransfer
from helsebro.payments.payable import Payable
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import account_of
from helsebro.payments.runs.payment_run import PaymentRun

TEXT = "Helsebro"
NO_ID = "HB"
"""Stands for the id that a payment has once there is one."""
NOT_HELD = "session-not-held"
"""Why a session that was missed after all leaves a payment file."""
NO_NAME = "-"
"""Stands for the name of a creditor where only the account is looked at."""


class NotCarried(Conflict):
    """No payment file can carry the payable; ``why`` is the code of its fault."""

    code = "payable-not-carried"

    def __init__(self, why: str) -> None:
        super().__init__(why=why)
        self.why = why


@dataclass(frozen=True)
class Creditor:
    """Who is paid, for the payment file only. ``number`` is what the creditor knows the payment by."""

    name: str = field(repr=False)
    account: PayeeAccount = field(repr=False)
    number: str = ""

    @property
    def text(self) -> str:
        """The text of the transfer, which says nothing about a person or a treatment."""
        return f"{TEXT} {self.number}".rstrip()


def clinic_account(payable: Payable, run: PaymentRun) -> PayeeAccount:
    """Returns the account that a clinic's payable is paid to. Raises ``NotCarried``."""
    account = account_of(payable.pay_to, run.home) if payable.pay_to else None
    if account is None:
        raise NotCarried("account-not-payable")
    return account


def transfer_of(payable: Payable, creditor: Creditor, run: PaymentRun, named: str = NO_ID) -> CreditTransfer:
    """Returns the transfer that pays a payable in the file of a run. Raises ``NotCarried``.

    ``named`` is the end-to-end id of its line.
    """
    transfer = transfer_to(creditor, payable.pay_to, payable.amount, run.home, named)
    for fault in transfer.faults(run.currency, run.home):
        raise NotCarried(fault.code)
    return transfer


def transfer_to(
    creditor: Creditor, means: PaymentMeans | None, amount: Money, home: str, named: str = NO_ID
) -> CreditTransfer:
    """Returns the transfer of an amount, with the reference that the means ask for.

    An invoice is judged by it, and its payable is paid with it, so that what was accepted arrives at the
    bank. ``home`` is the payer's country; ``named`` is the id that the bank gives back.
    """
    text = creditor.text
    reference = reference_of(means, home, text) if means else FreeText(text)
    return CreditTransfer(named, amount, creditor.name, creditor.account, reference)


def must_be_carried(payable: Payable, run: PaymentRun) -> None:
    """Raises ``NotCarried`` for a clinic's payable that no file can carry.

    A refund's account is encrypted, and only the file is written with it.
    """
    if payable.clinic_id:
        transfer_of(payable, Creditor(NO_NAME, clinic_account(payable, run)), run)
