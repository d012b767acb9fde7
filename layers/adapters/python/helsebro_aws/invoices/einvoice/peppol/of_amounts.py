"""Rules about amounts, VAT and payment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.names import EMBEDDED_FILE
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.release import PeppolRelease
from helsebro_aws.invoices.einvoice.peppol.tree import Tree, decimal, parent_name, plain

AMOUNTS = (
    "cbc:Amount",
    "cbc:BaseAmount",
    "cbc:PriceAmount",
    "cbc:TaxAmount",
    "cbc:TaxableAmount",
    "cbc:LineExtensionAmount",
    "cbc:TaxExclusiveAmount",
    "cbc:TaxInclusiveAmount",
    "cbc:AllowanceTotalAmount",
    "cbc:ChargeTotalAmount",
    "cbc:PrepaidAmount",
    "cbc:PayableRoundingAmount",
    "cbc:PayableAmount",
)
DIRECT_DEBIT = ("49", "59")
CATEGORY_OF_REASON = {
    "VATEX-EU-G": ("PEPPOL-EN16931-P0104", "G"),
    "VATEX-EU-O": ("PEPPOL-EN16931-P0105", "O"),
    "VATEX-EU-IC": ("PEPPOL-EN16931-P0106", "K"),
    "VATEX-EU-AE": ("PEPPOL-EN16931-P0107", "AE"),
    "VATEX-EU-D": ("PEPPOL-EN16931-P0108", "E"),
    "VATEX-EU-F": ("PEPPOL-EN16931-P0109", "E"),
    "VATEX-EU-I": ("PEPPOL-EN16931-P0110", "E"),
    "VATEX-EU-J": ("PEPPOL-EN16931-P0111", "E"),
}
"""The one VAT category that an exemption reason goes with."""


def currency_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields R005, R051 and the currency codes."""
    of_invoice = tree.currency
    for each in tree.every("cbc:TaxCurrencyCode"):
        if plain(value(each)) == plain(of_invoice or ""):
            yield Firing("PEPPOL-EN16931-R005", each)
    for each in tree.every(*AMOUNTS):
        currency = each.get("currencyID")
        if _is_in_invoice_currency(tree, each) and (currency is None or currency != of_invoice):
            yield Firing("PEPPOL-EN16931-R051", each, {"found": currency, "expected": of_invoice or "–"})
        if currency not in release.codes["currencies"]:
            yield Firing("PEPPOL-EN16931-CL007", each, {"found": currency})


def vat_firings(tree: Tree) -> Iterator[Firing]:
    """Yields R053 to R055 and the categories of exemption reasons."""
    totals = tree.at("cac:TaxTotal")
    with_parts = [each for each in totals if tree.child(each, "cac:TaxSubtotal") is not None]
    two_currencies = bool(tree.at("cbc:TaxCurrencyCode"))
    if len(with_parts) != 1:
        yield Firing("PEPPOL-EN16931-R053", tree.root)
    if len(totals) - len(with_parts) != int(two_currencies):
        yield Firing("PEPPOL-EN16931-R054", tree.root)
    if two_currencies and not _same_sign(tree, totals):
        yield Firing("PEPPOL-EN16931-R055", tree.root)
    for each in tree.every("cac:TaxCategory"):
        reason, category = tree.child(each, "cbc:TaxExemptionReasonCode"), tree.child(each, "cbc:ID")
        known = CATEGORY_OF_REASON.get(value(reason).upper()) if reason is not None else None
        if known and (category is None or plain(value(category)) != known[1]):
            stands = value(category) if category is not None else None
            yield Firing(known[0], each, {"found": stands, "expected": known[1]})


def payment_firings(tree: Tree) -> Iterator[Firing]:
    """Yields R061."""
    for each in tree.every("cac:PaymentMeans"):
        code, mandate = tree.child(each, "cbc:PaymentMeansCode"), tree.child(each, "cac:PaymentMandate")
        is_debit = code is not None and plain(value(code)) in DIRECT_DEBIT
        if is_debit and (mandate is None or tree.child(mandate, "cbc:ID") is None):
            yield Firing("PEPPOL-EN16931-R061", each)


def attachment_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields the types of attachments."""
    for each in tree.every(f"cbc:{EMBEDDED_FILE}"):
        kind = each.get("mimeCode")
        if kind is not None and kind not in release.codes["attachmentTypes"]:
            yield Firing("PEPPOL-EN16931-CL001", each, {"found": kind})


def _is_in_invoice_currency(tree: Tree, amount: Any) -> bool:
    """Returns False for the one amount in another currency: the VAT total for the tax authority (BT-111)."""
    if not amount.tag.endswith("}TaxAmount"):
        return True
    above = parent_name(amount)
    total = amount.getparent()
    return above == "cac:TaxSubtotal" or (
        above == "cac:TaxTotal" and tree.child(total, "cac:TaxSubtotal") is not None
    )


def _same_sign(tree: Tree, totals: list[Any]) -> bool:
    """Returns whether the VAT totals in both currencies are none below zero, or none above it."""
    in_currency = [
        [
            amount
            for each in totals
            for written in tree.children(each, "cbc:TaxAmount")
            if written.get("currencyID") == plain(tree.first(name) or "")
            and (amount := decimal(value(written))) is not None
        ]
        for name in ("cbc:TaxCurrencyCode", "cbc:DocumentCurrencyCode")
    ]
    zero = Decimal()
    return all(any(amount <= zero for amount in amounts) for amounts in in_currency) or all(
        any(amount >= zero for amount in amounts) for amounts in in_currency
    )
