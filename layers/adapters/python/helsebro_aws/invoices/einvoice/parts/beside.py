"""What a document says beside its sessions: VAT, other money, numbers of the parties, files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helsebro.invoices.invoice import (
    DANISH_CVR,
    GLN,
    NORWEGIAN_ORGANISATION,
    OTHER_VAT,
    SCHEMES,
    Attachment,
    Identifier,
    PartyNumber,
    Unreadable,
    VatCategory,
)
from helsebro_aws.invoices.attachments.embedded_files import places_of_files
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import BLANKS, EMBEDDED, value
from helsebro_aws.invoices.einvoice.names import CAC, Places
from helsebro_aws.invoices.einvoice.parts.unread import number

OTHER_MONEY = (
    "cbc:AllowanceTotalAmount",
    "cbc:ChargeTotalAmount",
    "cbc:PrepaidAmount",
    "cbc:PayableRoundingAmount",
    "cbc:RoundingAmount",
    "cbc:PaidAmount",
    "cbc:SettlementDiscountAmount",
    "cbc:SettlementDiscountPercent",
    "cbc:PenaltyAmount",
    "cbc:PenaltySurchargePercent",
)
"""Amounts of the totals, of a prepayment and of payment terms; 0 asks for nothing."""
OF_TERMS, TO_PAY = "cac:PaymentTerms/cbc:Amount", "cac:LegalMonetaryTotal/cbc:PayableAmount"
OF_A_PREPAYMENT = "cac:PaymentTerms/cbc:PrepaidPaymentReferenceID"
SUPPLIER = "cac:AccountingSupplierParty/cac:Party"
BUYER = "cac:AccountingCustomerParty/cac:Party"
JUDGED_ALONE = (SUPPLIER, BUYER, "cac:PayeeParty", "cac:TaxRepresentativeParty")
OF_A_PARTY = ("cbc:EndpointID", "cac:PartyIdentification", "cac:PartyLegalEntity", "cac:PartyTaxScheme")
VAT, VAT_IN_OIOUBL = "VAT", "63"
PRODUCTION_UNIT = "0096"
"""Of a Danish company: which company it is part of, it does not say."""
KNOWN_SCHEMES = frozenset({GLN, DANISH_CVR, NORWEGIAN_ORGANISATION, PRODUCTION_UNIT})
LENGTHS = {8: DANISH_CVR, 9: NORWEGIAN_ORGANISATION}
COUNTRIES = {"DK": DANISH_CVR, "NO": NORWEGIAN_ORGANISATION}


def money_beside(document: UblDocument) -> Iterator[str]:
    """Yields where an allowance or charge stands, or any other amount that is not 0."""
    root, at = document.root, document.at
    for each in document.named("cac:AllowanceCharge"):
        if number(document.value_at(each, "cbc:Amount")) != 0:
            yield at[each]
    yield from _unless_nothing(document, *OTHER_MONEY)
    # Terms may be about the whole amount, as OIOUBL has them.
    nothing_else = (0, number(document.value_at(root, TO_PAY)))
    for each in document.every(root, OF_TERMS):
        if number(value(each)) not in nothing_else:
            yield at[each]
    prepaid = document.every(root, OF_A_PREPAYMENT)
    yield from (at[each] for each in prepaid if value(each).strip(BLANKS))


def vat_amounts(document: UblDocument) -> Iterator[str]:
    """Yields where an amount of VAT is not 0."""
    yield from _unless_nothing(document, "cbc:TaxAmount")


def _unless_nothing(document: UblDocument, *names: str) -> Iterator[str]:
    # One that cannot be read is among ``unread``.
    return (document.at[each] for each in document.named(*names) if number(value(each)))


def vat_categories(document: UblDocument) -> Iterator[VatCategory]:
    """Yields every VAT category: of the lines, of the totals, of allowances and charges."""
    for each in document.named("cac:TaxCategory", "cac:ClassifiedTaxCategory"):
        yield VatCategory(
            location=document.at[each],
            code=document.value_at(each, "cbc:ID"),
            percent=number(document.value_at(each, "cbc:Percent")),
            exemption_code=document.value_at(each, "cbc:TaxExemptionReasonCode").upper(),
            exemption_reason=document.value_at(each, "cbc:TaxExemptionReason"),
            of_total=each.getparent().tag == f"{{{CAC}}}TaxSubtotal",
        )


def party_numbers(document: UblDocument, party: str) -> Iterator[PartyNumber]:
    """Yields every number of a party that is of a register known here, and every VAT number.

    One that names no register may be the party's number in the other's books; a legal number may not.
    """
    for each in document.every(document.root, party):
        yield from _numbers_of(document, each)


def numbers_of_others(document: UblDocument) -> Iterator[PartyNumber]:
    """Yields the numbers of every party, wherever it stands, that no rule of its own is about."""
    judged = {each for path in JUDGED_ALONE for each in document.every(document.root, path)}
    for party in dict.fromkeys(each.getparent() for each in document.named(*OF_A_PARTY)):
        if party not in judged:
            yield from _numbers_of(document, party)


def _numbers_of(document: UblDocument, party: Any) -> Iterator[PartyNumber]:
    at = document.at
    for each in document.every(party, "cbc:EndpointID"):
        yield from _of_known_register(each, at, identifier(each))
    for each in document.every(party, "cac:PartyIdentification/cbc:ID"):
        yield from _of_known_register(each, at, identifier(each))
    for each in document.every(party, "cac:PartyLegalEntity/cbc:CompanyID"):
        yield from _of_known_register(each, at, _of_company(each))
    for taxed in document.every(party, "cac:PartyTaxScheme"):
        # A Norwegian supplier writes the name of the company register as a tax number of another scheme.
        if document.value_at(taxed, "cac:TaxScheme/cbc:ID") in (VAT, VAT_IN_OIOUBL):
            for each in document.every(taxed, "cbc:CompanyID"):
                found = _of_company(each)
                if found:
                    is_known = _scheme(found) in KNOWN_SCHEMES
                    yield PartyNumber(at[each], found if is_known else Identifier(OTHER_VAT, found.value))


def _of_known_register(element: Any, at: Places, found: Identifier | None) -> Iterator[PartyNumber]:
    if found and _scheme(found) in KNOWN_SCHEMES:
        yield PartyNumber(at[element], found)


def unknown_schemes(document: UblDocument) -> Iterator[Unreadable]:
    """Yields the supplier's address and the parties' legal numbers that are of no register known here."""
    paths = (
        f"{SUPPLIER}/cbc:EndpointID",
        f"{SUPPLIER}/cac:PartyLegalEntity/cbc:CompanyID",
        f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID",
    )
    for path in paths:
        for each in document.every(document.root, path):
            found = _of_company(each) if each.tag.endswith("}CompanyID") else identifier(each)
            if found and _scheme(found) not in KNOWN_SCHEMES:
                yield Unreadable(document.at[each], "scheme")


def identifier(element: Any) -> Identifier | None:
    """Returns an element's number with the scheme that it names; None when it has none."""
    written = value(element).strip(BLANKS) if element is not None else ""
    return Identifier(element.get("schemeID", ""), written) if written else None


def _of_company(element: Any) -> Identifier | None:
    """Returns a company's number; without a scheme, its letters or its length tell the register."""
    found = identifier(element)
    if found is None or found.scheme:
        return found
    letters, plain = found.value[:2].upper(), found.plain().value
    by_length = LENGTHS.get(len(plain), "") if plain.isdigit() else ""
    return Identifier(COUNTRIES.get(letters, by_length), found.value)


def _scheme(number_: Identifier) -> str:
    return SCHEMES.get(number_.scheme, number_.scheme)


def attachments(document: UblDocument) -> Iterator[Attachment]:
    """Yields every file inside the document, in the order in which they are kept; then what is misplaced."""
    embedded = document.by_tag.get(EMBEDDED)
    if not embedded:
        return
    files = dict.fromkeys(file for _, file in places_of_files(document.root))
    for each in dict.fromkeys((*files, *embedded)):
        named = each.get("mimeCode", ""), each.get("filename", "")
        yield Attachment(document.at[each], *named, is_misplaced=each not in files)
