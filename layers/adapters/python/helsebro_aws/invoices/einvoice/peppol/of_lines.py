"""Rules about lines, prices, allowances and charges."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.names import named
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.release import PeppolRelease
from helsebro_aws.invoices.einvoice.peppol.tree import Tree, decimal, parent_name, plain

SLACK = Decimal("0.02")
"""Two hundredths either way, for what systems round."""
ONE, ZERO, HUNDRED = Decimal(1), Decimal(), Decimal(100)
OBJECT = "130"
HOLDERS = ("Invoice", "CreditNote", "cac:InvoiceLine", "cac:CreditNoteLine")


def line_firings(tree: Tree) -> Iterator[Firing]:
    """Yields R100, R101, R120 and R121."""
    for line in tree.lines():
        expected = _net(tree, line)
        net = _number(tree, line, "cbc:LineExtensionAmount", ZERO)
        if expected is not None and net is not None and abs(net - expected) > SLACK:
            shown = expected.quantize(Decimal("0.01"))
            yield Firing("PEPPOL-EN16931-R120", line, {"found": net, "expected": shown})
        per = _base_quantity(tree, line)
        if per is not None and per <= ZERO:
            yield Firing("PEPPOL-EN16931-R121", line)
        references = tree.children(line, "cac:DocumentReference")
        if len(references) > 1:
            yield Firing("PEPPOL-EN16931-R100", line)
        codes = [value(code) for each in references for code in tree.children(each, "cbc:DocumentTypeCode")]
        if references and OBJECT not in codes:
            yield Firing("PEPPOL-EN16931-R101", line)


def price_firings(tree: Tree) -> Iterator[Firing]:
    """Yields R044, R046 and R130."""
    for each in tree.every("cac:AllowanceCharge"):
        if parent_name(each) == "cac:Price":
            yield from _price_allowance(tree, each)
    for each in tree.every("cbc:BaseQuantity"):
        line = each.getparent().getparent()
        if each.get("unitCode") is None or parent_name(each) != "cac:Price" or line is None:
            continue
        counted = tree.child(line, f"cbc:{'Credited' if tree.is_credit_note else 'Invoiced'}Quantity")
        has_quantity = any(tree.children(line, f"cbc:{kind}Quantity") for kind in ("Invoiced", "Credited"))
        unit = counted.get("unitCode") if counted is not None else None
        if has_quantity and each.get("unitCode") != unit:
            yield Firing("PEPPOL-EN16931-R130", each)


def allowance_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields R040 to R043 and the reason codes."""
    for each in tree.every("cac:AllowanceCharge"):
        above = each.getparent()
        if named(above).rpartition("}")[2] in HOLDERS and (
            above is tree.root or above.getparent() is tree.root
        ):
            yield from _allowance(tree, each)
        for reason in tree.children(each, "cbc:AllowanceChargeReasonCode"):
            yield from _reason(tree, each, reason, release)


def _allowance(tree: Tree, each: Any) -> Iterator[Firing]:
    percent, base = tree.child(each, "cbc:MultiplierFactorNumeric"), tree.child(each, "cbc:BaseAmount")
    if percent is not None and base is None:
        yield Firing("PEPPOL-EN16931-R041", each)
        return
    if percent is None and base is not None:
        yield Firing("PEPPOL-EN16931-R042", each)
        return
    share = _number(tree, each, "cbc:MultiplierFactorNumeric", None)
    whole, amount = _number(tree, each, "cbc:BaseAmount", None), _number(tree, each, "cbc:Amount", ZERO)
    if share is not None and whole is not None and amount is not None:
        expected = whole * share / HUNDRED
        if abs(amount - expected) > SLACK:
            yield Firing(
                "PEPPOL-EN16931-R040", each, {"found": amount, "expected": f"{expected.normalize():f}"}
            )
    if _is_charge(tree, each) is None:
        yield Firing("PEPPOL-EN16931-R043", each)


def _price_allowance(tree: Tree, each: Any) -> Iterator[Firing]:
    if _is_charge(tree, each) is not False:
        yield Firing("PEPPOL-EN16931-R044", each)
    gross, off = _number(tree, each, "cbc:BaseAmount", None), _number(tree, each, "cbc:Amount", None)
    net = _number(tree, each.getparent(), "cbc:PriceAmount", None)
    expected = gross - off if gross is not None and off is not None else None
    if tree.child(each, "cbc:BaseAmount") is not None and (net is None or net != expected):
        yield Firing("PEPPOL-EN16931-R046", each, {"found": _shown(net), "expected": _shown(expected)})


def _reason(tree: Tree, each: Any, reason: Any, release: PeppolRelease) -> Iterator[Firing]:
    indicator = tree.child(each, "cbc:ChargeIndicator")
    written, code = value(indicator) if indicator is not None else "", plain(value(reason))
    if written == "false" and code not in release.codes["allowanceReasons"]:
        yield Firing("PEPPOL-EN16931-CL002", reason)
    if written == "true" and code not in release.codes["chargeReasons"]:
        yield Firing("PEPPOL-EN16931-CL003", reason)


def _net(tree: Tree, line: Any) -> Decimal | None:
    """Returns what a line's net amount must be; None when a number cannot be read."""
    quantity = _number(tree, line, f"cbc:{'Credited' if tree.is_credit_note else 'Invoiced'}Quantity", ONE)
    prices = tree.children(line, "cac:Price")
    price = _number(tree, prices[0], "cbc:PriceAmount", ZERO) if prices else ZERO
    per = _base_quantity(tree, line)
    added, taken = _sum(tree, line, True), _sum(tree, line, False)
    if quantity is None or price is None or added is None or taken is None:
        return None
    return quantity * (price / (per or ONE)) + added - taken


def _base_quantity(tree: Tree, line: Any) -> Decimal | None:
    prices = tree.children(line, "cac:Price")
    return _number(tree, prices[0], "cbc:BaseQuantity", None) if prices else None


def _sum(tree: Tree, line: Any, charges: bool) -> Decimal | None:
    total = ZERO
    for each in tree.children(line, "cac:AllowanceCharge"):
        if _is_charge(tree, each) is charges:
            for written in tree.children(each, "cbc:Amount"):
                amount = decimal(value(written))
                if amount is None:
                    return None
                total += amount
    # As the published rule rounds: a half goes up, also below zero.
    return (total * HUNDRED + Decimal("0.5")).to_integral_value(ROUND_FLOOR) / HUNDRED


def _is_charge(tree: Tree, each: Any) -> bool | None:
    indicator = tree.child(each, "cbc:ChargeIndicator")
    written = plain(value(indicator)) if indicator is not None else ""
    return {"true": True, "false": False}.get(written)


def _number(tree: Tree, element: Any, name: str, absent: Decimal | None) -> Decimal | None:
    found = tree.child(element, name)
    return absent if found is None else decimal(value(found))


def _shown(number: Decimal | None) -> Decimal | str:
    return "–" if number is None else number
