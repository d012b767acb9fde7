"""IBAN: an international account number, with the structure of its country and modulus 97 (ISO 13616)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.payments import check_digits

FILE = Path(__file__).with_name("iban_structures.tsv")
REACHED = frozenset(
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FO FR GB GI GL GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT "
    "NL NO PL PT RO RS SE SI SK SM VA".split()
)
"""The countries whose accounts a bank reaches by the IBAN alone, without a BIC: the SEPA area ("EPC List of
SEPA Scheme Countries", EPC409-09), with the Faroe Islands and Greenland, which are in the Danish clearing."""
SIGNS = {"n": "[0-9]", "a": "[A-Z]", "c": "[A-Z0-9]"}
DANISH_BANK = slice(4, 8)
DANISH_ACCOUNT = slice(8, 18)
NORWEGIAN_ACCOUNT = slice(4, 15)


def plain(written: str) -> str:
    """Returns the number without blanks and in capitals, right or wrong."""
    return "".join(written.split()).upper()


def is_right(number: str) -> bool:
    """Whether a plain IBAN has its country's structure and right check digits.

    A Norwegian one has the account's own check digit too.
    """
    structure = structures().get(number[:2])
    if structure is None or not structure.fullmatch(number[2:]):
        return False
    if number.startswith("NO") and not check_digits.norwegian_account(number[NORWEGIAN_ACCOUNT]):
        return False
    return _rest(number) == 1


def is_reached(number: str) -> bool:
    """Whether a payment file, which names no BIC, reaches the account of a plain IBAN."""
    return number[:2] in REACHED


def danish(bank: str, account: str) -> str:
    """Returns the IBAN of a Danish registration number of 4 digits and an account of at most 10."""
    return _with_check_digits("DK", f"{bank}{account:0>10}")


def norwegian(account: str) -> str:
    """Returns the IBAN of a Norwegian account of 11 digits."""
    return _with_check_digits("NO", account)


@cache
def structures() -> Mapping[str, re.Pattern[str]]:
    """Returns country → the pattern of what follows it: two check digits and the country's own number."""
    rows = (line.split("\t") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {country: re.compile(f"[0-9]{{2}}{_pattern(structure)}") for country, structure in rows}


def _pattern(structure: str) -> str:
    parts = re.findall(r"(\d+)([nac])", structure)
    return "".join(f"{SIGNS[signs]}{{{count}}}" for count, signs in parts)


def _with_check_digits(country: str, number: str) -> str:
    return f"{country}{98 - _rest(f'{country}00{number}'):02}{number}"


def _rest(number: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97
