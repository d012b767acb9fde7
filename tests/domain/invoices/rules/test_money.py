from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from helsebro.invoices.facts import KnownPayer
from helsebro.invoices.invoice import Identifier, VatCategory
from tests.builders.invoices import facts
from tests.domain.invoices.rules.test_all_rules import (
    FIRST_LINE,
    LINE,
    SECOND_LINE,
    broken,
    credit_note,
    invoice,
    invoiced,
    known_second,
    second,
)
from tests.domain.payments.test_payment_ways import KID

TOTAL = VatCategory("/vat", "E", Decimal(0), "VATEX-EU-132-1C", of_total=True)
OF_LINE = VatCategory("/vat", "E", Decimal(0))
NORWEGIAN = KnownPayer("fjord", frozenset({Identifier("0088", "5790000123452")}), "NOK", "NO")


@pytest.mark.parametrize("rule,field", [("HB-44", "beside"), ("HB-46", "vat_amounts")])
def test_money_beside_the_sessions_is_found_where_it_stands(rule: str, field: str) -> None:
    places = (f"{rule}/1", f"{rule}/2")
    assert broken(invoice(**{field: places}), facts()) == [(rule, place) for place in places]
    assert broken(credit_note(**{field: places}), invoiced()) == [(rule, place) for place in places]


@pytest.mark.parametrize(
    "category,is_found",
    [
        (TOTAL, False),
        (OF_LINE, False),
        (replace(TOTAL, exemption_code="VATEX-EU-132-1B"), False),
        (replace(TOTAL, exemption_code="VATEX-EU-132-1E"), True),
        (replace(TOTAL, percent=Decimal("0.01")), True),
        (replace(TOTAL, exemption_code="VATEX-EU-O"), True),
        (replace(TOTAL, exemption_code=""), True),
        (replace(TOTAL, exemption_code="", exemption_reason="Momsfri"), True),
        (replace(OF_LINE, code="S", percent=Decimal(25)), True),
        (replace(OF_LINE, code="Z"), True),
        (replace(OF_LINE, code="O"), True),
        (replace(OF_LINE, code=""), True),
        (replace(OF_LINE, exemption_code="VATEX-EU-O"), True),
        (replace(OF_LINE, code="ZeroRated"), False),
        (replace(OF_LINE, code="ZeroRated", percent=Decimal(25)), True),
    ],
)
def test_every_vat_category_is_that_of_health_care(category: VatCategory, is_found: bool) -> None:
    assert broken(invoice(vat=(TOTAL, category)), facts()) == ([("HB-45", "/vat")] if is_found else [])


@pytest.mark.parametrize(
    "changes,is_found", [({"exemption_reason": "mval. § 3-2"}, False), ({}, True), ({"code": "S"}, True)]
)
def test_a_norwegian_invoice_may_give_its_reason_in_words(changes: Any, is_found: bool) -> None:
    written = invoice(
        vat=(replace(TOTAL, exemption_code="", **changes),), payment_means=(KID,), currency="NOK"
    )
    found = broken(written, facts(payer=NORWEGIAN))
    assert found == ([("HB-45", "/vat")] if is_found else [])


@pytest.mark.parametrize(
    "changes,is_found",
    [
        ({"price": None}, False),
        ({"base_quantity": Decimal("1.0")}, False),
        ({"price": Decimal("850.01")}, True),
        ({"price": Decimal(8500), "base_quantity": Decimal(10)}, True),
        ({"base_quantity": Decimal(0)}, True),
        ({"base_quantity": Decimal(-1)}, True),
    ],
)
def test_a_line_costs_the_price_of_one_session(changes: Any, is_found: bool) -> None:
    place = f"{LINE}/cac:Price/cbc:PriceAmount"
    assert broken(invoice(**second(**changes)), facts()) == ([("HB-47", place)] if is_found else [])


@pytest.mark.parametrize(
    "supplement,rules",
    [
        # An evening supplement is no session: it has no booking, or that of another line, or is in the price.
        (replace(SECOND_LINE, booking_id=None, service="evening"), ["HB-03"]),
        (replace(FIRST_LINE, service="evening"), ["HB-06", "HB-06", "HB-09", "HB-10"]),
    ],
)
def test_a_supplement_beside_the_sessions_is_never_paid(supplement: Any, rules: list[str]) -> None:
    priced = replace(supplement, amount=Decimal(200), price=Decimal(200))
    written = invoice(lines=(FIRST_LINE, SECOND_LINE, priced), payable=Decimal(2000))
    assert [rule for rule, _ in broken(written, facts())] == rules


def test_a_supplement_in_the_price_of_a_session_is_never_paid() -> None:
    dearer = replace(SECOND_LINE, amount=Decimal(1050), price=Decimal(1050))
    written = invoice(lines=(FIRST_LINE, dearer), payable=Decimal(2000))
    assert [rule for rule, _ in broken(written, facts())] == ["HB-10"]


@pytest.mark.parametrize("service", ["no-show", "follow-up"])
def test_a_missed_session_is_never_paid_under_any_name(service: str) -> None:
    missed = second(attendance="missed", service=service)
    expected = ["HB-04", *(["HB-09"] if service == "no-show" else []), "HB-12"]
    assert [rule for rule, _ in broken(invoice(**missed), facts(**known_second(held=False)))] == expected
