"""Acute words: a member's own words that suggest that help cannot wait for an answer from us (F3-22).

The words of all languages are looked for, because people write in their own. They decide nothing of a
claim: they add whom to call, and a mark for the staff. Better to show that too often than too rarely.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from helsebro.claims.urgent.acute_need import AcuteNeed

FOLDED = str.maketrans({"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe"})
"""A keyboard abroad has no å."""
APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛´`ʼʹ′＇"))
"""A telephone writes a curved apostrophe, and who is in a hurry none: "can’t", "cant"."""
UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""Signs that are not seen, or only on a letter: a soft hyphen, a joiner of letters, a line through them."""
UNSEEN_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of other scripts that fill a place and show nothing."""
HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
ANY_ENDING = "*"
AT_THE_END = "$"
"""What says everything alone says little with more behind it: "jeg orker ikke mere" and "… mere ventetid"."""
END_OF_SENTENCE = r"\b(?=\s*(?:[^\w\s]|$))"


def needs_in(*texts: str | None) -> frozenset[AcuteNeed]:
    """Returns the needs that the words suggest; none for words about anything else."""
    said = _folded(" . ".join(text for text in texts if text))
    return frozenset(need for need, phrases in _phrases().items() if phrases.search(said))


def _folded(text: str) -> str:
    # The apostrophes go first: one of them becomes a blank in the normal form.
    normal = unicodedata.normalize("NFKC", text.translate(APOSTROPHES)).casefold()
    seen = "".join(map(_seen, unicodedata.normalize("NFKC", normal)))
    return " ".join(HYPHEN.sub(" ", seen.translate(FOLDED)).split())


def _seen(sign: str) -> str:
    """Returns a sign as it is looked for: every dash as one kind, and nothing for what is not seen."""
    kind = unicodedata.category(sign)
    if kind in UNSEEN or sign in UNSEEN_LETTERS:
        return ""
    return "-" if kind == "Pd" else sign


@cache
def _phrases() -> dict[AcuteNeed, re.Pattern[str]]:
    stored = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return {need: _any_of(phrase for each in by.values() for phrase in each) for need, by in stored.items()}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns the pattern of whole words.

    A star at the end of a phrase stands for any ending, a dollar sign for the end of a sentence.
    """
    return re.compile(rf"\b(?:{'|'.join(sorted({_pattern(phrase) for phrase in phrases}))})")


def _pattern(phrase: str) -> str:
    words = re.escape(_folded(phrase.rstrip(ANY_ENDING + AT_THE_END)))
    if phrase.endswith(ANY_ENDING):
        return words
    return words + (END_OF_SENTENCE if phrase.endswith(AT_THE_END) else r"\b")
