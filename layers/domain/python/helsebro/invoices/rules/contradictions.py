"""Rules about what takes back what the document asks for, or says of its parties what is not so."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import ContradictionWhy, Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule, marked


def is_no_copy(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The document does not call itself a copy."""
    yield from _breaches(invoice, "copy")


def asks_for_what_costs(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No line with an amount is called free of charge."""
    yield from _breaches(invoice, "free")


def has_no_representative(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No one else accounts for VAT: care bears none."""
    yield from _breaches(invoice, "representative")


def has_the_known_countries(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The country of the supplier is the clinic's, and that of the buyer is the payer's.

    They choose the national rules of the official sets.
    """
    payer = facts.payer if facts.own_guarantee else None
    expected = {"supplier": facts.clinic_country, "buyer": payer.country if payer else None}
    for written in invoice.countries:
        known = expected[written.party]
        if known and written.code != known:
            yield InvoiceBreach(written.location, {"found": written.code, "expected": known})


def _breaches(invoice: Invoice, why: ContradictionWhy) -> Iterator[InvoiceBreach]:
    return (InvoiceBreach(each.location) for each in marked(invoice.contradictions, why))


RULES = (
    InvoiceRule(
        "HB-51",
        Text(
            "Dokumentet kalder sig en kopi (CopyIndicator). Send originalen.",
            "Dokumentet kaller seg en kopi (CopyIndicator). Send originalen.",
            "The document calls itself a copy (CopyIndicator). Send the original.",
        ),
        is_no_copy,
        "F0-24",
        BOTH,
    ),
    InvoiceRule(
        "HB-52",
        Text(
            "Linjen har et beløb, men siger, at den er gratis (FreeOfChargeIndicator).",
            "Linjen har et beløp, men sier at den er gratis (FreeOfChargeIndicator).",
            "The line has an amount but says that it is free of charge (FreeOfChargeIndicator).",
        ),
        asks_for_what_costs,
        "F0-17",
        BOTH,
    ),
    InvoiceRule(
        "HB-53",
        Text(
            "Behandling er fritaget for moms: fjern den, der skal afregne moms for klinikken "
            "(TaxRepresentativeParty).",
            "Behandling er unntatt fra mva.: fjern den som skal betale mva. for klinikken "
            "(TaxRepresentativeParty).",
            "Treatment is exempt from VAT: remove who is to account for the clinic's VAT "
            "(TaxRepresentativeParty).",
        ),
        has_no_representative,
        "F0-27",
        BOTH,
    ),
    InvoiceRule(
        "HB-54",
        Text(
            "Landet skal være {expected}, som vi kender parten med; her står et andet.",
            "Landet må være {expected}, som vi kjenner parten med; her står et annet.",
            "The country must be {expected}, with which the party is known here; another one stands here.",
        ),
        has_the_known_countries,
        "F2-11",
        BOTH,
    ),
)
