"""Acute words: a member's own words that suggest that help cannot wait for an answer from us (F3-22).

The words of all languages are looked for, because people write in their own. They decide nothing of a
claim: they add whom to call, and a mark for the staff. Better to show that too often than too rarely.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from helsebro.claims.urgent.acute_need import AcuteNeed

FOLDED = str.maketrans({"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "’": "'", "´": "'", "`": "'"})
"""A keyboard abroad has no å, and a telephone writes a curved apostrophe."""
ANY_ENDING = "*"


def needs_in(*texts: str | None) -> frozenset[AcuteNeed]:
    """Returns the needs that the words suggest; none for words about anything else."""
    said = _folded(" \n ".join(text for text in texts if text))
    return frozenset(need for need, phrases in _phrases().items() if phrases.search(said))


def _folded(text: str) -> str:
    return " ".join(text.lower().translate(FOLDED).split())


@cache
def _phrases() -> dict[AcuteNeed, re.Pattern[str]]:
    stored = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return {need: _any_of(phrase for each in by.values() for phrase in each) for need, by in stored.items()}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns the pattern of whole words; a star at the end of a phrase stands for any ending."""
    found = {
        re.escape(_folded(phrase.removesuffix(ANY_ENDING))) + ("" if phrase.endswith(ANY_ENDING) else r"\b")
        for phrase in phrases
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(found))})")
