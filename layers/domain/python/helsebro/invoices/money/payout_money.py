"""Payout money: what the payment of a session without an invoice books in the ledger of money (F1-06)."""

from __future__ import annotations

from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.bookings.correction import cause_of
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.payments.ledger import commitments, payable_entries
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry
from helsebro.payments.payable import Payable


def of_payout(
    payable: Payable, facts: InvoiceFacts, session: KnownSession, at: datetime, cause_id: str
) -> tuple[LedgerEntry, ...]:
    """Returns the entries of a payout: the session is an expense now, and no longer reserved.

    ``cause_id`` is the booking, or its last correction.
    """
    guarantee, payer = facts.own_guarantee, facts.payer
    assert guarantee
    assert payer
    cause = EntryCause(
        cause_id,
        payable.claim_id,
        at,
        payer.country,
        guarantee_id=guarantee.guarantee_id,
        clinic_id=payable.clinic_id,
    )
    return (
        *payable_entries.approved(payable, cause),
        *commitments.reservation_ended(cause, session.reserved),
    )


def of_withdrawal(payable: Payable, booking: Booking, at: datetime) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a payout whose session was not held after all: it is no expense any more."""
    cause = EntryCause(
        cause_of(booking),
        payable.claim_id,
        at,
        booking.country,
        guarantee_id=booking.guarantee_id,
        clinic_id=booking.clinic_id,
    )
    return payable_entries.credited(payable, payable.amount, cause)
