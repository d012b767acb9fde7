"""Pieces of UBL on which a rule of Peppol fires or stays silent; all else is left out."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lxml import etree

from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.peppol.judgement import peppol_findings
from local.clinic.ubl import UBL

TODAY = date(2026, 11, 1)
"""A day on which release 3.0.21 is in force."""
MAY = date(2026, 5, 1)
"""A day on which release 3.0.20 is in force."""
PROFILE = "<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>"


def invoice(inside: str, kind: str = "Invoice") -> bytes:
    """Returns an invoice that holds this and nothing else."""
    names = f'xmlns:cac="{UBL}:CommonAggregateComponents-2" xmlns:cbc="{UBL}:CommonBasicComponents-2"'
    return f'<{kind} xmlns="{UBL}:{kind}-2" {names}>{inside}</{kind}>'.encode()


def credit_note(inside: str) -> bytes:
    """Returns a credit note that holds this and nothing else."""
    return invoice(inside, "CreditNote")


def fired(body: bytes, on: date = TODAY) -> Counter[str]:
    """Returns how often each rule fires."""
    return Counter(finding.rule for finding in peppol_findings(UblDocument(etree.fromstring(body)), on))


def of(name: str, inside: str, **attributes: str) -> str:
    """Returns an element ``cbc:…`` or ``cac:…`` with its content."""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{inside}</{name}>"


def party(role: str, inside: str, country: str = "") -> str:
    """Returns the supplier's or the customer's party."""
    code = of("cbc:IdentificationCode", country)
    address = of("cac:PostalAddress", of("cac:Country", code)) if country else ""
    return of(f"cac:Accounting{role}Party", of("cac:Party", inside + address))


def supplier(inside: str = "", country: str = "") -> str:
    """Returns the party that sends the invoice."""
    return party("Supplier", inside, country)


def customer(inside: str = "", country: str = "") -> str:
    """Returns the party that gets the invoice."""
    return party("Customer", inside, country)


def at_home(inside: str, of_supplier: str = "", of_customer: str = "") -> str:
    """Returns this between a Danish supplier and a Danish customer."""
    return supplier(of_supplier, "DK") + customer(of_customer, "DK") + inside


def number(scheme: str, written: str) -> str:
    """Returns a supplier with this electronic address."""
    return supplier(of("cbc:EndpointID", written, schemeID=scheme))


def legal(written: str, scheme: str = "") -> str:
    """Returns a party's registered number."""
    attributes = {"schemeID": scheme} if scheme else {}
    return of("cac:PartyLegalEntity", of("cbc:CompanyID", written, **attributes))


def taxed(written: str, scheme: str = "VAT") -> str:
    """Returns a party's number with a tax authority."""
    inside = of("cbc:CompanyID", written) + of("cac:TaxScheme", of("cbc:ID", scheme))
    return of("cac:PartyTaxScheme", inside)


def allowance(
    percent: str = "", base: str = "", amount: str = "", charge: str = "false", more: str = ""
) -> str:
    """Returns an allowance or a charge."""
    return of(
        "cac:AllowanceCharge",
        of("cbc:ChargeIndicator", charge)
        + (of("cbc:MultiplierFactorNumeric", percent) if percent else "")
        + (money("Amount", amount) if amount else "")
        + (money("BaseAmount", base) if base else "")
        + more,
    )


def money(name: str, amount: str, currency: str = "DKK") -> str:
    """Returns an amount."""
    return of(f"cbc:{name}", amount, currencyID=currency)


def line(inside: str, quantity: str = "1", net: str = "100", price: str = "100", base: str = "") -> str:
    """Returns a line of an invoice."""
    per = of("cbc:BaseQuantity", base, unitCode="EA") if base else ""
    return of(
        "cac:InvoiceLine",
        of("cbc:InvoicedQuantity", quantity, unitCode="EA")
        + money("LineExtensionAmount", net)
        + inside
        + of("cac:Price", money("PriceAmount", price) + per),
    )


def means(code: str, inside: str = "") -> str:
    """Returns a way to pay."""
    return of("cac:PaymentMeans", of("cbc:PaymentMeansCode", code) + inside)


def account(written: str, branch: str = "") -> str:
    """Returns the account to pay to."""
    inside = of("cac:FinancialInstitutionBranch", of("cbc:ID", branch)) if branch else ""
    return of("cac:PayeeFinancialAccount", of("cbc:ID", written) + inside)
