"""A clinic system's invoices: UBL 2.1 in Peppol BIS Billing 3.0, for the demo clinic and for tests.

Health care is exempt from VAT, so every line is of category E with the reason of Article 132(1)(c).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

UBL = "urn:oasis:names:specification:ubl:schema:xsd"
SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
EXEMPT = """<cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>"""
VAT = """<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"""


@dataclass(frozen=True)
class Party:
    """A clinic or a payer. ``scheme`` and ``endpoint`` are its address in Peppol (0088, 0184 or 0192)."""

    name: str
    scheme: str
    endpoint: str
    company_number: str
    country: Literal["DK", "NO"] = "DK"
    street: str = "Nørregade 1"
    city: str = "København"
    postcode: str = "1165"


@dataclass(frozen=True)
class Session:
    """One line of the invoice: a session that was held."""

    booking_id: str
    on: date
    price: Decimal
    service: str = "follow-up"
    attendance: str = "attended"
    text: str = "Behandling"


@dataclass(frozen=True)
class Payment:
    """The payment means: code 58, 42 or 31 with an account, 93 with an FI code ``71#…``, 30 with a KID."""

    code: str
    account: str
    payment_id: str = ""
    branch: str = ""


@dataclass(frozen=True)
class EnclosedFile:
    """A file inside the document, such as the PDF that many systems attach."""

    content: bytes
    media_type: str = "application/pdf"
    file_name: str = "invoice.pdf"


