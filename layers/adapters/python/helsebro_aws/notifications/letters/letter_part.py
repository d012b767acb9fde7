"""Letter part: what a letter carries on the pages behind it, for a person who cannot log in to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_CHARACTERS = 20_000
"""Of all parts of a letter; a sentence then says where the rest is."""


@dataclass(frozen=True)
class LetterPart:
    """A ``title`` and paragraphs of plain text; a paragraph may have lines. Its words reach no log."""

    title: str
    paragraphs: tuple[str, ...]

    def __repr__(self) -> str:
        """Returns how much it says, never what."""
        return f"LetterPart({len(self.paragraphs)} paragraphs)"


def bounded(parts: Sequence[LetterPart], rest: str, most: int = MOST_CHARACTERS) -> tuple[LetterPart, ...]:
    """Returns the parts up to so many characters; ``rest`` then ends the last, and says where the rest is."""
    if sum(map(_length, parts)) <= most:
        return tuple(parts)
    return tuple(_cut(parts, rest, most))


def _cut(parts: Sequence[LetterPart], rest: str, left: int) -> Iterator[LetterPart]:
    for part in parts:
        if _length(part) <= left:
            left -= _length(part)
            yield part
            continue
        kept = []
        for paragraph in part.paragraphs:
            if len(paragraph) > left:
                kept.append(_ended(paragraph, left))
                break
            kept.append(paragraph)
            left -= len(paragraph)
        yield LetterPart(part.title, (*filter(None, kept), rest))
        return


def _ended(paragraph: str, most: int) -> str:
    """Returns the beginning of a paragraph up to its last whole word."""
    kept = paragraph[:most]
    return f"{kept.rsplit(None, 1)[0]} …" if kept.strip() else ""


def _length(part: LetterPart) -> int:
    return sum(map(len, part.paragraphs))
