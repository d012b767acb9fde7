"""The business rules of an invoice, from HB-01: they check what the official rules cannot know.

``RULES`` is the only table of them; the list in the documentation is generated from it. All findings are
returned, never only the first, so that a clinic corrects an invoice once.
"""

from __future__ import annotations

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules import (
    company_numbers,
    contradictions,
    credit,
    dates,
    document,
    guarantee,
    money,
    paid_once,
    parties,
    payment,
    persons,
    readable,
    sessions,
)
from helsebro.invoices.rules.rule import InvoiceRule

RULES: tuple[InvoiceRule, ...] = tuple(
    sorted(
        (
            *guarantee.RULES,
            *sessions.RULES,
            *paid_once.RULES,
            *document.RULES,
            *parties.RULES,
            *payment.RULES,
            *company_numbers.RULES,
            *credit.RULES,
            *readable.RULES,
            *dates.RULES,
            *money.RULES,
            *persons.RULES,
            *contradictions.RULES,
        ),
        key=lambda rule: rule.id,
    )
)


def business_findings(invoice: Invoice, facts: InvoiceFacts) -> tuple[InvoiceFinding, ...]:
    """Returns every breach of every business rule, in the order of the rules and of the document."""
    applied = (rule for rule in RULES if invoice.kind in rule.of)
    return tuple(finding for rule in applied for finding in rule.findings(invoice, facts))
