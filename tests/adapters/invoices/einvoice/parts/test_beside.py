from __future__ import annotations

import pytest

from helsebro.invoices.invoice import Invoice
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.reading import read_invoice
from tests.builders.invoices import danish


def read(body: bytes) -> Invoice:
    return read_invoice(opened(body))


@pytest.mark.parametrize(
    "old,new,place",
    [
        (
            b"<cac:TaxTotal>",
            b'<cac:AllowanceCharge><cbc:Amount currencyID="DKK">10.00</cbc:Amount></cac:AllowanceCharge>'
            b"<cac:TaxTotal>",
            "/Invoice/cac:AllowanceCharge[1]",
        ),
        (
            b"<cac:Item>",
            b"<cac:AllowanceCharge/><cac:Item>",
            "/Invoice/cac:InvoiceLine[1]/cac:AllowanceCharge[1]",
        ),
        (
            b"</cbc:PriceAmount>",
            b"</cbc:PriceAmount><cac:AllowanceCharge><cbc:Amount>1</cbc:Amount></cac:AllowanceCharge>",
            "/Invoice/cac:InvoiceLine[1]/cac:Price[1]/cac:AllowanceCharge[1]",
        ),
        (
            b"<cbc:PayableAmount",
            b"<cbc:PrepaidAmount>-1.00</cbc:PrepaidAmount><cbc:PayableAmount",
            "/Invoice/cac:LegalMonetaryTotal[1]/cbc:PrepaidAmount[1]",
        ),
        (
            b"<cbc:PayableAmount",
            b"<cbc:PayableRoundingAmount>0.01</cbc:PayableRoundingAmount><cbc:PayableAmount",
            "/Invoice/cac:LegalMonetaryTotal[1]/cbc:PayableRoundingAmount[1]",
        ),
        (
            b"<cac:TaxTotal>",
            b"<cac:PaymentTerms><cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>"
            b"</cac:PaymentTerms><cac:TaxTotal>",
            "/Invoice/cac:PaymentTerms[1]/cbc:SettlementDiscountPercent[1]",
        ),
        (b"<cbc:PayableAmount", b"<cbc:PrepaidAmount>0.00</cbc:PrepaidAmount><cbc:PayableAmount", None),
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
    assert invoice.vat_amounts == ("/Invoice/cac:TaxTotal[1]/cbc:TaxAmount[1]",)
