"""Ledger entry: one amount booked from an account to another, in the commit of what caused it.

An entry is never changed or removed. What undoes it is another entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from helsebro import ids
from helsebro.ids import ClaimId, ClinicId, GuaranteeId, PayableId
from helsebro.local_day import HOME, local_day
from helsebro.money import Currency, Money
from helsebro.payments.ledger.chart import AccountNumber

EntryKind = Literal[
    "granted",
    "grant-ended",
    "reserved",
    "reservation-ended",
    "invoiced",
    "approved",
    "released",
    "paid",
    "returned",
    "credited",
]
"""``grant-ended`` undoes what no session will use of a grant, ``reservation-ended`` a reservation whose
session was cancelled, missed or invoiced."""

Accounts = tuple[AccountNumber, AccountNumber]
"""The account that is debited, and the one that is credited."""


@dataclass(frozen=True)
class EntryCause:
    """What an entry comes from: ``cause_id`` is the id of the guarantee, booking, invoice, file and the like.

    ``day`` is its local day, on which the entry is booked. Of ``guarantee_id``, ``clinic_id`` and
    ``payable_id`` it has those that it is about.
    """

    cause_id: str
    claim_id: ClaimId
    at: datetime
    country: str = HOME
    guarantee_id: GuaranteeId | None = None
    clinic_id: ClinicId | None = None
    payable_id: PayableId | None = None

    @property
    def day(self) -> date:
        """The local day of the cause."""
        return local_day(self.at, self.country)


@dataclass(frozen=True)
class LedgerEntry:
    """``ore`` øre of a currency, debited to one account and credited to another; never 0 or less.

    ``entry_id`` follows from the cause and the kind, so that storing it twice is storing it once.
    """

    entry_id: str
    kind: EntryKind
    payer: str
    claim_id: ClaimId
    cause_id: str
    at: datetime
    day: date
    ore: int
    currency: Currency
    debit: AccountNumber
    credit: AccountNumber
    guarantee_id: GuaranteeId | None = None
    clinic_id: ClinicId | None = None
    payable_id: PayableId | None = None

    @property
    def amount(self) -> Money:
        """The amount as money."""
        return Money.of_ore(self.ore, self.currency)


def entries_of(
    kind: EntryKind, cause: EntryCause, amount: Money | None, accounts: Accounts
) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a cause; none without an amount, or for nothing.

    Raises ``ValueError`` for an amount below 0, or with a part of an øre: a bug.
    """
    if amount is None or not amount.amount:
        return ()
    debit, credit = accounts
    parts = (cause.cause_id, cause.payable_id, kind)
    return (
        LedgerEntry(
            entry_id="#".join(part for part in parts if part),
            kind=kind,
            payer=ids.payer_of(cause.claim_id),
            claim_id=cause.claim_id,
            cause_id=cause.cause_id,
            at=cause.at,
            day=cause.day,
            ore=booked_ore(amount),
            currency=amount.currency,
            debit=debit,
            credit=credit,
            guarantee_id=cause.guarantee_id,
            clinic_id=cause.clinic_id,
            payable_id=cause.payable_id,
        ),
    )


def booked_ore(amount: Money) -> int:
    """Returns the amount in øre. Raises ``ValueError`` unless they are whole and more than 0."""
    if amount.amount * 100 != amount.ore or amount.ore <= 0:
        raise ValueError("an entry has whole øre, more than 0")
    return amount.ore
