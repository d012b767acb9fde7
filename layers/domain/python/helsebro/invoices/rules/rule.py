"""A business rule of an invoice, and the places where an invoice breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding, Severity, Text
from helsebro.invoices.invoice import Invoice, InvoiceKind

BOTH: frozenset[InvoiceKind] = frozenset({"invoice", "credit-note"})
INVOICE: frozenset[InvoiceKind] = frozenset({"invoice"})
CREDIT_NOTE: frozenset[InvoiceKind] = frozenset({"credit-note"})


@dataclass(frozen=True)
class InvoiceBreach:
    """The place where a rule is broken, and the values for its text.

    ``clashes`` are the ids of what the place clashes with.
    """

    location: str
    values: Mapping[str, object] = field(default_factory=dict)
    clashes: tuple[str, ...] = ()


InvoiceCheck = Callable[[Invoice, InvoiceFacts], Iterable[InvoiceBreach]]


@dataclass(frozen=True)
class InvoiceRule:
    """One business rule: ``of`` lists the documents it applies to, ``source`` is the feature it comes from.

    A ``warning`` is returned and shown to finance, and does not reject the invoice. With a ``review`` finance
    decides.
    """

    id: str
    text: Text
    check: InvoiceCheck
    source: str
    of: frozenset[InvoiceKind] = INVOICE
    severity: Severity = "fatal"

    def findings(self, invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceFinding]:
        """Yields a finding for every place where the invoice breaks the rule."""
        if invoice.kind in self.of:
            for breach in self.check(invoice, facts):
                found = InvoiceFinding.of(self.id, self.severity, breach.location, self.text, breach.values)
                yield replace(found, clashes=breach.clashes)
