"""Original: what becomes of the document of an invoice that is not accepted (F2-10, promise 20)."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.identity.person_numbers import candidates, names_a_person
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.numbers.invoice_number import is_too_long
from helsebro.invoices.received_invoice import ReceivedInvoice

PERSONAL_NUMBER = frozenset({"HB-19", "HB-49"})
"""The rules against a person's number: a document that breaks one is erased as soon as it is rejected."""
NOT_SEARCHED = frozenset({"UBL-READ", "UBL-UNJUDGED", "UBL-LONG"})
"""What is said of a document that could not be searched for a person's number, or not to the end."""
GONE = InvoiceFinding(
    "HB-GONE",
    "fatal",
    "/",
    Text(
        "Fakturaen blev ikke kontrolleret i tide, og vi har den ikke mere. Send den igen.",
        "Fakturaen ble ikke kontrollert i tide, og vi har den ikke lenger. Send den på nytt.",
        "The invoice was not checked in time and we no longer have it. Send it again.",
    ),
)


def names_a_person_in(findings: Iterable[InvoiceFinding]) -> bool:
    """Returns whether a finding says that a document holds a person's number, or may hold one."""
    return any(each.rule in PERSONAL_NUMBER for each in findings)


def number_shown(invoice: Invoice, facts: InvoiceFacts, findings: Iterable[InvoiceFinding]) -> str | None:
    """Returns the invoice's number, so that the clinic knows a rejected one; None when it may be a person's.

    Without a known guarantee there was no one to compare it with.
    """
    number = invoice.number
    if not number or is_too_long(number):
        return None
    if any(each.rule in PERSONAL_NUMBER | NOT_SEARCHED for each in findings):
        return None
    if names_a_person(number, is_reference=True):
        return None
    was_compared = facts.guarantee is not None and facts.client.named_at is not None
    return number if was_compared or not any(candidates(number)) else None


def must_be_erased(invoice: ReceivedInvoice) -> bool:
    """Returns whether the document must be erased now; that of another rejected invoice expires by itself."""
    erased = PERSONAL_NUMBER | NOT_SEARCHED
    return invoice.status == "rejected" and any(each.rule in erased for each in invoice.findings)


def must_be_locked(invoice: ReceivedInvoice) -> bool:
    """Returns whether a copy of the document must be kept that cannot be changed: that of an accepted one."""
    return invoice.status in ("accepted", "paid")
