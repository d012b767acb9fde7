"""Folded name: a person's name without what people write in different ways."""

from __future__ import annotations

import hashlib
import unicodedata

SPELT_OUT = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ü": "ue", "ß": "ss"})
"""How systems without these letters write them."""


def folded(name: str) -> str:
    """Returns the name in small letters without accents, hyphens, apostrophes, points and double spaces.

    ``Søren  Ågård-Müller`` and ``SOEREN AAGAARD MUELLER`` are equal; another middle name is not.
    """
    spelt = unicodedata.normalize("NFC", name).casefold().translate(SPELT_OUT)
    plain = (letter for letter in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else _gap(letter) for letter in plain)
    return " ".join(words.split())


def digest_of_name(name: str) -> str:
    """Returns a digest that is equal for equal folded names; empty for a name without letters."""
    plain = folded(name)
    return hashlib.sha256(plain.encode()).hexdigest() if plain else ""


def _gap(letter: str) -> str:
    """Returns nothing for an apostrophe, so that ``O'Brien`` is one word, and a space for all else."""
    return "" if letter in "'’`´" else " "
