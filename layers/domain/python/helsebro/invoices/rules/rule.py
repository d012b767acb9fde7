"""A business rule of an invoice, and the places where an invoice breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding, Severity, Text, written
from helsebro.invoices.invoice import Invoice, InvoiceKind
from helsebro.invoices.review.other_session import OtherSession

BOTH: frozenset[InvoiceKind] = frozenset({"invoice", "credit-note"})
INVOICE: frozenset[InvoiceKind] = frozenset({"invoice"})
CREDIT_NOTE: frozenset[InvoiceKind] = frozenset({"credit-note"})


@dataclass(frozen=True)
class InvoiceBreach:
    """The place where a rule is broken, and the values for its text.

    ``found`` and ``expected`` are shown beside the text too. ``clashes`` is what the place clashes with.
    """

    location: str
    values: Mapping[str, object] = field(default_factory=dict)
    clashes: tuple[OtherSession, ...] = ()
    text: Text | None = None
    """A closer text than that of the rule, where the place shows what exactly is wrong."""


class Marked(Protocol):
    """A place that was read as wrong in itself, and in which way."""

    @property
    def location(self) -> str:
        """The XPath of the place."""

    @property
    def why(self) -> str:
        """In which way it is wrong."""


Mark = TypeVar("Mark", bound=Marked)


def marked(marks: Iterable[Mark], why: str) -> Iterator[Mark]:
    """Yields the places that are wrong in one way."""
    return (each for each in marks if each.why == why)


InvoiceCheck = Callable[[Invoice, InvoiceFacts], Iterable[InvoiceBreach]]


@dataclass(frozen=True)
class InvoiceRule:
    """One business rule: ``of`` lists the documents it applies to, ``source`` is the feature it comes from.

    A ``warning`` is returned and shown to finance, and does not reject the invoice. With a ``review`` finance
    decides, and reads ``for_finance`` where the text is for the clinic alone.
    """

    id: str
    text: Text
    check: InvoiceCheck
    source: str
    of: frozenset[InvoiceKind] = INVOICE
    severity: Severity = "fatal"
    for_finance: Text | None = None

    def findings(self, invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceFinding]:
        """Yields a finding for every place where the invoice breaks the rule."""
        if invoice.kind in self.of:
            for breach in self.check(invoice, facts):
                text, values = breach.text or self.text, breach.values
                found = InvoiceFinding.of(self.id, self.severity, breach.location, text, values)
                asked = self.for_finance.filled(values) if self.for_finance else None
                # What we expect is from our own registers and rules, and no text of the invoice.
                expected = written(values.get("expected"))
                yield replace(found, expected=expected, clashes=breach.clashes, for_finance=asked)
