from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from helsebro.invoices.client.client_search import ClientSearch
from helsebro.invoices.client.unquoted import unquoted
from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.invoice import Passage
from helsebro.money import Money
from tests.builders.invoices import facts
from tests.domain.invoices.rules.test_all_rules import invoice

AMOUNT = "/Invoice/cac:InvoiceLine/cbc:LineExtensionAmount"
SAYING = Text("{found} {expected} da", "{found} {expected} nb", "{found} {expected} en")
WRITTEN = invoice(passages=(Passage(AMOUNT, "030365.2635"),))
COMPARED = facts(client=ClientSearch(frozenset({AMOUNT}), 1))
NAMED = InvoiceFinding("HB-19", "fatal", "/Invoice", Text("d", "n", "e"))


def finding(found: object, expected: object) -> InvoiceFinding:
    said = InvoiceFinding.of("HB-10", "fatal", AMOUNT, SAYING, {"found": found, "expected": expected})
    return replace(said, for_finance=said.text)


@pytest.mark.parametrize(
    "found, expected",
    [
        (Decimal("30365.2635"), Decimal("475.00")),
        (Money(Decimal("30365.2635")), Money.of("475.00")),
        # A sum from which it can be worked out.
        (Decimal("475.00"), Money(Decimal("31215.2635"))),
        ("365.26", "475.00"),
        ("0303", "475.00"),
        (date(2026, 11, 21), "DKK"),
    ],
)
def test_no_digits_are_repeated_that_may_be_of_the_number(found: object, expected: object) -> None:
    [_, said] = unquoted((NAMED, finding(found, expected)), WRITTEN, COMPARED)
    of_it = ("3036", "365", "0303", "31215", "31,215", "31.215", "2026-11-21")
    for text in (said.text, said.for_finance, Text(said.found or "", said.expected or "", "")):
        assert text
        assert not [each for each in of_it if each in f"{text.da} {text.nb} {text.en}"]


def test_what_is_no_part_of_it_stays_so_that_the_other_errors_can_be_corrected() -> None:
    other = finding(Decimal("475.00"), "DKK")
    assert unquoted((NAMED, other), WRITTEN, COMPARED) == (NAMED, other)


def test_a_document_that_names_no_one_is_quoted() -> None:
    other = finding(Decimal("30365.26"), Decimal("475.00"))
    assert unquoted((other,), WRITTEN, facts()) == (other,)
