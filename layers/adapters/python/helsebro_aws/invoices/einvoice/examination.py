"""Examines a document: first the official rules, then the business rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from helsebro.errors import BadInput, Refused
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding, Text, refuses
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.all_rules import business_findings
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.official import official_findings
from helsebro_aws.invoices.einvoice.reading import read_invoice

UNREADABLE = InvoiceFinding(
    "UBL-READ",
    "fatal",
    "/",
    Text(
        "Dokumentet kan ikke læses som en UBL-faktura.",
        "Dokumentet kan ikke leses som en UBL-faktura.",
        "The document cannot be read as a UBL invoice.",
    ),
)


@dataclass(frozen=True)
class Examined:
    """The findings of a document; ``invoice`` and ``facts`` are None when it could not be read."""

    findings: tuple[InvoiceFinding, ...]
    invoice: Invoice | None = None
    facts: InvoiceFacts | None = None

    @property
    def is_acceptable(self) -> bool:
        """Whether no finding rejects the invoice."""
        return not refuses(self.findings)


def examined(body: bytes, known_of: Callable[[Invoice], InvoiceFacts]) -> Examined:
    """Returns all findings of all rules; ``known_of`` looks up the facts about what the invoice names."""
    try:
        root = opened(body)
    except (BadInput, Refused):
        return Examined((UNREADABLE,))
    invoice = read_invoice(root)
    facts = known_of(invoice)
    return Examined((*official_findings(root), *business_findings(invoice, facts)), invoice, facts)
