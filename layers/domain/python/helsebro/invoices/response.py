"""Invoice response: the status of an invoice in the codes of Peppol BIS Invoice Response 3 (T111).

The codes are those of the published lists: the response (a part of UNCL 4343), the reason
(``OPStatusReason``) and what the sender is asked to do (``OPStatusAction``). Source: OpenPeppol,
``poacc-upgrade-3``, transaction T111 3.1 with its code lists and rules, and profile 63.
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
    **dict.fromkeys(("HB-05", "HB-06", "HB-34", "HB-35"), "UNR"),
    **dict.fromkeys(("HB-04", "HB-07", "HB-08", "HB-12", "HB-43"), "DEL"),
    **dict.fromkeys(("HB-10", "HB-26", "HB-44", "HB-47"), "PRI"),
    **dict.fromkeys(("HB-11", "HB-17", "HB-18", *(f"HB-{number}" for number in range(29, 34))), "FIN"),
    **dict.fromkeys(("HB-15", "HB-16", "HB-40", "HB-41", "HB-45", "HB-46"), "LEG"),
    **dict.fromkeys(("HB-14", "HB-48"), "REC"),
    "HB-09": "ITM",
    "HB-13": "QTY",
    "HB-42": "PAY",
}
"""What a rule is about: reference, recognition, delivery, price, finance, legal, receiver, item, quantity,
payment terms. Any other is ``OTH``."""
TERMS: Mapping[str, str] = {
    "HB-01": "BT-13",
    "HB-02": "BT-10",
    "HB-03": "BT-128",
    "HB-09": "BT-155",
    "HB-10": "BT-146",
    "HB-11": "BT-5",
    "HB-14": "BT-49",
    "HB-20": "BT-1",
    "HB-21": "BT-115",
    "HB-22": "BT-3",
    "HB-23": "BT-25",
    "HB-26": "BT-131",
    "HB-27": "BT-125",
    "HB-29": "BT-81",
    "HB-31": "BT-84",
    "HB-40": "BT-2",
    "HB-41": "BT-2",
    "HB-42": "BT-9",
    "HB-45": "BT-118",
    "HB-46": "BT-117",
    "HB-47": "BT-131",
}
"""The business term of EN 16931 that is to be corrected, where a rule is about one; the response's detail
type is such a term, and nothing else."""
OTHER, NEW_INVOICE, NOTHING = "OTH", "NIN", "NOA"
MOST_REASONS = 100
"""A document may have thousands of findings; the invoice lists them all."""


@dataclass(frozen=True)
class Clarification:
    """Why an invoice has its status: a reason of the list, the finding behind it, and its business term."""

    reason: str
    finding: InvoiceFinding
    term: str | None = None


def clarifications(invoice: ReceivedInvoice) -> Iterator[Clarification]:
    """Yields the reasons of a rejection, or of what finance looks at."""
    severity = {"rejected": "fatal", "in-review": "review"}.get(invoice.status)
    found = [each for each in invoice.findings if each.severity == severity]
    for each in found[:MOST_REASONS]:
        yield Clarification(REASONS.get(each.rule, OTHER), each, TERMS.get(each.rule))


def action(invoice: ReceivedInvoice) -> str | None:
    """Returns what the clinic is asked to do: send a new invoice, or nothing; None of an accepted one."""
    return {"rejected": NEW_INVOICE, "in-review": NOTHING}.get(invoice.status)
