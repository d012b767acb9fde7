from __future__ import annotations

import pytest

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.quotable import quotable
from helsebro.money import Money


@pytest.mark.parametrize(
    "written",
    [
        *("1800.00", "-1", "+3,5", "0", "2026-11-21", "DKK", "E", "380", "93", "DK31415918"),
        *("5790000123452", "71#026840149965328", "VATEX-EU-132-1C", "OIOUBL-2.1", "923456709"),
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
    ],
)
def test_a_number_a_day_a_code_and_an_id_may_be_repeated(written: str) -> None:
    assert quotable(f" {written} ") == written


@pytest.mark.parametrize(
    "written",
    [
        *("", "Hansen", "HANSEN", "Hansen 2", "depression", "a", "Æ1", "F32.1 angst", "x" * 500, "1" * 60),
        *("0101701234", "010170-1234", "01.01.70-1234", "01/01/70-1234", "0101-70-1234", "01017012345"),
        *("1502701234", "15027012345", "151119701234", "1582701234", "2026-1502701234", "71#1502701234"),
        *("7115027012341", "150270123499", "9915027012340000", "151119701234567890", "99#99.1502701234"),
        *("9901017000027", "0101700002799999"),
        *("A010170-1234", "41017012345", "urn:hansen 1", "1e400", "\u0660\u0661", "12\n13"),
    ],
)
def test_words_and_numbers_of_a_person_are_not(written: str) -> None:
    assert quotable(written) is None


def test_nothing_is_not_repeated() -> None:
    assert quotable(None) is None


def test_a_finding_shows_what_its_rule_knows_in_a_plain_form() -> None:
    text = Text("{found}, ikke {expected}", "{found}, ikke {expected}", "{found}, not {expected}")
    finding = InvoiceFinding.of("HB-10", "fatal", "/", text, {"found": "Hansen", "expected": Money.of(950)})
    assert (finding.found, finding.expected) == (None, "950.00")
