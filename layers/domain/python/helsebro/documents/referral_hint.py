"""Referral hint: which of the parts of a whole referral its text seems to lack (F4-36).

A hint for the member and the caseworker, never a reason to reject: words can stand in a paper in many ways.
Only the names of the parts are kept, and never a word of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ReferralPart = Literal["anamnesis", "social", "objective-findings", "told-to-patient"]

PARTS: Mapping[ReferralPart, re.Pattern[str]] = {
    "anamnesis": re.compile(r"\banamnes|\bsy(?:ge|ke)histori"),
    "social": re.compile(r"\bso[cs]ialt?\b|\bso[cs]iale forhold"),
    "objective-findings": re.compile(r"\bobjektiv"),
    "told-to-patient": re.compile(r"\b(?:sagt|fortalt|oplyst|opplyst|informa[a-zæøå]+) (?:til )?pa[ts]ient"),
}
"""How doctors write the headings, in Danish and Norwegian."""

FEWEST_LETTERS = 40
"""A PDF with fewer letters than this is short, or a picture of a paper with a word beside it."""


@dataclass(frozen=True)
class ReferralHint:
    """``readable`` is False for a picture, which no machine reads here; then ``absent`` is empty.

    ``little`` says that there is text, but little of it.
    """

    readable: bool
    absent: tuple[ReferralPart, ...] = ()
    little: bool = False


UNREADABLE = ReferralHint(readable=False)


def hint_of(text: str) -> ReferralHint:
    """Returns what the text of a referral seems to lack."""
    plain = " ".join(text.casefold().split())
    letters = sum(letter.isalpha() for letter in plain)
    if not letters:
        return UNREADABLE
    absent = tuple(part for part, words in PARTS.items() if not words.search(plain))
    return ReferralHint(True, absent, little=letters < FEWEST_LETTERS)
