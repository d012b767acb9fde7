from __future__ import annotations

import pytest

from helsebro.invoices.invoice import Invoice
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.reading import read_invoice
from tests.builders.invoices import danish

FREE = b"<cbc:FreeOfChargeIndicator>%s</cbc:FreeOfChargeIndicator>"
LINE = "/Invoice/cac:InvoiceLine[1]/cbc:FreeOfChargeIndicator"


def read(old: bytes, new: bytes) -> Invoice:
    body = danish()
    assert old in body
    return read_invoice(opened(body.replace(old, new, 1)))


@pytest.mark.parametrize(
    "old,new,found",
    [
        (b"<cbc:IssueDate>", b"<cbc:CopyIndicator>true</cbc:CopyIndicator><cbc:IssueDate>", ["copy"]),
        (b"<cbc:IssueDate>", b"<cbc:CopyIndicator> 1 </cbc:CopyIndicator><cbc:IssueDate>", ["copy"]),
        (b"<cbc:IssueDate>", b"<cbc:CopyIndicator>false</cbc:CopyIndicator><cbc:IssueDate>", []),
        (b"<cac:TaxTotal>", b"<cac:TaxRepresentativeParty/><cac:TaxTotal>", ["representative"]),
        (b"<cac:Item>", FREE % b"true" + b"<cac:Item>", ["free"]),
        (b"<cac:Item>", FREE % b"false" + b"<cac:Item>", []),
    ],
)
def test_what_takes_back_what_the_document_asks_for_is_found(
    old: bytes, new: bytes, found: list[str]
) -> None:
    assert [each.why for each in read(old, new).contradictions] == found


def test_the_countries_of_both_parties_are_read() -> None:
    found = read(b"<cac:TaxTotal>", b"<cac:TaxTotal>").countries
    assert {(each.party, each.code) for each in found} == {("supplier", "DK"), ("buyer", "DK")}


def test_the_country_where_a_party_is_registered_is_read_too() -> None:
    place = (
        b"<cac:RegistrationAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>"
        b"</cac:RegistrationAddress></cac:PartyLegalEntity>"
    )
    found = read(b"</cac:PartyLegalEntity>", place).countries
    assert ("supplier", "DE") in {(each.party, each.code) for each in found}


PAYEE = b"<cac:PayeeParty>%s</cac:PayeeParty><cac:TaxTotal>"
IDENTIFIED = b"<cac:PartyIdentification><cbc:ID>%s</cbc:ID></cac:PartyIdentification>"
LEGAL = b"<cac:PartyLegalEntity><cbc:CompanyID>%s</cbc:CompanyID></cac:PartyLegalEntity>"
TAXED = b"<cac:PartyTaxScheme><cbc:CompanyID>%s</cbc:CompanyID></cac:PartyTaxScheme>"


def test_every_number_of_a_payee_is_read_of_every_payee() -> None:
    parts = (b"<cbc:EndpointID>1</cbc:EndpointID>", IDENTIFIED % b"2", LEGAL % b"3", TAXED % b"4")
    two = PAYEE % b"".join(parts) + PAYEE % (LEGAL % b"5")
    payee = read(b"<cac:TaxTotal>", two.replace(b"<cac:TaxTotal>", b"", 1)).payee
    assert payee
    assert [number.value for number in payee.numbers] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("name, is_own", [(b" klinik  NORD ", True), (b"Fysioterapi Syd", False)])
def test_a_payees_name_is_that_of_the_supplier_or_it_is_another(name: bytes, is_own: bool) -> None:
    named = b"<cac:PartyName><cbc:Name>%s</cbc:Name></cac:PartyName>" % name
    payee = read(b"<cac:TaxTotal>", PAYEE % named).payee
    assert payee
    assert payee.is_named_as_supplier is is_own


@pytest.mark.parametrize("name", ["PaymentDueDate", "InstallmentDueDate"])
def test_another_due_date_in_the_payment_terms_differs(name: str) -> None:
    terms = f"<cac:PaymentTerms><cbc:{name}>2026-12-01</cbc:{name}></cac:PaymentTerms><cac:TaxTotal>"
    unreadable = read(b"<cac:TaxTotal>", terms.encode()).unreadable
    assert [(each.location, each.why) for each in unreadable] == [
        (f"/Invoice/cac:PaymentTerms/cbc:{name}", "twice")
    ]


def test_the_guarantee_that_a_line_names_counts_as_one_of_the_document() -> None:
    order = (
        b"<cac:OrderLineReference><cbc:LineID>1</cbc:LineID><cac:OrderReference><cbc:ID>other</cbc:ID>"
        b"</cac:OrderReference></cac:OrderLineReference><cac:Item>"
    )
    found = read(b"<cac:Item>", order)
    place = "/Invoice/cac:InvoiceLine[1]/cac:OrderLineReference/cac:OrderReference/cbc:ID"
    assert (place, "other") in zip(found.guarantee_at, found.guarantee_numbers, strict=True)
