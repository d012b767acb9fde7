from __future__ import annotations

import pytest

from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.reading import read_invoice
from tests.builders.invoices import danish


@pytest.mark.parametrize(
    "old,new,why,place",
    [
        (b"2026-11-21<", b"2026-11-21Z<", "day", "/Invoice/cbc:IssueDate"),
        (b"2026-12-21<", b"2026-12-21+01:00<", "day", "/Invoice/cbc:DueDate"),
        (b"2026-12-21<", b"2026-12-21T00:00:00<", "day", "/Invoice/cbc:DueDate"),
        (b"2026-12-21<", b"12026-12-21<", "day", "/Invoice/cbc:DueDate"),
        (b"2026-12-21<", b"21.12.2026<", "day", "/Invoice/cbc:DueDate"),
        (b"2026-12-21<", b"<", "day", "/Invoice/cbc:DueDate"),
        (
            b"1800.00</cbc:Payable",
            b"1.8e3</cbc:Payable",
            "number",
            "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount",
        ),
        (
            b"1800.00</cbc:Payable",
            b"1800,00</cbc:Payable",
            "number",
            "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount",
        ),
        (b">1</cbc:InvoicedQ", b">one</cbc:InvoicedQ", "number", "/cbc:InvoicedQuantity"),
        (b">1</cbc:InvoicedQ", "\N{ARABIC-INDIC DIGIT ONE}".encode(), "number", "/cbc:InvoicedQuantity"),
        (b">0</cbc:Percent>", b">0 %</cbc:Percent>", "number", "/cbc:Percent"),
        (
            b"<cbc:BuyerReference>",
            b"<cbc:BuyerReference>other</cbc:BuyerReference><cbc:BuyerReference>",
            "twice",
            "/Invoice/cbc:BuyerReference[2]",
        ),
        (
            b"</cbc:PaymentMeansCode>",
            b"</cbc:PaymentMeansCode><cbc:PaymentDueDate>2027-01-21</cbc:PaymentDueDate>",
            "twice",
            "/Invoice/cac:PaymentMeans/cbc:PaymentDueDate",
        ),
        (
            b"</cbc:PaymentID>",
            b"</cbc:PaymentID><cbc:PaymentID>71#026840149965336</cbc:PaymentID>",
            "twice",
            "/Invoice/cac:PaymentMeans/cbc:PaymentID[2]",
        ),
        (
            b"<cbc:ID>81234567</cbc:ID>",
            b"<cbc:ID>81234567</cbc:ID><cbc:ID>81234568</cbc:ID>",
            "twice",
            "/Invoice/cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID[2]",
        ),
        (
            b'<cbc:EndpointID schemeID="0184">',
            b'<cbc:EndpointID schemeID="9999">',
            "scheme",
            "/Invoice/cac:AccountingSupplierParty/cac:Party/cbc:EndpointID",
        ),
        (
            b'<cbc:CompanyID schemeID="0184">31415926',
            b'<cbc:CompanyID schemeID="0007">31415926',
            "scheme",
            "/Invoice/cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
        ),
    ],
)
def test_what_stands_there_and_cannot_be_read_is_never_absent(
    old: bytes, new: bytes, why: str, place: str
) -> None:
    body = danish()
    if b">1</" in old and b"<" not in new:
        new = b">" + new + b"</cbc:InvoicedQ"
    assert old in body
    found = read_invoice(opened(body.replace(old, new, 1))).unreadable
    assert [(each.why, each.location.endswith(place)) for each in found] == [(why, True)]
