"""Name words: a name as it is searched for, the same for every way in which people write it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import combinations

SINGLE = str.maketrans({"æ": "a", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
"""Letters that are no other letter with an accent. The others lose their accent."""
WRITTEN_OUT = ((re.compile("aa+|ae"), "a"), (re.compile("oe"), "o"))
"""``aa`` and ``å`` are one letter, as are ``ae`` and ``æ``, ``oe`` and ``ø``."""
WORD = re.compile(r"[^\W_]+")
BEGINNING = 3
"""How many letters of a word a search needs; a shorter word is searched for as a whole."""
MOST_WORDS = 6


@dataclass(frozen=True)
class NameWords:
    """The words of a name, without accents, in small letters, in their order."""

    words: tuple[str, ...]

    @property
    def beginnings(self) -> frozenset[str]:
        """What finds the name: how each word begins, and each two of them.

        Of a long name the first words and the last count.
        """
        counted = self.words
        if len(counted) > MOST_WORDS:
            counted = (*counted[: MOST_WORDS - 1], counted[-1])
        starts = [word[:BEGINNING] for word in counted]
        return frozenset([*starts, *(_of_two(*pair) for pair in combinations(starts, 2))])

    @property
    def narrowest(self) -> str:
        """The beginning by which fewest names are found that may be meant: that of its two longest words.

        There is at least one word.
        """
        starts = [word[:BEGINNING] for word in sorted(self.words, key=len, reverse=True)]
        return _of_two(*starts[:2]) if len(starts) > 1 else starts[0]

    def are_in(self, name: NameWords) -> bool:
        """Whether each word begins a word of the ``name``."""
        return all(any(known.startswith(word) for known in name.words) for word in self.words)


def name_words(text: str) -> NameWords:
    """Returns the words of a text: ``Åse Sørensen-Lund`` has ``ase``, ``sorensen`` and ``lund``."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(SINGLE))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, letter in WRITTEN_OUT:
        plain = written.sub(letter, plain)
    return NameWords(tuple(WORD.findall(plain)))


def _of_two(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))
