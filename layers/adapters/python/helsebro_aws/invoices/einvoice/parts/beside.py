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
from helsebro_aws.invoices.einvoice.leaf import BLANKS, EMBEDDED, value, value_at
from helsebro_aws.invoices.einvoice.names import CAC, CBC, PREFIXES, Places, clark
from helsebro_aws.invoices.einvoice.parts.unread import number

OTHER_MONEY = (
    "AllowanceTotalAmount",
    "ChargeTotalAmount",
    "PrepaidAmount",
    "PayableRoundingAmount",
    "RoundingAmount",
    "PaidAmount",
    "SettlementDiscountAmount",
    "SettlementDiscountPercent",
    "PenaltyAmount",
    "PenaltySurchargePercent",
)
"""Amounts of the totals, of a prepayment and of payment terms; 0 asks for nothing."""
OF_TERMS, TO_PAY = "cac:PaymentTerms/cbc:Amount", "cac:LegalMonetaryTotal/cbc:PayableAmount"
OF_A_PREPAYMENT = "cac:PaymentTerms/cbc:PrepaidPaymentReferenceID"
SUPPLIER = "cac:AccountingSupplierParty/cac:Party"
BUYER = "cac:AccountingCustomerParty/cac:Party"
JUDGED_ALONE = (SUPPLIER, BUYER, "cac:PayeeParty", "cac:TaxRepresentativeParty")
OF_A_PARTY = tuple(
    clark(name)
    for name in ("cbc:EndpointID", "cac:PartyIdentification", "cac:PartyLegalEntity", "cac:PartyTaxScheme")
)
VAT, VAT_IN_OIOUBL = "VAT", "63"
PRODUCTION_UNIT = "0096"
"""Of a Danish company: which company it is part of, it does not say."""
KNOWN_SCHEMES = frozenset({GLN, DANISH_CVR, NORWEGIAN_ORGANISATION, PRODUCTION_UNIT})
LENGTHS = {8: DANISH_CVR, 9: NORWEGIAN_ORGANISATION}
COUNTRIES = {"DK": DANISH_CVR, "NO": NORWEGIAN_ORGANISATION}


def money_beside(root: Any, at: Places) -> Iterator[str]:
    """Yields where an allowance or charge stands, or any other amount that is not 0."""
    for each in root.iter(f"{{{CAC}}}AllowanceCharge"):
        if number(value_at(each, "cbc:Amount")) != 0:
            yield at[each]
    yield from _unless_nothing(root, at, *OTHER_MONEY)
    # Terms may be about the whole amount, as OIOUBL has them.
    nothing_else = (0, number(value_at(root, TO_PAY)))
    for each in root.findall(OF_TERMS, PREFIXES):
        if number(value(each)) not in nothing_else:
            yield at[each]
    yield from (at[each] for each in root.findall(OF_A_PREPAYMENT, PREFIXES) if value(each).strip(BLANKS))


def vat_amounts(root: Any, at: Places) -> Iterator[str]:
    """Yields where an amount of VAT is not 0."""
    yield from _unless_nothing(root, at, "TaxAmount")


def _unless_nothing(root: Any, at: Places, *names: str) -> Iterator[str]:
    # One that cannot be read is among ``unread``.
    found = root.iter(*(f"{{{CBC}}}{name}" for name in names))
    return (at[each] for each in found if number(value(each)))


def vat_categories(root: Any, at: Places) -> Iterator[VatCategory]:
    """Yields every VAT category: of the lines, of the totals, of allowances and charges."""
    for each in root.iter(f"{{{CAC}}}TaxCategory", f"{{{CAC}}}ClassifiedTaxCategory"):
        yield VatCategory(
            location=at[each],
            code=value_at(each, "cbc:ID"),
            percent=number(value_at(each, "cbc:Percent")),
            exemption_code=value_at(each, "cbc:TaxExemptionReasonCode").upper(),
            exemption_reason=value_at(each, "cbc:TaxExemptionReason"),
            of_total=each.getparent().tag == f"{{{CAC}}}TaxSubtotal",
        )


def party_numbers(root: Any, at: Places, party: str) -> Iterator[PartyNumber]:
    """Yields every number of a party that is of a register known here, and every VAT number.

    One that names no register may be the party's number in the other's books; a legal number may not.
    """
    for each in root.findall(party, PREFIXES):
        yield from _numbers_of(each, at)


def numbers_of_others(root: Any, at: Places) -> Iterator[PartyNumber]:
    """Yields the numbers of every party, wherever it stands, that no rule of its own is about."""
    judged = {each for path in JUDGED_ALONE for each in root.findall(path, PREFIXES)}
    for party in dict.fromkeys(each.getparent() for each in root.iter(*OF_A_PARTY)):
        if party not in judged:
            yield from _numbers_of(party, at)


def _numbers_of(party: Any, at: Places) -> Iterator[PartyNumber]:
    for each in party.findall("cbc:EndpointID", PREFIXES):
        yield from _of_known_register(each, at, identifier(each))
    for each in party.findall("cac:PartyIdentification/cbc:ID", PREFIXES):
        yield from _of_known_register(each, at, identifier(each))
    for each in party.findall("cac:PartyLegalEntity/cbc:CompanyID", PREFIXES):
        yield from _of_known_register(each, at, _of_company(each))
    for taxed in party.findall("cac:PartyTaxScheme", PREFIXES):
        # A Norwegian supplier writes the name of the company register as a tax number of another scheme.
        if value_at(taxed, "cac:TaxScheme/cbc:ID") in (VAT, VAT_IN_OIOUBL):
            for each in taxed.findall("cbc:CompanyID", PREFIXES):
                found = _of_company(each)
                if found:
                    is_known = _scheme(found) in KNOWN_SCHEMES
                    yield PartyNumber(at[each], found if is_known else Identifier(OTHER_VAT, found.value))


def _of_known_register(element: Any, at: Places, found: Identifier | None) -> Iterator[PartyNumber]:
    if found and _scheme(found) in KNOWN_SCHEMES:
        yield PartyNumber(at[element], found)


def unknown_schemes(root: Any, at: Places) -> Iterator[Unreadable]:
    """Yields the supplier's address and the parties' legal numbers that are of no register known here."""
    paths = (
        f"{SUPPLIER}/cbc:EndpointID",
        f"{SUPPLIER}/cac:PartyLegalEntity/cbc:CompanyID",
        f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID",
    )
    for path in paths:
        for each in root.findall(path, PREFIXES):
            found = _of_company(each) if each.tag.endswith("}CompanyID") else identifier(each)
            if found and _scheme(found) not in KNOWN_SCHEMES:
                yield Unreadable(at[each], "scheme")


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


def attachments(root: Any, at: Places) -> Iterator[Attachment]:
    """Yields every file inside the document, in the order in which they are kept; then what is misplaced."""
    if next(root.iter(EMBEDDED), None) is None:
        return
    files = dict.fromkeys(file for _, file in places_of_files(root))
    for each in dict.fromkeys((*files, *root.iter(EMBEDDED))):
        named = each.get("mimeCode", ""), each.get("filename", "")
        yield Attachment(at[each], *named, is_misplaced=each not in files)
