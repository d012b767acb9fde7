"""Rules about money beside the sessions: an invoice asks for nothing else, and health care is free of VAT."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice, VatCategory
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule

EXEMPT = "E"
EXEMPT_IN_OIOUBL = "ZeroRated"
"""OIOUBL has one code for all that bears no VAT."""
HEALTH_CARE = frozenset({"VATEX-EU-132-1B", "VATEX-EU-132-1C"})
"""Article 132(1)(b) and (c) of the VAT directive: care in hospitals, and by practitioners."""
EXEMPT_BY_WORDS = frozenset({"NO"})
"""The code list has only the articles of the EU's directive, which Norway's act does not follow: a Norwegian
invoice may give its reason in words."""
PRICE = "cac:Price/cbc:PriceAmount"


def asks_for_nothing_else(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No allowance, charge, prepaid or rounded amount stands anywhere, also where they cancel out."""
    return (InvoiceBreach(location) for location in invoice.beside)


def is_exempt_health_care(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every VAT category is exempt, as health care: VATEX-EU-132-1C or, in a hospital, VATEX-EU-132-1B."""
    country = facts.payer.country if facts.payer else "DK"
    for each in invoice.vat:
        if not _is_exempt(each, country):
            right = EXEMPT_IN_OIOUBL if invoice.is_oioubl else EXEMPT
            text = OF_OIOUBL if invoice.is_oioubl else None
            yield InvoiceBreach(each.location, {"found": each.code, "expected": right}, text=text)


def _is_exempt(category: VatCategory, country: str) -> bool:
    if category.code == EXEMPT_IN_OIOUBL:
        return not category.percent
    if category.code != EXEMPT:
        return False
    code, reason = category.exemption_code, category.exemption_reason
    if not category.of_total:
        # That its rate is 0 is checked by the European rules BR-E-05 to BR-E-07.
        return not code or code in HEALTH_CARE
    if category.percent:
        return False
    return code in HEALTH_CARE or (not code and bool(reason) and country in EXEMPT_BY_WORDS)


def adds_no_vat(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every VAT amount is 0."""
    return (InvoiceBreach(location, {"expected": "0"}) for location in invoice.vat_amounts)


def costs_its_price(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A line's amount is its price for one, times its quantity."""
    for line in invoice.lines:
        known = line.price is not None and line.quantity is not None and line.amount is not None
        differs = known and line.price * line.quantity != line.amount  # type: ignore[operator]
        if differs or line.base_quantity not in (None, Decimal(1)):
            is_one = line.quantity == Decimal(1) and line.base_quantity in (None, Decimal(1))
            values = {"found": line.price, "expected": line.amount if is_one else None}
            yield InvoiceBreach(f"{line.location}/{PRICE}", values)


OF_OIOUBL = Text(
    "Behandling er fritaget for moms: momskategorien skal være ZeroRated med satsen 0.",
    "Behandling er unntatt fra mva.: avgiftskategorien må være ZeroRated med satsen 0.",
    "Treatment is exempt from VAT: the category must be ZeroRated with the rate 0.",
)
RULES = (
    InvoiceRule(
        "HB-44",
        Text(
            "Fakturaen må kun have konsultationerne: fjern rabat, gebyr, tillæg, forudbetaling og afrunding, "
            "også hvis de går lige op.",
            "Fakturaen kan bare ha timene: fjern rabatt, gebyr, tillegg, forskudd og avrunding, "
            "også om de går "
            "i null.",
            "The invoice may have the sessions only: remove allowances, charges, prepaid and "
            "rounded amounts, "
            "also where they cancel out.",
        ),
        asks_for_nothing_else,
        "F0-27",
        BOTH,
    ),
    InvoiceRule(
        "HB-45",
        Text(
            "Behandling er fritaget for moms: momskategorien skal være E, og totalens skal have "
            "fritagelseskoden "
            "VATEX-EU-132-1C.",
            "Behandling er unntatt fra mva.: avgiftskategorien må være E, og totalens må ha unntakskoden "
            "VATEX-EU-132-1C eller en grunn.",
            "Treatment is exempt from VAT: the category must be E, and that of the total must "
            "have the exemption "
            "code VATEX-EU-132-1C.",
        ),
        is_exempt_health_care,
        "F0-27",
        BOTH,
    ),
    InvoiceRule(
        "HB-46",
        Text(
            "Behandling er fritaget for moms: momsbeløbet skal være 0.",
            "Behandling er unntatt fra mva.: avgiftsbeløpet må være 0.",
            "Treatment is exempt from VAT: the VAT amount must be 0.",
        ),
        adds_no_vat,
        "F0-27",
        BOTH,
    ),
    InvoiceRule(
        "HB-47",
        Text(
            "Linjens beløb skal være prisen for én konsultation gange antallet.",
            "Linjens beløp må være prisen for én time ganger antallet.",
            "The line's amount must be the price of one session times the quantity.",
        ),
        costs_its_price,
        "F0-17",
        BOTH,
    ),
)
