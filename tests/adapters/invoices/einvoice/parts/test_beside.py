from __future__ import annotations

import pytest

from helsebro.invoices.invoice import Identifier, Invoice
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.reading import read_invoice
from tests.builders.invoices import danish

TAXED = (
    b"<cac:PartyTaxScheme><cbc:CompanyID>%s</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
    b"</cac:PartyTaxScheme>"
)
TERMS = b"<cac:PaymentTerms>%s</cac:PaymentTerms><cac:TaxTotal>"


def read(body: bytes) -> Invoice:
    return read_invoice(opened(body))


@pytest.mark.parametrize(
    "old,new,place",
    [
        (
            b"<cac:TaxTotal>",
            b'<cac:AllowanceCharge><cbc:Amount currencyID="DKK">10.00</cbc:Amount></cac:AllowanceCharge>'
            b"<cac:TaxTotal>",
            "/Invoice/cac:AllowanceCharge",
        ),
        (
            b"<cac:Item>",
            b"<cac:AllowanceCharge/><cac:Item>",
            "/Invoice/cac:InvoiceLine[1]/cac:AllowanceCharge",
        ),
        (
            b"</cbc:PriceAmount>",
            b"</cbc:PriceAmount><cac:AllowanceCharge><cbc:Amount>1</cbc:Amount></cac:AllowanceCharge>",
            "/Invoice/cac:InvoiceLine[1]/cac:Price/cac:AllowanceCharge",
        ),
        (
            b"<cbc:PayableAmount",
            b"<cbc:PrepaidAmount>-1.00</cbc:PrepaidAmount><cbc:PayableAmount",
            "/Invoice/cac:LegalMonetaryTotal/cbc:PrepaidAmount",
        ),
        (
            b"<cbc:PayableAmount",
            b"<cbc:PayableRoundingAmount>0.01</cbc:PayableRoundingAmount><cbc:PayableAmount",
            "/Invoice/cac:LegalMonetaryTotal/cbc:PayableRoundingAmount",
        ),
        (
            b"<cac:TaxTotal>",
            b"<cac:PaymentTerms><cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>"
            b"</cac:PaymentTerms><cac:TaxTotal>",
            "/Invoice/cac:PaymentTerms/cbc:SettlementDiscountPercent",
        ),
        (b"<cbc:PayableAmount", b"<cbc:PrepaidAmount>0.00</cbc:PrepaidAmount><cbc:PayableAmount", None),
        (b"<cac:TaxTotal>", TERMS % b"<cbc:Amount>5.00</cbc:Amount>", "/Invoice/cac:PaymentTerms/cbc:Amount"),
        (b"<cac:TaxTotal>", TERMS % b"<cbc:Amount>1800.00</cbc:Amount>", None),
        (
            b"<cac:TaxTotal>",
            TERMS % b"<cbc:PrepaidPaymentReferenceID>17</cbc:PrepaidPaymentReferenceID>",
            "/Invoice/cac:PaymentTerms/cbc:PrepaidPaymentReferenceID",
        ),
        (
            b"<cac:TaxTotal>",
            b"<cac:AllowanceCharge><cbc:Amount>0</cbc:Amount></cac:AllowanceCharge><cac:TaxTotal>",
            None,
        ),
    ],
)
def test_money_beside_the_sessions_is_found_on_every_level(old: bytes, new: bytes, place: str | None) -> None:
    body = danish()
    assert old in body
    assert read(body.replace(old, new, 1)).beside == ((place,) if place else ())


def test_vat_is_found_where_it_stands() -> None:
    invoice = read(danish().replace(b'<cbc:TaxAmount currencyID="DKK">0.00', b"<cbc:TaxAmount>0.01", 1))
    assert invoice.vat_amounts == ("/Invoice/cac:TaxTotal/cbc:TaxAmount",)


LEGAL = b"<cac:PartyLegalEntity><cbc:RegistrationName>Nordlys Forsikring</cbc:RegistrationName>"


@pytest.mark.parametrize(
    "before,read_as",
    [
        (b"<cac:PartyIdentification><cbc:ID>12345678</cbc:ID></cac:PartyIdentification>", None),
        (
            b'<cac:PartyIdentification><cbc:ID schemeID="0184">12345678</cbc:ID></cac:PartyIdentification>',
            Identifier("0184", "12345678"),
        ),
        (
            b'<cac:PartyIdentification><cbc:ID schemeID="0060">12345678</cbc:ID></cac:PartyIdentification>',
            None,
        ),
        (TAXED % b"DK12345678", Identifier("0184", "DK12345678")),
        (TAXED % b"NO923456708MVA", Identifier("0192", "NO923456708MVA")),
        (TAXED % b"923456708", Identifier("0192", "923456708")),
        (TAXED % b"SE12345678", Identifier("VAT", "SE12345678")),
        ((TAXED % b"Foretaksregisteret").replace(b"VAT", b"TAX"), None),
    ],
)
def test_each_number_of_a_party_is_read_with_its_register(before: bytes, read_as: Identifier | None) -> None:
    body = danish()
    assert LEGAL in body
    sound, changed = (read(each).buyer for each in (body, body.replace(LEGAL, before + LEGAL, 1)))
    assert [each.number for each in changed if each.number not in {known.number for known in sound}] == (
        [read_as] if read_as else []
    )


OTHER = (
    b'<cac:PartyLegalEntity><cbc:CompanyID schemeID="0184">10213231</cbc:CompanyID></cac:PartyLegalEntity>'
)


@pytest.mark.parametrize(
    "before, party, place",
    [
        (
            b"<cac:TaxTotal>",
            b"<cac:SellerSupplierParty><cac:Party>%s</cac:Party></cac:SellerSupplierParty>",
            "/cac:SellerSupplierParty/cac:Party",
        ),
        (
            b"<cac:TaxTotal>",
            b"<cac:BuyerCustomerParty><cac:Party>%s</cac:Party></cac:BuyerCustomerParty>",
            "/cac:BuyerCustomerParty/cac:Party",
        ),
        (
            b"<cac:TaxTotal>",
            b"<cac:Delivery><cac:DeliveryParty>%s</cac:DeliveryParty></cac:Delivery>",
            "/cac:Delivery/cac:DeliveryParty",
        ),
        (
            b"</cac:Item>",
            b"<cac:ManufacturerParty>%s</cac:ManufacturerParty>",
            "/cac:InvoiceLine[1]/cac:Item/cac:ManufacturerParty",
        ),
        (b"<cac:TaxTotal>", b"<cac:PayeeParty>%s</cac:PayeeParty>", None),
        (b"<cac:TaxTotal>", b"<cac:TaxRepresentativeParty>%s</cac:TaxRepresentativeParty>", None),
    ],
)
def test_the_numbers_of_every_other_party_are_read_wherever_it_stands(
    before: bytes, party: bytes, place: str | None
) -> None:
    assert read(danish()).others == ()
    found = read(danish().replace(before, party % OTHER + before, 1)).others
    assert [(each.location, each.number.value) for each in found] == (
        [(f"/Invoice{place}/cac:PartyLegalEntity/cbc:CompanyID", "10213231")] if place else []
    )
