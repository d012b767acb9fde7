"""A Danish invoice in OIOUBL 2.1, paid by FI code: in this form release 1.17.2 of its rules accepts it."""

from __future__ import annotations

import re

from local.clinic import ubl
from tests.builders.invoices import danish

OIO = 'schemeAgencyID="320" schemeID="urn:oioubl'
CODES = 'listAgencyID="320" listID="urn:oioubl:codelist'
SCHEME = (
    f'<cac:TaxScheme><cbc:ID {OIO}:id:taxschemeid-1.1">63</cbc:ID><cbc:Name>Moms</cbc:Name></cac:TaxScheme>'
)
ZERO = f'<cbc:ID {OIO}:id:taxcategoryid-1.1">ZeroRated</cbc:ID>'
LAX = f'<cbc:AddressFormatCode {CODES}:addressformatcode-1.1">StructuredLax</cbc:AddressFormatCode>'
CONTACT = "<cac:Contact><cbc:ID>1</cbc:ID></cac:Contact>"
FI = (
    r"\1\2\3<cac:PaymentMeans><cbc:ID>1</cbc:ID><cbc:PaymentMeansCode>93</cbc:PaymentMeansCode>"
    r"<cbc:PaymentDueDate>\2</cbc:PaymentDueDate>"
    f'<cbc:PaymentChannelCode {CODES}:paymentchannelcode-1.1">DK:FIK</cbc:PaymentChannelCode>'
    "<cbc:InstructionID>026840149965328</cbc:InstructionID>"
    f'<cbc:PaymentID {OIO}:id:paymentid-1.1">71</cbc:PaymentID>'
    "<cac:CreditAccount><cbc:AccountID>81234567</cbc:AccountID></cac:CreditAccount></cac:PaymentMeans>"
)
NOTHING = '<cbc:TaxAmount currencyID="DKK">0.00</cbc:TaxAmount>'
CHANGES = (
    ("<cbc:CustomizationID>[^<]*", "<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:CustomizationID>OIOUBL-2.1"),
    ("<cbc:ProfileID>[^<]*", rf'<cbc:ProfileID {OIO}:id:profileid-1.2">Procurement-BilSim-1.0'),
    ("<cbc:InvoiceTypeCode>", rf'<cbc:InvoiceTypeCode {CODES}:invoicetypecode-1.1">'),
    ("<cac:TaxScheme>.*?</cac:TaxScheme>", SCHEME),
    ('(<cbc:EndpointID) schemeID="0184"', r'\1 schemeID="DK:CVR"'),
    ('(<cbc:EndpointID) schemeID="0088"', r'\1 schemeAgencyID="9" schemeID="GLN"'),
    ("<cac:PostalAddress>", f"<cac:PostalAddress>{LAX}"),
    ("<cbc:CompanyID>DK", '<cbc:CompanyID schemeID="DK:SE">DK'),
    ('<cbc:CompanyID schemeID="0184">(DK)?', '<cbc:CompanyID schemeID="DK:CVR">DK'),
    (r"(</cac:Party>\s*</cac:AccountingCustomerParty>)", rf"{CONTACT}\1"),
    ("(<cbc:DueDate>)([^<]*)(.*?)<cac:PaymentMeans>.*?</cac:PaymentMeans>", FI),
    ("<cac:ClassifiedTaxCategory>.*?</cac:ClassifiedTaxCategory>", ""),
    ("<cbc:ID>E</cbc:ID>", ZERO),
    ('(<cbc:TaxExclusiveAmount currencyID="DKK">)[^<]*', r"\g<1>0.00"),
    (
        '(<cbc:LineExtensionAmount currencyID="DKK">)([^<]*)((?:(?!<cbc:LineExtensionAmount).)*?)<cac:Item>',
        rf'\1\2\3<cac:TaxTotal>{NOTHING}<cac:TaxSubtotal><cbc:TaxableAmount currencyID="DKK">\2'
        rf"</cbc:TaxableAmount>{NOTHING}<cac:TaxCategory>{ZERO}<cbc:Percent>0</cbc:Percent>{SCHEME}"
        r"</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal><cac:Item>",
    ),
)


def oioubl(document: bytes = b"") -> bytes:
    """Returns an invoice in OIOUBL 2.1: this one, or that of ``tests.builders.invoices``."""
    written = (document or danish()).decode()
    assert ubl.SPECIFICATION in written
    for old, new in CHANGES:
        written, changed = re.subn(old, new, written, flags=re.DOTALL)
        assert changed, old
    return written.encode()
