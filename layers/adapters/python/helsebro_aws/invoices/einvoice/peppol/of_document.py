"""Rules about the document as a whole, its parties and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.release import PeppolRelease
from helsebro_aws.invoices.einvoice.peppol.tree import Tree, day, parent_name, plain

SUPPLIER, CUSTOMER = "cac:AccountingSupplierParty", "cac:AccountingCustomerParty"
SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
NUMBERED_PROFILE = re.compile(r"urn:fdc:peppol\.eu:2017:poacc:billing:\d\d:1\.0")
"""Before the release that lists them, every profile of this form is taken."""
WITH_TYPE_CODES = re.compile(r"urn:fdc:peppol\.eu:2017:poacc:billing:01:1\.0")
GERMAN_TYPES = ("326", "384")
PROJECT = "50"
DATES = (
    "cbc:IssueDate",
    "cbc:DueDate",
    "cbc:TaxPointDate",
    "cbc:StartDate",
    "cbc:EndDate",
    "cbc:ActualDeliveryDate",
)


def document_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields R001 to R008, R080, the type codes and the dates."""
    yield from (Firing("PEPPOL-EN16931-R008", element) for element in tree.empty)
    yield from _process(tree, release)
    if len(tree.at("cbc:Note")) > 1 and not _between_germans(tree):
        yield Firing("PEPPOL-EN16931-R002", tree.root)
    if not tree.at("cbc:BuyerReference") and not tree.at("cac:OrderReference", "cbc:ID"):
        yield Firing("PEPPOL-EN16931-R003", tree.root)
    projects = [
        each
        for each in tree.at("cac:AdditionalDocumentReference")
        if any(value(code) == PROJECT for code in tree.children(each, "cbc:DocumentTypeCode"))
    ]
    if tree.is_credit_note and len(projects) > 1:
        yield Firing("PEPPOL-EN16931-R080", tree.root)
    yield from _type_codes(tree, release)
    for each in tree.every(*DATES):
        if len(value(each)) != len("2026-01-31") or day(value(each)) is None:
            yield Firing("PEPPOL-EN16931-F001", each)


def party_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields the rules about electronic addresses."""
    for rule, party in (("PEPPOL-EN16931-R010", CUSTOMER), ("PEPPOL-EN16931-R020", SUPPLIER)):
        for each in tree.every("cac:Party"):
            if parent_name(each) == party and tree.child(each, "cbc:EndpointID") is None:
                yield Firing(rule, each)
    for each in tree.every("cbc:EndpointID"):
        scheme = each.get("schemeID")
        if scheme is not None and scheme not in release.codes["addressSchemes"]:
            yield Firing("PEPPOL-EN16931-CL008", each, {"found": scheme})


def period_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields R110, R111 and the codes of periods."""
    for rule, bound in (("PEPPOL-EN16931-R110", "cbc:StartDate"), ("PEPPOL-EN16931-R111", "cbc:EndDate")):
        whole = day(tree.first("cac:InvoicePeriod", bound))
        for line in tree.lines():
            for period in tree.children(line, "cac:InvoicePeriod"):
                for each in tree.children(period, bound):
                    found = day(value(each))
                    if whole and found and (found < whole if rule.endswith("110") else found > whole):
                        yield Firing(rule, each, {"found": found, "expected": whole})
    for each in tree.every("cbc:DescriptionCode"):
        if (
            parent_name(each) == "cac:InvoicePeriod"
            and plain(value(each)) not in release.codes["periodCodes"]
        ):
            yield Firing("PEPPOL-EN16931-CL006", each)


def _process(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    if not tree.at("cbc:ProfileID"):
        yield Firing("PEPPOL-EN16931-R001", tree.root)
    profile = plain(tree.first("cbc:ProfileID") or "")
    listed = release.codes.get("profiles")
    if not (profile in listed if listed else NUMBERED_PROFILE.search(profile)):
        yield Firing("PEPPOL-EN16931-R007", tree.root)
    specification = plain(tree.first("cbc:CustomizationID") or "")
    if not specification.startswith(SPECIFICATION) or "::" in specification:
        yield Firing("PEPPOL-EN16931-R004", tree.root)


def _type_codes(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    profile = plain(tree.first("cbc:ProfileID") or "")
    listed = release.codes.get("profiles")
    bound = profile in listed if listed else WITH_TYPE_CODES.search(profile)
    for each in tree.every("cbc:InvoiceTypeCode"):
        code = plain(value(each))
        if bound and code not in release.codes["invoiceTypes"]:
            yield Firing("PEPPOL-EN16931-P0100", each)
        if code in GERMAN_TYPES and not _between_germans(tree):
            yield Firing("PEPPOL-EN16931-P0112", each)
    for each in tree.every("cbc:CreditNoteTypeCode"):
        if bound and plain(value(each)) not in release.codes["creditNoteTypes"]:
            yield Firing("PEPPOL-EN16931-P0101", each)


def _between_germans(tree: Tree) -> bool:
    return all(plain(tree.address_country(party)).upper() == "DE" for party in (SUPPLIER, CUSTOMER))
