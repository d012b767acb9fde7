"""Original: what becomes of the document of an invoice that is not accepted (F2-10, promise 20)."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.received_invoice import ReceivedInvoice

PERSONAL_NUMBER = frozenset({"HB-19", "HB-49"})
"""The rules against a person's number: a document that breaks one is erased as soon as it is rejected."""
NOT_SEARCHED = frozenset({"UBL-READ", "UBL-UNJUDGED"})
"""What is said of a document that no one could search for a person's number."""
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


def must_be_erased(invoice: ReceivedInvoice) -> bool:
    """Returns whether the document must be erased now; that of another rejected invoice expires by itself."""
    erased = PERSONAL_NUMBER | NOT_SEARCHED
    return invoice.status == "rejected" and any(each.rule in erased for each in invoice.findings)


def must_be_locked(invoice: ReceivedInvoice) -> bool:
    """Returns whether a copy of the document must be kept that cannot be changed: that of an accepted one."""
    return invoice.status in ("accepted", "paid")
