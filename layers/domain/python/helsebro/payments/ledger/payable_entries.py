"""Payable entries: what becomes of a payable, from the invoice or refund behind it to the bank's answer.

Each step moves the amount from one account to the next. The cause of a step in the bank is its payment file,
so that two reports of one transfer book it once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from helsebro.money import Money
from helsebro.payments.ledger.chart import (
    APPROVED,
    BANK,
    INVOICES,
    RECEIVED,
    REFUNDS,
    RETURNED,
    SESSIONS,
    UNDER_WAY,
    AccountNumber,
)
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry, entries_of
from helsebro.payments.payable import Payable

EXPENSES: Mapping[str, AccountNumber] = {"invoice": INVOICES, "refund": REFUNDS, "session": SESSIONS}
"""The account of what a kind of payable is spent on."""


def invoiced(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entries of an accepted invoice: it is an expense, and approved for payment."""
    of = _about(payable, cause)
    return (
        *entries_of("invoiced", of, payable.amount, (INVOICES, RECEIVED)),
        *entries_of("approved", of, payable.amount, (RECEIVED, APPROVED)),
    )


def approved(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of an approved refund, or of a session that is paid without an invoice."""
    return entries_of("approved", _about(payable, cause), payable.amount, (EXPENSES[payable.kind], APPROVED))


def credited(payable: Payable, amount: Money, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a credit note, which lowers an approved or returned payable by an amount."""
    source = RETURNED if payable.status == "returned" else APPROVED
    return entries_of("credited", _about(payable, cause), amount, (source, EXPENSES[payable.kind]))


def released(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a payable whose payment file was released; the file is the cause."""
    return entries_of("released", _about(payable, cause), payable.amount, (APPROVED, UNDER_WAY))


def paid(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a payable that the bank has paid; its payment file is the cause."""
    return entries_of("paid", _about(payable, cause), payable.amount, (UNDER_WAY, BANK))


def returned(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a payable that the bank rejected, or that came back after it was ``paid``."""
    source = BANK if payable.status == "paid" else UNDER_WAY
    return entries_of("returned", _about(payable, cause), payable.amount, (source, RETURNED))


def approved_again(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a returned payable that finance lets be paid again; its task is the cause."""
    return entries_of("approved", _about(payable, cause), payable.amount, (RETURNED, APPROVED))


def written_off(payable: Payable, cause: EntryCause) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a returned payable that is not paid any more; its task is the cause."""
    return entries_of("credited", _about(payable, cause), payable.amount, (RETURNED, EXPENSES[payable.kind]))


def _about(payable: Payable, cause: EntryCause) -> EntryCause:
    """Returns the cause with what the payable names, so that no caller can name another."""
    return replace(
        cause, claim_id=payable.claim_id, payable_id=payable.payable_id, clinic_id=payable.clinic_id
    )
