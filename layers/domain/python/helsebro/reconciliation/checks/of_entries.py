"""Entries: each has its cause, is as its cause wrote it, and no account of a clinic falls below nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helsebro.bookings.correction import booking_in
from helsebro.money import Money
from helsebro.payments.ledger import chart
from helsebro.payments.ledger.balances import of_clinic, sums_of
from helsebro.payments.ledger.ledger_entry import Accounts, EntryKind, LedgerEntry
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.difference import MoneyDifference

_EXPENSES = (chart.INVOICES, chart.REFUNDS, chart.SESSIONS)
MOVES: Mapping[EntryKind, frozenset[Accounts]] = {
    "granted": frozenset({(chart.GRANTED, chart.GRANTED_CONTRA)}),
    "grant-ended": frozenset({(chart.GRANTED_CONTRA, chart.GRANTED)}),
    "reserved": frozenset({(chart.RESERVED, chart.RESERVED_CONTRA)}),
    "reservation-ended": frozenset({(chart.RESERVED_CONTRA, chart.RESERVED)}),
    "invoiced": frozenset({(chart.INVOICES, chart.RECEIVED)}),
    "approved": frozenset(
        (source, chart.APPROVED) for source in (chart.RECEIVED, chart.REFUNDS, chart.SESSIONS, chart.RETURNED)
    ),
    "released": frozenset({(chart.APPROVED, chart.UNDER_WAY)}),
    "paid": frozenset({(chart.UNDER_WAY, chart.BANK)}),
    "returned": frozenset((source, chart.RETURNED) for source in (chart.UNDER_WAY, chart.BANK)),
    "credited": frozenset(
        (source, expense) for source in (chart.APPROVED, chart.RETURNED) for expense in _EXPENSES
    ),
}
"""The accounts that an entry of each kind may book, debit first."""


def differences(case: CaseMoney) -> Iterator[MoneyDifference]:
    """Yields the differences of the entries of a case themselves."""
    guarantees = {guarantee.guarantee_id for guarantee in case.guarantees}
    payables = {payable.payable_id for payable in case.payables}
    bookings = {booking.booking_id for booking in case.bookings}
    for entry in case.entries:
        if _is_changed(entry, case):
            yield MoneyDifference("entry-changed", case.claim_id, entry.entry_id, None, entry.amount)
        has_guarantee = entry.guarantee_id is None or entry.guarantee_id in guarantees
        has_payable = entry.payable_id is None or entry.payable_id in payables
        has_booking = not entry.cause_id.startswith("bkg_") or booking_in(entry.cause_id) in bookings
        if not (has_guarantee and has_payable and has_booking):
            yield MoneyDifference("entry-without-cause", case.claim_id, entry.entry_id, None, entry.amount)
    yield from _below_zero(case)


def _is_changed(entry: LedgerEntry, case: CaseMoney) -> bool:
    parts = (entry.cause_id, entry.payable_id, entry.kind)
    named = "#".join(part for part in parts if part)
    booked = (entry.debit, entry.credit) in MOVES.get(entry.kind, frozenset())
    return entry.entry_id != named or not booked or entry.ore <= 0 or entry.claim_id != case.claim_id


def _below_zero(case: CaseMoney) -> Iterator[MoneyDifference]:
    """Yields each account that has less than nothing, of a clinic or of what members are paid back."""
    clinics = sorted({entry.clinic_id for entry in case.entries if entry.clinic_id and entry.payable_id})
    own = [(str(clinic), of_clinic(case.entries, clinic)) for clinic in clinics]
    own.append((case.claim_id, [entry for entry in case.entries if entry.payable_id and not entry.clinic_id]))
    for about, entries in own:
        for (currency, account), ore in sorted(sums_of(entries).items()):
            if ore < 0:
                found = Money.of_ore(ore, currency)
                yield MoneyDifference("account-below-zero", case.claim_id, about, None, found, account)