def invoice(
    *,
    number: str,
    issued_on: date,
    due_on: date,
    clinic: Party,
    payer: Party,
    guarantee_number: str,
    case_reference: str,
    sessions: Sequence[Session],
    payment: Payment,
    currency: str = "DKK",
    credits: str = "",
    files: Sequence[EnclosedFile] = (),
) -> bytes:
    """Returns an invoice in UTF-8, or a credit note when ``credits`` is the number of an earlier invoice."""
    kind = "CreditNote" if credits else "Invoice"
    total = sum((session.price for session in sessions), Decimal(0))
    due = "" if credits else f"<cbc:DueDate>{due_on}</cbc:DueDate>"
    lines = "".join(_line(kind, place, line, currency) for place, line in enumerate(sessions, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{kind} xmlns="{UBL}:{kind}-2"
 xmlns:cac="{UBL}:CommonAggregateComponents-2" xmlns:cbc="{UBL}:CommonBasicComponents-2">
<cbc:CustomizationID>{SPECIFICATION}</cbc:CustomizationID>
<cbc:ProfileID>{PROCESS}</cbc:ProfileID>
<cbc:ID>{escape(number)}</cbc:ID>
<cbc:IssueDate>{issued_on}</cbc:IssueDate>{due}
<cbc:{kind}TypeCode>{"381" if credits else "380"}</cbc:{kind}TypeCode>
<cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>{escape(case_reference)}</cbc:BuyerReference>
{_period(sessions)}
<cac:OrderReference><cbc:ID>{escape(guarantee_number)}</cbc:ID></cac:OrderReference>{_credited(credits)}\
{"".join(_enclosed(place, file) for place, file in enumerate(files, 1))}
<cac:AccountingSupplierParty>{_party(clinic, taxed=True)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>{_party(payer, taxed=False)}</cac:AccountingCustomerParty>
{_payment(payment)}
<cac:TaxTotal><cbc:TaxAmount currencyID="{currency}">0.00</cbc:TaxAmount><cac:TaxSubtotal>
<cbc:TaxableAmount currencyID="{currency}">{total:.2f}</cbc:TaxableAmount>
<cbc:TaxAmount currencyID="{currency}">0.00</cbc:TaxAmount>
<cac:TaxCategory>{EXEMPT}<cbc:TaxExemptionReasonCode>VATEX-EU-132-1C</cbc:TaxExemptionReasonCode>
<cbc:TaxExemptionReason>Health care</cbc:TaxExemptionReason>{VAT}</cac:TaxCategory>
</cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>
<cbc:LineExtensionAmount currencyID="{currency}">{total:.2f}</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="{currency}">{total:.2f}</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="{currency}">{total:.2f}</cbc:TaxInclusiveAmount>
<cbc:PayableAmount currencyID="{currency}">{total:.2f}</cbc:PayableAmount>
</cac:LegalMonetaryTotal>{lines}
</{kind}>
""".encode()


def _period(sessions: Sequence[Session]) -> str:
    days = [session.on for session in sessions]
    return f"""<cac:InvoicePeriod><cbc:StartDate>{min(days)}</cbc:StartDate>\
<cbc:EndDate>{max(days)}</cbc:EndDate></cac:InvoicePeriod>"""


def _credited(number: str) -> str:
    if not number:
        return ""
    return f"""
<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{escape(number)}</cbc:ID>\
</cac:InvoiceDocumentReference></cac:BillingReference>"""


def _enclosed(place: int, file: EnclosedFile) -> str:
    return f"""
<cac:AdditionalDocumentReference><cbc:ID>{place}</cbc:ID><cac:Attachment>\
<cbc:EmbeddedDocumentBinaryObject mimeCode={quoteattr(file.media_type)} filename={quoteattr(file.file_name)}>\
{b64encode(file.content).decode()}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>\
</cac:AdditionalDocumentReference>"""


def _party(party: Party, *, taxed: bool) -> str:
    danish = party.country == "DK"
    vat_number = f"DK{party.company_number}" if danish else f"NO{party.company_number}MVA"
    tax = f"<cac:PartyTaxScheme><cbc:CompanyID>{vat_number}</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>"
    register = ""
    if taxed and not danish:
        # Norway requires that an invoice says that its supplier is in the company register (NO-R-002).
        register = """<cac:PartyTaxScheme><cbc:CompanyID>Foretaksregisteret</cbc:CompanyID>\
<cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"""
    return f"""<cac:Party>
<cbc:EndpointID schemeID={quoteattr(party.scheme)}>{escape(party.endpoint)}</cbc:EndpointID>
<cac:PartyName><cbc:Name>{escape(party.name)}</cbc:Name></cac:PartyName>
<cac:PostalAddress><cbc:StreetName>{escape(party.street)}</cbc:StreetName>\
<cbc:CityName>{escape(party.city)}</cbc:CityName><cbc:PostalZone>{escape(party.postcode)}</cbc:PostalZone>\
<cac:Country><cbc:IdentificationCode>{party.country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
{tax if taxed else ""}{register}
<cac:PartyLegalEntity><cbc:RegistrationName>{escape(party.name)}</cbc:RegistrationName>
<cbc:CompanyID schemeID="{"0184" if danish else "0192"}">{escape(party.company_number)}</cbc:CompanyID>\
</cac:PartyLegalEntity>
</cac:Party>"""


def _payment(payment: Payment) -> str:
    reference = f"<cbc:PaymentID>{escape(payment.payment_id)}</cbc:PaymentID>" if payment.payment_id else ""
    branch = (
        f"""<cac:FinancialInstitutionBranch><cbc:ID>{escape(payment.branch)}</cbc:ID>\
</cac:FinancialInstitutionBranch>"""
        if payment.branch
        else ""
    )
    return f"""<cac:PaymentMeans><cbc:PaymentMeansCode>{payment.code}</cbc:PaymentMeansCode>{reference}
<cac:PayeeFinancialAccount><cbc:ID>{escape(payment.account)}</cbc:ID>{branch}</cac:PayeeFinancialAccount>\
</cac:PaymentMeans>"""


def _line(kind: str, place: int, session: Session, currency: str) -> str:
    quantity = "InvoicedQuantity" if kind == "Invoice" else "CreditedQuantity"
    return f"""
<cac:{kind}Line><cbc:ID>{place}</cbc:ID><cbc:{quantity} unitCode="EA">1</cbc:{quantity}>
<cbc:LineExtensionAmount currencyID="{currency}">{session.price:.2f}</cbc:LineExtensionAmount>
<cac:InvoicePeriod><cbc:StartDate>{session.on}</cbc:StartDate><cbc:EndDate>{session.on}</cbc:EndDate></cac:InvoicePeriod>
<cac:DocumentReference><cbc:ID>{escape(session.booking_id)}</cbc:ID>\
<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>
<cac:Item><cbc:Name>{escape(session.text)}</cbc:Name>
<cac:SellersItemIdentification><cbc:ID>{escape(session.service)}</cbc:ID></cac:SellersItemIdentification>
<cac:ClassifiedTaxCategory>{EXEMPT}{VAT}</cac:ClassifiedTaxCategory>
<cac:AdditionalItemProperty><cbc:Name>Attendance</cbc:Name><cbc:Value>{escape(session.attendance)}</cbc:Value>\
</cac:AdditionalItemProperty></cac:Item>
<cac:Price><cbc:PriceAmount currencyID="{currency}">{session.price:.2f}</cbc:PriceAmount></cac:Price>
</cac:{kind}Line>"""
