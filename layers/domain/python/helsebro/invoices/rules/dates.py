"""Rules about the days of an invoice: a session is held, then invoiced, then due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule
from helsebro.invoices.rules.sessions import SESSION_DATE
from helsebro.invoices.term import PAYMENT_TERM

ISSUED = "cbc:IssueDate"
CLOCKS_DIFFER = timedelta(days=1)
"""A clinic whose clock is ahead, or whose system writes the day of another time zone, is not refused."""


def is_issued_after_its_sessions(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """It is issued on the day of its last session or later (F0-18)."""
    days = [session.on for _, session in facts.sessions_of(invoice)]
    if invoice.issued_on and days and invoice.issued_on < max(days):
        values = {"found": invoice.issued_on, "expected": max(days)}
        yield InvoiceBreach(f"{invoice.root}/{ISSUED}", values)


def is_issued_by_today(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """It is not issued in the future; one day is allowed for clocks that differ."""
    if invoice.issued_on and invoice.issued_on > facts.today + CLOCKS_DIFFER:
        values = {"found": invoice.issued_on, "expected": facts.today}
        yield InvoiceBreach(f"{invoice.root}/{ISSUED}", values)


def is_due_after_the_term(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """It is due 30 days after it is issued, or later. Without a due date it is due then."""
    if invoice.issued_on and invoice.due_on:
        earliest = invoice.issued_on + PAYMENT_TERM
        if invoice.due_on < earliest:
            values = {"days": PAYMENT_TERM.days, "found": invoice.due_on, "expected": earliest}
            yield InvoiceBreach(invoice.due_at or f"{invoice.root}/cbc:DueDate", values)


def was_held_by_today(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No session is of a day to come."""
    for line, session in facts.sessions_of(invoice):
        if session.on > facts.today:
            values = {"found": session.on, "expected": facts.today}
            yield InvoiceBreach(f"{line.location}/{SESSION_DATE}", values)


RULES = (
    InvoiceRule(
        "HB-40",
        Text(
            "Fakturaen er dateret den {found}, men den sidste konsultation er den {expected}.",
            "Fakturaen er datert {found}, men den siste timen er {expected}.",
            "The invoice is dated {found}, but its last session is on {expected}.",
        ),
        is_issued_after_its_sessions,
        "F0-18",
        BOTH,
    ),
    InvoiceRule(
        "HB-41",
        Text(
            "Fakturaen er dateret den {found}, som ligger i fremtiden. I dag er det den {expected}.",
            "Fakturaen er datert {found}, som er fram i tid. I dag er det {expected}.",
            "The invoice is dated {found}, which is in the future. Today is {expected}.",
        ),
        is_issued_by_today,
        "F0-19",
        BOTH,
    ),
    InvoiceRule(
        "HB-42",
        Text(
            "Betalingsfristen er {days} dage: fakturaen forfalder den {found}, men skal tidligst "
            "forfalde den {expected}.",
            "Betalingsfristen er {days} dager: fakturaen forfaller {found}, men kan tidligst "
            "forfalle {expected}.",
            "The term of payment is {days} days: the invoice is due on {found} but may be due on "
            "{expected} at the earliest.",
        ),
        is_due_after_the_term,
        "F2-14",
    ),
    InvoiceRule(
        "HB-43",
        Text(
            "Konsultationen er den {found}, som ligger i fremtiden. I dag er det den {expected}.",
            "Timen er {found}, som er fram i tid. I dag er det {expected}.",
            "The session is on {found}, which is in the future. Today is {expected}.",
        ),
        was_held_by_today,
        "F0-18",
        BOTH,
    ),
)
