"""Rules about the addressee of an invoice."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule

ENDPOINT = "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID"


def is_addressed_to_the_payer(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The buyer's endpoint is one of the payer's (F2-11)."""
    if facts.own_guarantee and facts.payer:
        endpoint = invoice.buyer_endpoint
        if not endpoint or endpoint.plain() not in facts.payer.endpoints:
            scheme = endpoint.plain().scheme if endpoint else ""
            values = {
                "found": endpoint.value if endpoint else None,
                "expected": facts.payer.number_of(scheme),
            }
            yield InvoiceBreach(f"{invoice.root}/{ENDPOINT}", values)


RULES = (
    InvoiceRule(
        "HB-14",
        Text(
            "Fakturaen er ikke stilet til betaleren: køberens EndpointID er ikke betalerens.",
            "Fakturaen er ikke adressert til betaleren: kjøperens EndpointID er ikke betalerens.",
            "The invoice is not addressed to the payer: the buyer's EndpointID is not the payer's.",
        ),
        is_addressed_to_the_payer,
        "F2-11",
        BOTH,
    ),
)
