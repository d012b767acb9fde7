"""Commitments: what is promised to clinics, on memo accounts: granted by guarantees, reserved by bookings."""

from __future__ import annotations

from helsebro.money import Money
from helsebro.payments.ledger.chart import GRANTED, GRANTED_CONTRA, RESERVED, RESERVED_CONTRA
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry, entries_of


def granted(cause: EntryCause, amount: Money | None) -> tuple[LedgerEntry, ...]:
    """Returns the entry of what a guarantee promises, or promises more; none while its price is open."""
    return entries_of("granted", cause, amount, (GRANTED, GRANTED_CONTRA))


def grant_ended(cause: EntryCause, rest: Money | None) -> tuple[LedgerEntry, ...]:
    """Returns the entry that ends the rest of a grant, which no session will use any more."""
    return entries_of("grant-ended", cause, rest, (GRANTED_CONTRA, GRANTED))


def reserved(cause: EntryCause, amount: Money | None) -> tuple[LedgerEntry, ...]:
    """Returns the entry of what booked sessions will cost; none while the price is open."""
    return entries_of("reserved", cause, amount, (RESERVED, RESERVED_CONTRA))


def reservation_ended(cause: EntryCause, amount: Money | None) -> tuple[LedgerEntry, ...]:
    """Returns the entry that ends a reservation: its sessions are cancelled, missed or invoiced."""
    return entries_of("reservation-ended", cause, amount, (RESERVED_CONTRA, RESERVED))
