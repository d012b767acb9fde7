"""Invoice response: the status of an invoice in the codes of Peppol BIS Invoice Response 3 (T111).

The codes are those of the published lists: the response (a part of UNCL 4343), the reason
(``OPStatusReason``) and what the sender is asked to do (``OPStatusAction``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.invoice import InvoiceStatus
from helsebro.invoices.received_invoice import ReceivedInvoice

RESPONSE: Mapping[InvoiceStatus, str] = {
    "received": "AB",
    "in-review": "IP",
    "accepted": "AP",
    "rejected": "RE",
    "paid": "PD",
}
"""Message acknowledged, in process, accepted, rejected, paid."""
REASONS: Mapping[str, str] = {
    **dict.fromkeys(("HB-01", "HB-02", "HB-03", "HB-23", "HB-25"), "REF"),
    **dict.fromkeys(("HB-05", "HB-06"), "UNR"),
    **dict.fromkeys(("HB-04", "HB-07", "HB-08", "HB-12"), "DEL"),
    **dict.fromkeys(("HB-10", "HB-26"), "PRI"),
    **dict.fromkeys(("HB-11", "HB-17", "HB-18"), "FIN"),
    **dict.fromkeys(("HB-15", "HB-16"), "LEG"),
    "HB-09": "ITM",
    "HB-13": "QTY",
    "HB-14": "REC",
}
"""What a rule is about: reference, recognition, delivery, price, finance, legal, item, quantity, receiver."""
OTHER, NEW_INVOICE, NOTHING = "OTH", "NIN", "NOA"
MOST_REASONS = 100
"""A document may have thousands of findings; the invoice lists them all."""


@dataclass(frozen=True)
class Clarification:
    """Why an invoice has its status: a reason of the list, and the finding behind it."""

    reason: str
    finding: InvoiceFinding


def clarifications(invoice: ReceivedInvoice) -> Iterator[Clarification]:
    """Yields the reasons of a rejection, or of what finance looks at."""
    severity = {"rejected": "fatal", "in-review": "review"}.get(invoice.status)
    found = [each for each in invoice.findings if each.severity == severity]
    for each in found[:MOST_REASONS]:
        yield Clarification(REASONS.get(each.rule, OTHER), each)


def action(invoice: ReceivedInvoice) -> str | None:
    """Returns what the clinic is asked to do: send a new invoice, or nothing; None of an accepted one."""
    return {"rejected": NEW_INVOICE, "in-review": NOTHING}.get(invoice.status)
