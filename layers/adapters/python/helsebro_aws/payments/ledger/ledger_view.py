"""Entries and balances as finance sees them."""

from __future__ import annotations

from typing import Any

from helsebro.payments.ledger.balances import Balance
from helsebro.payments.ledger.chart import AccountNumber, name_of
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro_aws.dynamodb.record import to_item

HIDDEN = ("payer", "ore", "currency", "debit", "credit")


def entry_shown(entry: LedgerEntry, language: str) -> dict[str, Any]:
    """Returns an entry with the names of its accounts in a language."""
    kept = {name: value for name, value in to_item(entry).items() if name not in HIDDEN}
    accounts = {"debit": _account(entry.debit, language), "credit": _account(entry.credit, language)}
    return {**kept, "amount": entry.amount.as_json(), **accounts}


def balance_shown(balance: Balance) -> dict[str, Any]:
    """Returns a balance with its amounts as money."""
    ore = {name: value for name, value in to_item(balance).items() if name != "currency"}
    return {name: balance.money(value).as_json() for name, value in ore.items()}


def _account(account: AccountNumber, language: str) -> dict[str, str]:
    return {"number": account, "name": name_of(account, language)}
