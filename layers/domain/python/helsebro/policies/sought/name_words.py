"""Name words: a name as it is searched for, the same for every way in which people write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

SINGLE = str.maketrans({"æ": "a", "ø": "o", "œ": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
"""Letters that are no other letter with an accent. The others lose their accent."""
TWO_LETTERS = str.maketrans({"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "œ": "oe", "ü": "ue"})
"""How they are written on a keyboard without them."""
WRITTEN_OUT = ((re.compile("a[ae]+"), "a"), (re.compile("oe+"), "o"), (re.compile("ue+"), "u"))
"""``aa`` and ``å`` are one letter, as are ``ae`` and ``æ``, ``oe`` and ``ø``, ``ue`` and ``ü``."""
WORD = re.compile(r"[^\W_]+")
BEGINNING = 3
"""How many letters of a word a search needs; a shorter word is searched for as a whole."""
MOST_WORDS = 6


@dataclass(frozen=True)
class NameWords:
    """The words of a name, without accents, in small letters, in their order.

    ``short`` are the beginnings that are shorter than they were written: ``so`` for the ``soe`` of Sørensen.
    """

    words: tuple[str, ...]
    short: frozenset[str] = frozenset()

    @property
    def beginnings(self) -> frozenset[str]:
        """What finds the name: how each word begins, and each two of them.

        Of a long name the first words and the last count.
        """
        starts = [word[:BEGINNING] for word in _counted(self.words)]
        return frozenset([*starts, *(_of_two(*pair) for pair in combinations(starts, 2)), *self.short])

    @property
    def narrowest(self) -> str:
        """The beginning by which fewest names are found that may be meant: that of its two longest words.

        A short beginning is stored alone. There is at least one word.
        """
        longest = sorted(self.words, key=len, reverse=True)
        whole = [word[:BEGINNING] for word in longest if word not in self.short]
        return _of_two(*whole[:2]) if len(whole) > 1 else (whole or longest)[0]

    def are_in(self, name: NameWords) -> bool:
        """Whether each word begins a word of the ``name``."""
        return all(any(known.startswith(word) for known in name.words) for word in self.words)


def name_words(text: str) -> NameWords:
    """Returns the words of a text: ``Åse Sørensen-Lund`` has ``ase``, ``sorensen`` and ``lund``."""
    written = unicodedata.normalize("NFC", text).casefold().translate(TWO_LETTERS)
    begun = (word[:BEGINNING] for word in _counted(WORD.findall(written)))
    short = frozenset(plain for each in begun if len(plain := _plain(each)) < len(each))
    return NameWords(tuple(WORD.findall(_plain(text))), short)


def _counted(words: Sequence[str]) -> Sequence[str]:
    return words if len(words) <= MOST_WORDS else (*words[: MOST_WORDS - 1], words[-1])


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(SINGLE)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, letter in WRITTEN_OUT:
        plain = written.sub(letter, plain)
    return plain


def _of_two(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))
