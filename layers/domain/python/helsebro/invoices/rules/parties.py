"""Rules about the sender of an invoice and its addressee."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import DANISH_CVR, NORWEGIAN_ORGANISATION, Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule
from helsebro.payments import check_digits

SUPPLIER = "cac:AccountingSupplierParty/cac:Party"


def is_addressed_to_the_payer(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The buyer's endpoint is one of the payer's (F2-11)."""
    if facts.own_guarantee and facts.payer:
        endpoint = invoice.buyer_endpoint
        if not endpoint or endpoint.plain() not in facts.payer.endpoints:
            yield InvoiceBreach(f"{invoice.root}/cac:AccountingCustomerParty/cac:Party/cbc:EndpointID")


def is_sent_by_the_clinic(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """One of the supplier's numbers is the clinic's company number."""
    if not any(number.plain().value in facts.clinic_numbers for number in invoice.supplier):
        yield InvoiceBreach(f"{invoice.root}/{SUPPLIER}")


def has_right_company_numbers(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The check digit of a CVR or Norwegian organisation number is right."""
    checks = {DANISH_CVR: check_digits.cvr, NORWEGIAN_ORGANISATION: check_digits.norwegian_organisation}
    for number in map(lambda written: written.plain(), invoice.supplier):
        if number.scheme in checks and not checks[number.scheme](number.value):
            yield InvoiceBreach(f"{invoice.root}/{SUPPLIER}")
            return


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
    InvoiceRule(
        "HB-15",
        Text(
            "Leverandørens CVR- eller organisationsnummer er ikke klinikkens.",
            "Leverandørens organisasjonsnummer er ikke klinikkens.",
            "The supplier's company number is not the clinic's.",
        ),
        is_sent_by_the_clinic,
        "F0-19",
        BOTH,
        # The signature has proved who sends it; a clinic may bill through its group's company.
        "warning",
    ),
    InvoiceRule(
        "HB-16",
        Text(
            "Leverandørens CVR- eller organisationsnummer har forkert kontrolciffer.",
            "Leverandørens organisasjonsnummer har feil kontrollsiffer.",
            "The supplier's company number has a wrong check digit.",
        ),
        has_right_company_numbers,
        "F0-19",
        BOTH,
    ),
)
