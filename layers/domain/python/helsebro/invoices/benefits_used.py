"""What an accepted invoice uses of a person's benefits."""

from __future__ import annotations

from datetime import date

from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.ids import InvoiceId
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.invoice import Invoice
from helsebro.money import Money


def used_by(invoice_id: InvoiceId, invoice: Invoice, facts: InvoiceFacts, purpose: Purpose, on: date) -> Use:
    """Returns what an invoice accepted on a day uses: every session on its own day, for its line's amount.

    Raises ``ValueError`` for an invoice without a known guarantee: it is never accepted.
    """
    known, payer = facts.own_guarantee, facts.payer
    if known is None or payer is None:
        raise ValueError("an invoice without a known guarantee uses nothing")
    sessions = (
        Spent(
            reference=session.booking_id,
            on=session.on,
            treatment=known.treatment,
            amount=Money.of(line.amount or 0, payer.currency),
            guarantee_id=known.guarantee_id,
            by=session.by,
        )
        for line, session in facts.sessions_of(invoice)
    )
    return Use(invoice_id, "invoice", purpose, on, in_network=True, sessions=tuple(sessions))
