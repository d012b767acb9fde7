"""Consent of a child: until the 15th birthday a guardian gives it, and both read whose it is (F4-20)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

Phrases = Mapping[str, str]

TO_GUARDIAN: Mapping[str, Phrases] = {
    "da": {
        "dit samtykke": "dit samtykke for dit barn",
        "til at give samtykke": "til at give samtykke for dit barn",
        "du har sagt nej til, at": "du har på dit barns vegne sagt nej til, at",
    },
    "nb": {
        "samtykket ditt": "samtykket ditt for barnet ditt",
        "gi samtykke": "gi samtykke for barnet ditt",
        "du har sagt nei til at": "du har på vegne av barnet ditt sagt nei til at",
    },
    "en": {
        "your consent": "your consent for your child",
        "you have said no to": "you have said no, for your child, to",
        "you have said no to giving your consent": "you have said no to giving your consent for your child",
    },
}
"""What a sentence about the consent says to a guardian, by what it says to a person of one's own case."""

TO_CHILD: Mapping[str, Phrases] = {
    "da": {
        "dit samtykke": "samtykke fra din mor eller far",
        "du har sagt nej til": "din mor eller far har sagt nej til",
        "du har trukket dit samtykke tilbage": "din mor eller far har trukket samtykket tilbage",
        "dit samtykke er udløbet": "samtykket fra din mor eller far er udløbet",
        "dit samtykke til": "samtykket fra din mor eller far til",
    },
    "nb": {
        "samtykket ditt": "samtykket fra moren eller faren din",
        "du har sagt nei til": "moren eller faren din har sagt nei til",
        "du har trukket tilbake samtykket ditt": "moren eller faren din har trukket tilbake samtykket",
    },
    "en": {
        "your consent": "the consent of your mother or father",
        "you have said no to": "your mother or father has said no to",
        "you have said no to giving your consent": "your mother or father has said no to giving consent",
        "you have withdrawn your consent": "your mother or father has withdrawn the consent",
    },
}
"""The same, by what it says to the child itself, which cannot give it yet."""


def to_guardian(sentence: str, language: str) -> str:
    """Returns a sentence in ``da``, ``nb`` or ``en`` as a guardian reads it."""
    return _spoken(sentence, TO_GUARDIAN[language])


def to_child(sentence: str, language: str) -> str:
    """Returns a sentence in ``da``, ``nb`` or ``en`` as a child under 15 reads it in its own case."""
    return _spoken(sentence, TO_CHILD[language])


def _spoken(sentence: str, phrases: Phrases) -> str:
    def said(found: re.Match[str]) -> str:
        phrase = phrases[found[0].lower()]
        return phrase[:1].upper() + phrase[1:] if found[0][:1].isupper() else phrase

    return _pattern(tuple(phrases)).sub(said, sentence)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Returns the pattern of any of the phrases; the longest is found first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(phrase)}(?!\w)" for phrase in longest_first), re.I)
