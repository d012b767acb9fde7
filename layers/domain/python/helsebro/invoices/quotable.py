"""What a finding may repeat of an invoice: numbers, days, codes and ids of a known form, and nothing else."""

from __future__ import annotations

import re
from decimal import Decimal

from helsebro.identity.person_numbers import candidates, may_be_someones, names_a_person

NUMBER = re.compile(r"[+-]?[0-9]{1,18}([.,][0-9]{1,10})?")
CODE = re.compile(r"[A-Z]{1,3}|(?=[^0-9]*[0-9])[A-Z0-9][A-Z0-9.#:/_+-]{0,39}")
"""Up to three capital letters, or capital letters with digits: no word of a sentence, and no name."""
MASKED = re.compile(r"•{4}[0-9]{4}")
FORMAT = re.compile(r"(urn:|OIOUBL-)[A-Za-z0-9.:#_-]{1,120}")
SEPARATORS = re.compile(r"[^0-9]")
RUN = re.compile(r"[0-9]+")
LARGEST_AMOUNT = Decimal(100_000_000)
LENGTHS = (10, 11, 12)
"""Digits of a CPR number, a fødselsnummer, and a CPR number with its century."""
DAYS, MONTHS, ADDED_TO_DAY, ADDED_TO_MONTH = range(1, 32), range(1, 13), 40, 20
"""A D-number adds to the day; help numbers and the registers' test persons add to the month."""


def quotable(written: str | None) -> str | None:
    """Returns a number, day, code or id that a finding may repeat, else None.

    It never returns words, nor digits that may be or hold a person's number, however they are separated.
    """
    text = (written or "").strip()
    if not any(form.fullmatch(text) for form in (NUMBER, CODE, FORMAT, MASKED)):
        return None
    numbers = (SEPARATORS.sub("", text), *RUN.findall(text))
    holds_one = any(may_be_someones(country, number) for country, number in candidates(text))
    return None if holds_one or names_a_person(text) or any(map(_begins_with_a_birthday, numbers)) else text


def quotable_amount(amount: Decimal) -> bool:
    """Returns whether a finding may repeat an amount that was read: one of 9 digits may be a person's number.

    The zero that a birthday may begin with is no part of an amount.
    """
    return abs(amount) < LARGEST_AMOUNT


def _begins_with_a_birthday(digits: str) -> bool:
    """Returns whether the digits may be a person's number, whatever their check digits are."""
    if len(digits) not in LENGTHS:
        return False
    day, month = int(digits[:2]), int(digits[2:4])
    return day % ADDED_TO_DAY in DAYS and month % ADDED_TO_MONTH in MONTHS
