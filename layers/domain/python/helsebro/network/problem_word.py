"""Problem words: one spelling for what clinics list and what a search names (F1-22)."""

from __future__ import annotations

import re
import unicodedata

SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
OTHER = re.compile(r"[^a-z0-9]+")


def problem_word(text: str) -> str:
    """Returns the word in lower-case letters, digits and hyphens: ``Knee pain`` becomes ``knee-pain``.

    Danish and Norwegian letters are spelt out and other accents are left out. The word is empty when the text
    has neither letters nor digits.
    """
    spelt = unicodedata.normalize("NFC", text).casefold().translate(SPELT_OUT)
    plain = (letter for letter in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(letter))
    return OTHER.sub("-", "".join(plain)).strip("-")
