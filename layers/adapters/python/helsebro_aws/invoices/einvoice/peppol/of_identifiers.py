"""Rules about registered numbers: their form, and their check digits where they have any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.release import PeppolRelease
from helsebro_aws.invoices.einvoice.peppol.tree import Tree, parent_name, plain

DIGITS = re.compile(r"[0-9]+")
TAX_CODE = re.compile(r"[A-Za-z]{6}[0-9]{2}[A-Za-z][0-9]{2}.{3}[0-9][A-Za-z]?")
DUTCH_VAT = re.compile(r"NL[0-9]{9}B[0-9]{2}")


def _form(pattern: str) -> Callable[[str], bool]:
    return lambda number: re.fullmatch(pattern, number) is not None


def is_gln(number: str) -> bool:
    """Returns whether the last digit is the check digit of GS1 for the others."""
    if not DIGITS.fullmatch(number):
        return False
    *digits, check = map(int, number)
    weighted = sum(digit * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return (10 - weighted % 10) % 10 == check


def is_norwegian(number: str) -> bool:
    """Returns whether it is an organisation number: nine digits, the last one by modulus 11."""
    if not re.fullmatch(r"[0-9]{9}", number) or int(number) == 0:
        return False
    *digits, check = map(int, number)
    weighted = sum(digit * (place % 6 + 2) for place, digit in enumerate(reversed(digits)))
    return (11 - weighted % 11) % 11 == check


def _is_belgian(number: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{10}", number)) and int(number[8:]) == 97 - int(number[:8]) % 97


def _is_swedish(number: str) -> bool:
    if not re.fullmatch(r"[0-9]{10}", number):
        return False
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(number[:9])]
    return (10 - sum(part // 10 + part % 10 for part in doubled) % 10) % 10 == int(number[9])


def _is_australian(number: str) -> bool:
    if not re.fullmatch(r"[0-9]{11}", number):
        return False
    weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
    digits = [int(number[0]) - 1, *map(int, number[1:])]
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 89 == 0


def _is_italian_tax_code(number: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{11}", number) or (len(number) == 16 and TAX_CODE.fullmatch(number)))


def _is_italian_vat(number: str) -> bool:
    country, digits = number[:2], number[2:]
    if country.upper() != "IT":
        return True
    if not re.fullmatch(r"[0-9]{11}", digits):
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(digits)]
    return sum(part // 10 + part % 10 for part in doubled) % 10 == 0


NUMBERS: dict[str, tuple[str, Callable[[str], bool], bool]] = {
    "0088": ("PEPPOL-COMMON-R040", is_gln, True),
    "0192": ("PEPPOL-COMMON-R041", is_norwegian, True),
    "0184": ("PEPPOL-COMMON-R042", _form(r"(DK)?[0-9]{8}"), False),
    "0096": ("PEPPOL-COMMON-R052", _form(r"[0-9]{10}"), False),
    "0198": ("PEPPOL-COMMON-R053", _form(r"DK[0-9]{8}"), False),
    "0208": ("PEPPOL-COMMON-R043", _is_belgian, True),
    "0201": ("PEPPOL-COMMON-R044", _form(r"[A-Za-z0-9]{6}"), True),
    "0210": ("PEPPOL-COMMON-R045", _is_italian_tax_code, True),
    "9907": ("PEPPOL-COMMON-R046", _is_italian_tax_code, True),
    "0211": ("PEPPOL-COMMON-R047", _is_italian_vat, True),
    "0007": ("PEPPOL-COMMON-R049", _is_swedish, True),
    "0151": ("PEPPOL-COMMON-R050", _is_australian, True),
    "0106": ("PEPPOL-COMMON-R054", _form(r"[0-9]{8}"), True),
    "0190": ("PEPPOL-COMMON-R055", _form(r"[0-9]{20}"), True),
    "9944": ("PEPPOL-COMMON-R056-1", _form(DUTCH_VAT.pattern), True),
    "0217": ("PEPPOL-COMMON-R057", _form(r"[0-9]{12}"), True),
}
"""Scheme → the rule, the form of its numbers, and whether blanks around a number are overlooked."""
ADDRESS_ONLY = "9907"


def identifier_firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields the rules about numbers of the schemes above, wherever such a number stands."""
    for each in (*tree.every("cbc:EndpointID"), *_named_numbers(tree)):
        scheme = each.get("schemeID", "")
        known = NUMBERS.get(scheme)
        if known and not (scheme == ADDRESS_ONLY and not each.tag.endswith("}EndpointID")):
            rule, is_sound, trimmed = known
            if rule not in release.absent:
                number = plain(value(each)) if trimmed else value(each)
                if not is_sound(number):
                    yield Firing(rule, each)
                continue
        if _is_dutch_vat(tree, each) and not DUTCH_VAT.fullmatch(plain(value(each))):
            yield Firing("PEPPOL-COMMON-R056-2", each)


def _named_numbers(tree: Tree) -> Iterator[Any]:
    yield from tree.every("cbc:CompanyID")
    yield from (each for each in tree.every("cbc:ID") if parent_name(each) == "cac:PartyIdentification")


def _is_dutch_vat(tree: Tree, each: Any) -> bool:
    if parent_name(each) != "cac:PartyTaxScheme" or not each.tag.endswith("}CompanyID"):
        return False
    return plain(tree.tax_scheme(each.getparent())) == "VAT" and plain(value(each)).startswith("NL")
