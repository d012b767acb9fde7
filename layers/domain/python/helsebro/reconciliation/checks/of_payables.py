"""Payables: each stands in the ledger on the account of its status, with its whole amount and no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helsebro.money import Money
from helsebro.payments.ledger.balances import of_payable, sums_of
from helsebro.payments.ledger.chart import APPROVED, BANK, RECEIVED, RETURNED, UNDER_WAY, AccountNumber
from helsebro.payments.ledger.payable_entries import EXPENSES
from helsebro.payments.payable import Payable
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.difference import MoneyDifference

ACCOUNT_OF: Mapping[str, AccountNumber] = {
    "approved": APPROVED,
    "drafted": APPROVED,
    "released": UNDER_WAY,
    "sent": UNDER_WAY,
    "returned": RETURNED,
    "paid": BANK,
}
"""The account on which a payable of each status stands; one that is credited stands on none."""
STANDS_ON: tuple[AccountNumber, ...] = (RECEIVED, APPROVED, UNDER_WAY, RETURNED, BANK)


def differences(case: CaseMoney) -> Iterator[MoneyDifference]:
    """Yields the differences of a case's payables."""
    for payable in case.payables:
        own = of_payable(case.entries, payable.payable_id)
        if own:
            yield from _standing(case, payable)
        elif payable.amount.amount:
            yield MoneyDifference("cause-without-entry", case.claim_id, payable.payable_id, payable.amount)


def _standing(case: CaseMoney, payable: Payable) -> Iterator[MoneyDifference]:
    """Yields each account that has another amount of the payable than its status says."""
    own, currency = of_payable(case.entries, payable.payable_id), payable.amount.currency
    sums, zero = sums_of(own), Money.zero(currency)
    stands_on = ACCOUNT_OF.get(payable.status)
    expected = {account: payable.amount if account == stands_on else zero for account in STANDS_ON}
    expected[EXPENSES[payable.kind]] = payable.amount if stands_on else zero
    for account, amount in expected.items():
        found = Money.of_ore(sums.get((currency, account), 0), currency)
        if found != amount:
            yield _differs(case, payable, amount, found, account)
    for other in sorted({entry.currency for entry in own} - {currency}):
        total = sum(entry.ore for entry in own if entry.currency == other)
        yield _differs(case, payable, zero, Money.of_ore(total, other), "")


def _differs(
    case: CaseMoney, payable: Payable, expected: Money, found: Money, account: AccountNumber | str
) -> MoneyDifference:
    return MoneyDifference("payable-differs", case.claim_id, payable.payable_id, expected, found, account)
