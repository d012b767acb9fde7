from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.invoices.facts import KnownPayer
from helsebro.invoices.finding import asks_finance
from helsebro.invoices.invoice import Identifier, PartyNumber
from helsebro.invoices.rules.all_rules import business_findings
from tests.builders.invoices import facts
from tests.domain.invoices.rules.test_all_rules import PARTY, broken, invoice, of_supplier

LEGAL = f"{PARTY}/cac:PartyLegalEntity/cbc:CompanyID"
BUYER = "/Invoice/cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID"
PAYER = KnownPayer(
    "nordlys", frozenset({Identifier("0088", "5790000123452"), Identifier("0184", "31415926")}), "DKK"
)


@pytest.mark.parametrize(
    "numbers,found",
    [
        ((of_supplier("31415918"),), []),
        ((of_supplier("DK 31 41 59 18"), of_supplier("DK31415918", "DK:SE", "cac:Tax")), []),
        ((of_supplier("31415918"), of_supplier("5790000123469", "0088", "cbc:EndpointID")), []),
        ((of_supplier("31415926"),), [("HB-15", LEGAL)]),
        ((of_supplier("31415918"), of_supplier("31415926", place="x")), [("HB-15", f"{PARTY}/x")]),
        ((of_supplier("31415918"), of_supplier("SE31415918", "VAT", "x")), [("HB-15", f"{PARTY}/x")]),
        ((), [("HB-15", PARTY)]),
        ((of_supplier("5790000123469", "0088"),), [("HB-15", PARTY)]),
        ((of_supplier("31415918"), of_supplier("31415919", place="x")), [("HB-16", f"{PARTY}/x")]),
        ((of_supplier("31415918"), of_supplier("923456709", "NO:ORGNR")), [("HB-16", LEGAL)]),
        # The check digit of one with Peppol's own scheme is reported by a rule of Peppol's.
        ((of_supplier("31415918"), of_supplier("923456709", "0192")), []),
    ],
)
def test_every_number_of_the_supplier_is_the_clinics(
    numbers: tuple[PartyNumber, ...], found: list[tuple[str, str]]
) -> None:
    assert broken(invoice(supplier=numbers), facts()) == found


def test_another_company_than_the_clinic_is_for_finance_to_judge() -> None:
    assert asks_finance(business_findings(invoice(supplier=(of_supplier("31415926"),)), facts()))


@pytest.mark.parametrize(
    "scheme,number,is_found",
    [
        ("0184", "31415926", False),
        ("0184", "DK31415926", False),
        ("DK:CVR", "DK31415926", False),
        ("0184", "31415918", True),
        ("0088", "5790000123469", True),
        ("0192", "923456708", False),
        ("VAT", "SE31415926", True),
    ],
)
def test_every_number_of_the_buyer_is_the_payers(scheme: str, number: str, is_found: bool) -> None:
    """A register in which the payer has no number tells nothing."""
    written = invoice(buyer=(PartyNumber(BUYER, Identifier(scheme, number)),))
    assert broken(written, facts(payer=PAYER)) == ([("HB-48", BUYER)] if is_found else [])


@pytest.mark.parametrize(
    "scheme, number, is_found",
    [
        ("0184", "31415918", False),
        ("DK:CVR", "DK31415926", False),
        ("0184", "10213231", True),
        ("VAT", "SE31415926", True),
        ("0192", "923456709", True),
        ("0088", "5790000123469", False),
        ("0096", "1234567890", False),
    ],
)
def test_every_company_of_another_party_is_the_clinic_or_the_payer(
    scheme: str, number: str, is_found: bool
) -> None:
    place = "/Invoice/cac:SellerSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID"
    written = invoice(others=(PartyNumber(place, Identifier(scheme, number)),))
    assert broken(written, facts(payer=PAYER)) == ([("HB-57", place)] if is_found else [])


@pytest.mark.parametrize(
    "party, is_found",
    [
        ("cac:InvoiceLine[1]/cac:Item/cac:ManufacturerParty", False),
        ("cac:InvoiceLine[1]/cac:Item/cac:ManufacturerParty[2]", False),
        ("cac:Delivery/cac:DeliveryParty", False),
        ("cac:Signature/cac:SignatoryParty", False),
        ("cac:SellerSupplierParty/cac:Party", True),
        ("cac:BuyerCustomerParty/cac:Party", True),
        ("cac:PaymentMeans/cac:PaymentMandate/cac:PayerParty", True),
        ("cac:AccountingSupplierParty/cac:Party/cac:AgentParty", True),
    ],
)
def test_only_who_could_be_paid_or_billed_must_be_known(party: str, is_found: bool) -> None:
    place = f"/Invoice/{party}/cac:PartyLegalEntity/cbc:CompanyID"
    written = invoice(others=(PartyNumber(place, Identifier("0184", "10213231")),))
    assert broken(written, facts(payer=PAYER)) == ([("HB-57", place)] if is_found else [])


def test_the_number_of_an_unknown_payer_is_not_judged() -> None:
    written = invoice(buyer=(PartyNumber(BUYER, Identifier("0184", "31415918")),))
    assert broken(written, facts(payer=replace(PAYER, endpoints=frozenset()))) == [
        ("HB-14", "/Invoice/cac:AccountingCustomerParty/cac:Party/cbc:EndpointID")
    ]
