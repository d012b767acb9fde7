"""Rules of Denmark: for a Danish supplier, most of them only with a Danish customer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.of_document import CUSTOMER, SUPPLIER
from helsebro_aws.invoices.einvoice.peppol.release import PeppolRelease
from helsebro_aws.invoices.einvoice.peppol.tree import Tree, decimal, plain

CVR = "0184"
MEANS = ("1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97")
ACCOUNT, DIRECT_DEBIT, GIRO, FI = ("31", "42"), "49", "50", "93"
GIRO_KINDS, FI_KINDS = ("01#", "04#", "15#"), ("71#", "73#", "75#")
UNSPSC = "TST"
DUTY = "ZZZ"


def danish_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields DK-R-002 to DK-R-017."""
    if tree.address_country(SUPPLIER) != "DK":
        return
    at_home = tree.address_country(CUSTOMER) == "DK"
    numbers = tree.at(SUPPLIER, "cac:Party", "cac:PartyLegalEntity", "cbc:CompanyID")
    if not any(plain(value(number)) for number in numbers):
        yield Firing("DK-R-002", tree.root)
    if numbers and plain(numbers[0].get("schemeID", "")) != CVR:
        yield Firing("DK-R-014", tree.root)
    payable = decimal(tree.first("cac:LegalMonetaryTotal", "cbc:PayableAmount"))
    if tree.is_credit_note and at_home and payable is not None and payable < 0:
        yield Firing("DK-R-016", tree.root)
    if at_home:
        yield from _parties(tree)
        yield from _payments(tree)
        yield from _goods(tree, release)


def _parties(tree: Tree) -> Iterator[Firing]:
    for party in (SUPPLIER, CUSTOMER):
        for each in tree.at(party, "cac:Party", "cac:PartyIdentification"):
            number = tree.child(each, "cbc:ID")
            if number is not None and not plain(number.get("schemeID", "")):
                yield Firing("DK-R-013", each)
    for each in tree.at(CUSTOMER, "cac:Party"):
        numbers = [
            below
            for entity in tree.children(each, "cac:PartyLegalEntity")
            for below in tree.children(entity, "cbc:CompanyID")
        ]
        if numbers and plain(numbers[0].get("schemeID", "")) != CVR:
            yield Firing("DK-R-017", each)


def _payments(tree: Tree) -> Iterator[Firing]:
    if tree.is_credit_note:
        return
    for means in tree.at("cac:PaymentMeans"):
        code = _of(tree, means, "cbc:PaymentMeansCode")
        rules = (
            ("DK-R-005", code in MEANS),
            ("DK-R-006", code not in ACCOUNT or _names_account(tree, means)),
            ("DK-R-007", code != DIRECT_DEBIT or _names_mandate(tree, means)),
            ("DK-R-008", code != GIRO or _names_giro(tree, means)),
            ("DK-R-009", code != GIRO or _has_digits(tree, means, GIRO_KINDS[1:], (19,))),
            ("DK-R-010", code != FI or _names_creditor(tree, means)),
            ("DK-R-011", code != FI or _has_digits(tree, means, (FI_KINDS[0], FI_KINDS[2]), (18, 19))),
        )
        yield from (Firing(rule, means) for rule, holds in rules if not holds)


def _goods(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    for line in tree.lines():
        codes = [
            code
            for item in tree.children(line, "cac:Item")
            for known in tree.children(item, "cac:CommodityClassification")
            for code in tree.children(known, "cbc:ItemClassificationCode")
        ]
        versions = {code.get("listVersionID") for code in codes}
        if (
            any(code.get("listID") == UNSPSC for code in codes)
            and not versions & release.codes["commodityVersions"]
        ):
            yield Firing("DK-R-003", line)
    for each in tree.every("cac:AllowanceCharge"):
        if _of(tree, each, "cbc:AllowanceChargeReasonCode") == DUTY and not _is_duty(
            _of(tree, each, "cbc:AllowanceChargeReason")
        ):
            yield Firing("DK-R-004", each)


def _is_duty(reason: str) -> bool:
    """Returns whether it is a tax category of four digits, or has a ``#`` that is not at an end."""
    number = decimal(reason)
    if len(plain(reason)) == 4 and number is not None and 0 <= number <= 9999:
        return True
    return "#" in reason and not reason.startswith("#") and not reason.endswith("#")


def _names_account(tree: Tree, means: Any) -> bool:
    return bool(
        plain(_of(tree, means, "cac:PayeeFinancialAccount", "cbc:ID"))
        and plain(_of(tree, means, "cac:PayeeFinancialAccount", "cac:FinancialInstitutionBranch", "cbc:ID"))
    )


def _names_mandate(tree: Tree, means: Any) -> bool:
    return bool(
        plain(_of(tree, means, "cac:PaymentMandate", "cbc:ID"))
        and plain(_of(tree, means, "cac:PaymentMandate", "cac:PayerFinancialAccount", "cbc:ID"))
    )


def _names_giro(tree: Tree, means: Any) -> bool:
    account = _of(tree, means, "cac:PayeeFinancialAccount", "cbc:ID")
    return _of(tree, means, "cbc:PaymentID").startswith(GIRO_KINDS) and bool(
        re.fullmatch("[0-9]{7,8}", account)
    )


def _names_creditor(tree: Tree, means: Any) -> bool:
    account = _of(tree, means, "cac:PayeeFinancialAccount", "cbc:ID")
    return _of(tree, means, "cbc:PaymentID").startswith(FI_KINDS) and len(account) == 8


def _has_digits(tree: Tree, means: Any, kinds: tuple[str, ...], lengths: tuple[int, ...]) -> bool:
    written = _of(tree, means, "cbc:PaymentID")
    return not written.startswith(kinds) or len(written) in lengths


def _of(tree: Tree, element: Any, *path: str) -> str:
    """Returns the value at a path of first children; empty when there is none."""
    for name in path:
        element = tree.child(element, name)
        if element is None:
            return ""
    return value(element)
