"""Printable: a text with only such letters as typst's own typefaces have."""

from __future__ import annotations

import unicodedata

LETTERS = (range(0x0500), range(0x1E00, 0x2000), range(0x2010, 0x2041), range(0x20A0, 0x20D0))
"""Latin (also Vietnamese), Greek, Cyrillic, dashes and currencies: the glyphs of typst's own typefaces.
A tagged PDF must not contain a letter without a glyph."""


def printable(text: str) -> str:
    """Returns the text with a mark for each letter without a glyph, which would stop the document."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(_letter(character) for character in composed)


def _letter(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character)[0] in "CM":
        return ""
    return character if any(ord(character) in letters for letters in LETTERS) else "\N{REPLACEMENT CHARACTER}"
