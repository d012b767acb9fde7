from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.invoices.invoice import InvoiceContradiction, PartyCountry
from tests.builders.invoices import facts
from tests.domain.invoices.rules.test_all_rules import broken, invoice

SUPPLIER, BUYER = "/supplier/country", "/buyer/country"


@pytest.mark.parametrize("why, rule", [("copy", "HB-51"), ("free", "HB-52"), ("representative", "HB-53")])
@pytest.mark.parametrize("kind", ["invoice", "credit-note"])
def test_what_takes_back_what_the_document_asks_for_is_rejected(why: str, rule: str, kind: str) -> None:
    contradiction = InvoiceContradiction("/there", why)  # type: ignore[arg-type]
    assert (rule, "/there") in broken(invoice(contradictions=(contradiction,), kind=kind), facts())
    assert rule not in dict(broken(invoice(kind=kind), facts()))


@pytest.mark.parametrize(
    "supplier, buyer, found",
    [
        ("DK", "DK", []),
        ("DE", "DK", [("HB-54", SUPPLIER)]),
        ("DK", "SE", [("HB-54", BUYER)]),
        ("dk", "NO", [("HB-54", SUPPLIER), ("HB-54", BUYER)]),
    ],
)
def test_the_parties_are_in_the_countries_that_are_known(
    supplier: str, buyer: str, found: list[tuple[str, str]]
) -> None:
    countries = (PartyCountry(SUPPLIER, "supplier", supplier), PartyCountry(BUYER, "buyer", buyer))
    assert broken(invoice(countries=countries), facts()) == found


def test_a_norwegian_clinic_of_a_danish_payer_writes_its_own_country() -> None:
    known = replace(facts(), clinic_country="NO")
    assert broken(invoice(countries=(PartyCountry(SUPPLIER, "supplier", "NO"),)), known) == []


def test_of_a_stranger_the_payer_is_not_told() -> None:
    countries = (PartyCountry(BUYER, "buyer", "SE"),)
    assert "HB-54" not in dict(broken(invoice(countries=countries), facts(guarantee=None)))
