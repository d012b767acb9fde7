"""Rules about the whole document: its type, number, total and files."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from helsebro.documents.file_content import type_named
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule
from helsebro.invoices.rules.sessions import AMOUNT
from helsebro.money import Money

LONGEST_NUMBER = 60
PAYABLE = "cac:LegalMonetaryTotal/cbc:PayableAmount"
TYPE_CODES = {"invoice": "380", "credit-note": "381"}


def is_in_the_payers_currency(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The invoice uses the currency its payer pays in."""
    if facts.own_guarantee and facts.payer and invoice.currency != facts.payer.currency:
        yield InvoiceBreach(f"{invoice.root}/cbc:DocumentCurrencyCode", {"currency": facts.payer.currency})


def has_readable_files(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """An attached file is a PDF or a picture, of the kinds that an upload may have."""
    for attached in invoice.attachments:
        if type_named(attached.media_type) is None:
            yield InvoiceBreach(attached.location)


def has_a_new_number(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The clinic has not used the number, of at most 60 characters, on an accepted invoice before."""
    if not invoice.number or len(invoice.number) > LONGEST_NUMBER or facts.number_is_taken:
        yield InvoiceBreach(f"{invoice.root}/cbc:ID")


def asks_for_the_sessions_alone(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The amount to pay is the sum of the lines: no charge, VAT, rounding or prepaid amount is added."""
    unread = {each.location for each in invoice.unreadable}
    if f"{invoice.root}/{PAYABLE}" in unread or any(
        f"{line.location}/{AMOUNT}" in unread for line in invoice.lines
    ):
        # The sum is not known, or what is asked for: that the amount cannot be read is its own finding.
        return
    total = sum((line.amount for line in invoice.lines if line.amount is not None), Decimal(0))
    if not invoice.lines or invoice.payable != total:
        shown = Money(total, facts.payer.currency) if facts.payer else f"{total:.2f}"
        yield InvoiceBreach(f"{invoice.root}/{PAYABLE}", {"total": shown})


def is_of_a_plain_type(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """An ordinary invoice (380) or credit note (381), not a prepayment or self-billed one."""
    expected = TYPE_CODES[invoice.kind]
    if invoice.type_code != expected:
        name = "InvoiceTypeCode" if invoice.kind == "invoice" else "CreditNoteTypeCode"
        yield InvoiceBreach(f"{invoice.root}/cbc:{name}", {"code": expected})


RULES = (
    InvoiceRule(
        "HB-11",
        Text(
            "Fakturaen skal være i betalerens valuta, {currency}.",
            "Fakturaen må være i betalerens valuta, {currency}.",
            "The invoice must be in the payer's currency, {currency}.",
        ),
        is_in_the_payers_currency,
        "F0-15",
        BOTH,
    ),
    InvoiceRule(
        "HB-20",
        Text(
            "Fakturanummeret mangler, er for langt eller er allerede brugt på en godkendt faktura.",
            "Fakturanummeret mangler, er for langt eller er allerede brukt på en godkjent faktura.",
            "The invoice number is missing, too long, or already used on an accepted invoice.",
        ),
        has_a_new_number,
        "F0-24",
        BOTH,
    ),
    InvoiceRule(
        "HB-21",
        Text(
            "Beløbet skal være summen af konsultationerne, {total}, uden moms, gebyr og afrunding.",
            "Beløpet må være summen av timene, {total}, uten mva., gebyr og avrunding.",
            "The amount must be the sum of the sessions, {total}, without VAT, charges or rounding.",
        ),
        asks_for_the_sessions_alone,
        "F0-27",
        BOTH,
    ),
    InvoiceRule(
        "HB-22",
        Text(
            "Dokumenttypen skal være {code}.",
            "Dokumenttypen må være {code}.",
            "The document's type code must be {code}.",
        ),
        is_of_a_plain_type,
        "F0-19",
        BOTH,
    ),
    InvoiceRule(
        "HB-27",
        Text(
            "Den vedhæftede fil skal være en PDF eller et billede (PNG, JPEG eller HEIC).",
            "Vedlegget må være en PDF eller et bilde (PNG, JPEG eller HEIC).",
            "The attached file must be a PDF or a picture (PNG, JPEG or HEIC).",
        ),
        has_readable_files,
        "F2-13",
        BOTH,
    ),
)
