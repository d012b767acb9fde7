"""Invoiced money: what an accepted invoice or credit note books in the ledger of money."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.ids import BookingId
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.money import Money
from helsebro.payments.ledger import commitments, payable_entries
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry
from helsebro.payments.payable import Payable


def of_invoice(
    accepted: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts, payable: Payable
) -> tuple[LedgerEntry, ...]:
    """Returns the entries of an accepted invoice: its sessions are an expense now, and no longer reserved."""
    cause = _cause(accepted, facts, payable)
    settled = _reserved(facts, invoice.booking_ids)
    return (
        *payable_entries.invoiced(payable, cause),
        *commitments.reservation_ended(cause, settled),
    )


def of_credit_note(
    accepted: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts, credited: Payable, amount: Money
) -> tuple[LedgerEntry, ...]:
    """Returns the entries of a credit note: its sessions are reserved again, since they may be invoiced."""
    cause = _cause(accepted, facts, credited)
    return (
        *payable_entries.credited(credited, amount, cause),
        *commitments.reserved(cause, _reserved(facts, invoice.booking_ids)),
    )


def _reserved(facts: InvoiceFacts, bookings: Iterable[BookingId]) -> Money | None:
    """Returns what is reserved for the sessions, None for nothing: the booking of one may be older."""
    known = (facts.sessions[booking_id] for booking_id in dict.fromkeys(bookings))
    amounts = [session.reserved for session in known if session.reserved]
    return sum(amounts[1:], amounts[0]) if amounts else None


def _cause(accepted: ReceivedInvoice, facts: InvoiceFacts, payable: Payable) -> EntryCause:
    guarantee, payer = facts.own_guarantee, facts.payer
    assert guarantee
    assert payer
    assert accepted.judged_at
    return EntryCause(
        accepted.invoice_id,
        payable.claim_id,
        accepted.judged_at,
        payer.country,
        guarantee_id=guarantee.guarantee_id,
        clinic_id=accepted.clinic_id,
    )
