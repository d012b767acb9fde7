"""What a business rule of an invoice is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Finding, Severity, Text
from helsebro.invoices.invoice import Invoice, InvoiceKind

BOTH: frozenset[InvoiceKind] = frozenset({"invoice", "credit-note"})
INVOICE: frozenset[InvoiceKind] = frozenset({"invoice"})
CREDIT_NOTE: frozenset[InvoiceKind] = frozenset({"credit-note"})


@dataclass(frozen=True)
class Breach:
    """Where a rule is broken, and the values its text names."""

    location: str
    values: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[Invoice, InvoiceFacts], Iterable[Breach]]


@dataclass(frozen=True)
class Rule:
    """One business rule: ``of`` tells which documents it holds for, ``source`` the feature it comes from.

    A ``warning`` is told and shown to finance, and refuses nothing.
    """

    id: str
    text: Text
    check: Check
    source: str
    of: frozenset[InvoiceKind] = INVOICE
    severity: Severity = "fatal"

    def findings(self, invoice: Invoice, facts: InvoiceFacts) -> Iterator[Finding]:
        """Every place where the invoice breaks the rule."""
        if invoice.kind in self.of:
            for breach in self.check(invoice, facts):
                yield Finding(self.id, self.severity, breach.location, self.text.filled(breach.values))
