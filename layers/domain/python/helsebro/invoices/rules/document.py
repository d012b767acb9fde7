"""Rules about the whole document: its type, number, total and files."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from helsebro.documents.file_content import type_named
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.numbers.invoice_number import LONGEST_NUMBER, is_too_long, plain_number
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule
from helsebro.money import Money

PAYABLE = "cac:LegalMonetaryTotal/cbc:PayableAmount"
FILE_TYPES = ("application/pdf", "image/png", "image/jpeg")
"""A photo of a phone in HEIC, which an upload may be, is in no list of theirs."""
TYPE_CODES = {"invoice": "380", "credit-note": "381"}


def is_in_the_payers_currency(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The invoice uses the currency its payer pays in."""
    if facts.own_guarantee and facts.payer and invoice.currency != facts.payer.currency:
        yield InvoiceBreach(
            f"{invoice.root}/cbc:DocumentCurrencyCode",
            {"found": invoice.currency, "expected": facts.payer.currency},
        )


def has_readable_files(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A file stands in an attachment, and is a PDF or a picture of the two kinds that e-invoices have."""
    for attached in invoice.attachments:
        if attached.is_misplaced:
            yield InvoiceBreach(attached.location, text=MISPLACED_FILE)
        elif type_named(attached.media_type) not in FILE_TYPES:
            yield InvoiceBreach(attached.location)


def has_a_new_number(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The clinic has not used the number, of at most 60 characters, on an accepted invoice before."""
    place, number = f"{invoice.root}/cbc:ID", invoice.number
    if not number or not plain_number(number):
        yield InvoiceBreach(place, text=WITHOUT_NUMBER)
    elif is_too_long(number):
        yield InvoiceBreach(place, {"expected": LONGEST_NUMBER}, text=LONG_NUMBER)
    elif facts.number_is_taken:
        yield InvoiceBreach(place, {"found": number})


def asks_for_the_sessions_alone(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The amount to pay is the sum of the lines: no charge, VAT, rounding or prepaid amount is added."""
    total = sum((line.amount for line in invoice.lines if line.amount is not None), Decimal(0))
    if any(each.why == "number" for each in invoice.unreadable):
        # Their sum is not known; each of them is a finding of its own (HB-37).
        return
    if not invoice.lines or invoice.payable != total:
        shown = Money(total, facts.payer.currency) if facts.payer else f"{total:.2f}"
        yield InvoiceBreach(f"{invoice.root}/{PAYABLE}", {"found": invoice.payable, "expected": shown})


def is_of_a_plain_type(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """An ordinary invoice (380) or credit note (381), not a prepayment or self-billed one."""
    expected = TYPE_CODES[invoice.kind]
    if invoice.type_code != expected:
        name = "InvoiceTypeCode" if invoice.kind == "invoice" else "CreditNoteTypeCode"
        yield InvoiceBreach(f"{invoice.root}/cbc:{name}", {"found": invoice.type_code, "expected": expected})


WITHOUT_NUMBER = Text(
    "Fakturanummeret mangler.", "Fakturanummeret mangler.", "The invoice number is missing."
)
LONG_NUMBER = Text(
    "Fakturanummeret er for langt: det må højst have {expected} tegn.",
    "Fakturanummeret er for langt: det kan ha høyst {expected} tegn.",
    "The invoice number is too long: it may have at most {expected} characters.",
)
MISPLACED_FILE = Text(
    "En fil må kun stå i cac:AdditionalDocumentReference/cac:Attachment.",
    "En fil kan bare stå i cac:AdditionalDocumentReference/cac:Attachment.",
    "A file may only stand in cac:AdditionalDocumentReference/cac:Attachment.",
)
RULES = (
    InvoiceRule(
        "HB-11",
        Text(
            "Fakturaen skal være i betalerens valuta, {expected}.",
            "Fakturaen må være i betalerens valuta, {expected}.",
            "The invoice must be in the payer's currency, {expected}.",
        ),
        is_in_the_payers_currency,
        "F0-15",
        BOTH,
    ),
    InvoiceRule(
        "HB-20",
        Text(
            "Nummeret er allerede brugt på en godkendt faktura i samme år. Brug et nyt.",
            "Nummeret er allerede brukt på en godkjent faktura i samme år. Bruk et nytt.",
            "The number is already used on an accepted invoice of the same year. Use a new one.",
        ),
        has_a_new_number,
        "F0-24",
        BOTH,
    ),
    InvoiceRule(
        "HB-21",
        Text(
            "Beløbet skal være summen af konsultationerne, {expected}, uden moms, gebyr og afrunding.",
            "Beløpet må være summen av timene, {expected}, uten mva., gebyr og avrunding.",
            "The amount must be the sum of the sessions, {expected}, without VAT, charges or rounding.",
        ),
        asks_for_the_sessions_alone,
        "F0-27",
        BOTH,
    ),
    InvoiceRule(
        "HB-22",
        Text(
            "Dokumenttypen skal være {expected}.",
            "Dokumenttypen må være {expected}.",
            "The document's type code must be {expected}.",
        ),
        is_of_a_plain_type,
        "F0-19",
        BOTH,
    ),
    InvoiceRule(
        "HB-27",
        Text(
            "Den vedhæftede fil skal være en PDF eller et billede (PNG eller JPEG).",
            "Vedlegget må være en PDF eller et bilde (PNG eller JPEG).",
            "The attached file must be a PDF or a picture (PNG or JPEG).",
        ),
        has_readable_files,
        "F2-13",
        BOTH,
    ),
)
