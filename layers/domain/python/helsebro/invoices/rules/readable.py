"""Rules about what stands in the document and cannot be read: it is never taken as absent.

An unreadable due date that counted as none would be replaced by another, and a second account by the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice, UnreadableWhy
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule, marked


def has_readable_days(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every date is year, month and day, such as 2026-11-21, without a time and a time zone."""
    yield from _breaches(invoice, "day")


def has_readable_numbers(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every amount, quantity and percentage is written in digits with a point, such as 850.00."""
    yield from _breaches(invoice, "number")


def says_everything_once(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """What is written at several places is the same at all of them."""
    yield from _breaches(invoice, "twice")


def uses_known_registers(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A party's numbers are GLN, Danish CVR or Norwegian organisation numbers."""
    yield from _breaches(invoice, "scheme")


def _breaches(invoice: Invoice, why: UnreadableWhy) -> Iterator[InvoiceBreach]:
    for each in marked(invoice.unreadable, why):
        # A number with a comma can be said as it should be written.
        right = each.written.replace(",", ".") if WITH_COMMA.fullmatch(each.written) else None
        text = COMMA if right and why == "number" else None
        values = {"found": each.written, "expected": right if text else None}
        yield InvoiceBreach(each.location, values, text=text)


WITH_COMMA = re.compile(r"[+-]?[0-9]{1,15},[0-9]{1,10}")
COMMA = Text(
    "Tallet har et komma. Skriv det med punktum: {expected}.",
    "Tallet har komma. Skriv det med punktum: {expected}.",
    "The number has a comma. Write it with a point: {expected}.",
)
RULES = (
    InvoiceRule(
        "HB-36",
        Text(
            "Datoen kan ikke læses. Skriv år, måned og dag, for eksempel 2026-11-21, uden "
            "klokkeslæt og tidszone.",
            "Datoen kan ikke leses. Skriv år, måned og dag, for eksempel 2026-11-21, uten "
            "klokkeslett og tidssone.",
            "The date cannot be read. Write year, month and day, such as 2026-11-21, without a "
            "time or time zone.",
        ),
        has_readable_days,
        "F2-13",
        BOTH,
    ),
    InvoiceRule(
        "HB-37",
        Text(
            "Tallet kan ikke læses. Skriv det med cifre og punktum, for eksempel 850.00.",
            "Tallet kan ikke leses. Skriv det med sifre og punktum, for eksempel 850.00.",
            "The number cannot be read. Write it in digits with a point, such as 850.00.",
        ),
        has_readable_numbers,
        "F2-13",
        BOTH,
    ),
    InvoiceRule(
        "HB-38",
        Text(
            "Her står noget andet, end fakturaen siger et andet sted om det samme. Skriv det kun ét sted.",
            "Her står noe annet enn fakturaen sier et annet sted om det samme. Skriv det bare ett sted.",
            "This differs from what the invoice says elsewhere about the same thing. Write it in "
            "one place only.",
        ),
        says_everything_once,
        "F2-13",
        BOTH,
    ),
    InvoiceRule(
        "HB-39",
        Text(
            "Nummeret er af en art, der ikke kan læses her (schemeID). Brug 0088 for et GLN, 0184 for et "
            "CVR-nummer eller 0192 for et norsk organisationsnummer.",
            "Nummeret er av et slag som ikke kan leses her (schemeID). Bruk 0088 for et GLN, "
            "0184 for et dansk "
            "CVR-nummer eller 0192 for et organisasjonsnummer.",
            "The number is of a kind that cannot be read here (schemeID). Use 0088 for a GLN, "
            "0184 for a Danish "
            "CVR number or 0192 for a Norwegian organisation number.",
        ),
        uses_known_registers,
        "F0-19",
        BOTH,
    ),
)
