"""The whole examination of a document: official rules, then what only we can know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from helsebro.errors import BadInput, Refused
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Finding, Text, refuses
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.all_rules import business_findings
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.official import official_findings
from helsebro_aws.invoices.einvoice.reading import read_invoice

UNREADABLE = Finding(
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
    """What was found; ``invoice`` and ``facts`` are None where the document could not be read at all."""

    findings: tuple[Finding, ...]
    invoice: Invoice | None = None
    facts: InvoiceFacts | None = None

    @property
    def is_acceptable(self) -> bool:
        """Whether nothing speaks against paying it."""
        return not refuses(self.findings)


def examined(body: bytes, known_of: Callable[[Invoice], InvoiceFacts]) -> Examined:
    """All findings of all rules; ``known_of`` looks up what is known of the things the invoice names."""
    try:
        root = opened(body)
    except (BadInput, Refused):
        return Examined((UNREADABLE,))
    invoice = read_invoice(root)
    facts = known_of(invoice)
    return Examined((*official_findings(root), *business_findings(invoice, facts)), invoice, facts)
