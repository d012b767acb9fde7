"""Balances: what stands on the accounts, as sums of entries; nothing stores or edits one.

A sum has one currency: kroner of two countries are never added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helsebro.ids import ClinicId, GuaranteeId, PayableId
from helsebro.money import Currency, Money
from helsebro.payments.ledger.chart import (
    APPROVED,
    BANK,
    GRANTED,
    INVOICES,
    ON_THE_RIGHT,
    REFUNDS,
    RESERVED,
    RETURNED,
    SESSIONS,
    UNDER_WAY,
    AccountNumber,
)
from helsebro.payments.ledger.ledger_entry import LedgerEntry

Sums = Mapping[tuple[Currency, AccountNumber], int]
"""The balance of each account in øre, by currency, on the side on which the account grows."""


@dataclass(frozen=True)
class Balance:
    """Where the money of a guarantee or a case stands, in øre of one currency.

    ``granted`` is what is promised still, ``reserved`` what booked and held sessions will cost that are not
    invoiced. ``invoiced`` is what clinics asked for, less credit notes; ``refunded`` what bills are paid back
    and ``sessions`` what is paid without an invoice. All three are ``approved`` and wait for a payment file,
    ``under_way`` at the bank, ``returned`` by it, or ``paid``.
    """

    currency: Currency
    granted: int = 0
    reserved: int = 0
    invoiced: int = 0
    refunded: int = 0
    sessions: int = 0
    approved: int = 0
    under_way: int = 0
    returned: int = 0
    paid: int = 0

    @property
    def spent(self) -> int:
        """What is spent in all, whether it is paid yet or not."""
        return self.invoiced + self.refunded + self.sessions

    def money(self, ore: int) -> Money:
        """Returns so many øre in its currency."""
        return Money.of_ore(ore, self.currency)


def sums_of(entries: Iterable[LedgerEntry]) -> Sums:
    """Returns the balance of each account that the entries book on."""
    sums: Counter[tuple[Currency, AccountNumber]] = Counter()
    for entry in entries:
        for account, way in ((entry.debit, 1), (entry.credit, -1)):
            sums[entry.currency, account] += -way * entry.ore if account in ON_THE_RIGHT else way * entry.ore
    return sums


def balances_of(entries: Iterable[LedgerEntry]) -> tuple[Balance, ...]:
    """Returns the balance of the entries, one for each currency that they have."""
    sums = sums_of(entries)
    return tuple(_balance(sums, currency) for currency in sorted({currency for currency, _ in sums}))


def balance_in(entries: Iterable[LedgerEntry], currency: Currency) -> Balance:
    """Returns the balance of the entries in one currency."""
    return _balance(sums_of(entries), currency)


def of_guarantee(entries: Sequence[LedgerEntry], guarantee_id: GuaranteeId) -> list[LedgerEntry]:
    """Returns the entries of a guarantee among those of its case, with all steps of its payables."""
    payables = {
        entry.payable_id for entry in entries if entry.guarantee_id == guarantee_id and entry.payable_id
    }
    return [entry for entry in entries if entry.guarantee_id == guarantee_id or entry.payable_id in payables]


def of_payable(entries: Iterable[LedgerEntry], payable_id: PayableId) -> list[LedgerEntry]:
    """Returns the entries of a payable."""
    return [entry for entry in entries if entry.payable_id == payable_id]


def of_clinic(entries: Iterable[LedgerEntry], clinic_id: ClinicId) -> list[LedgerEntry]:
    """Returns the entries of a clinic."""
    return [entry for entry in entries if entry.clinic_id == clinic_id]


def _balance(sums: Sums, currency: Currency) -> Balance:
    def on(account: AccountNumber) -> int:
        return sums.get((currency, account), 0)

    return Balance(
        currency=currency,
        granted=on(GRANTED),
        reserved=on(RESERVED),
        invoiced=on(INVOICES),
        refunded=on(REFUNDS),
        sessions=on(SESSIONS),
        approved=on(APPROVED),
        under_way=on(UNDER_WAY),
        returned=on(RETURNED),
        paid=on(BANK),
    )
