"""Problem words: what clinics list and a search names are the same in all our languages (F1-22, F2-04).

Clinics and members write freely. ``problem_words.json`` has the problems that we know, each with its words in
Danish, Norwegian and English; any other word stands for itself.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
OTHER = re.compile(r"[^a-z0-9]+")
BETWEEN = re.compile(r"\s+(?:og|and|eller|or|samt)\s+|[,;/&+]", re.IGNORECASE)
"""What stands between two problems: ``stress og uro`` are two."""


def problem_words(text: str) -> frozenset[str]:
    """Returns the problems that a text names: ``Stress og søvnløshed`` are ``stress`` and ``sleep``.

    Empty when the text has neither letters nor digits.
    """
    whole = spelt(text)
    if whole in _known():
        return frozenset({_known()[whole]})
    return frozenset(_known().get(word, word) for part in BETWEEN.split(text) if (word := spelt(part)))


def are_known(text: str) -> bool:
    """Returns whether we know all problems that a text names."""
    return problem_words(text) <= frozenset(_known().values())


def spelt(text: str) -> str:
    """Returns a word in lower-case letters, digits and hyphens: ``Knee pain`` becomes ``knee-pain``.

    Danish and Norwegian letters are spelt out and other accents are left out.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(SPELT_OUT)
    letters = (letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
    return OTHER.sub("-", "".join(letters)).strip("-")


@cache
def _known() -> Mapping[str, str]:
    """Returns word → problem, each word as it is spelt."""
    path = Path(__file__).with_suffix(".json")
    listed: Mapping[str, list[str]] = json.loads(path.read_text("utf-8"))
    return {spelt(word): problem for problem, words in listed.items() for word in (problem, *words)}
