"""The sentences of an official rule, with what they quote of the invoice taken out unless it is harmless.

An official sentence may quote any value, so also a name or a person's number. A stylesheet says which parts
of a sentence are its own; the rest is shown only when it is a number, day, code or id (``quotable``).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from helsebro.invoices.finding import Text
from helsebro.invoices.quotable import quotable

SVRL_TEXT = "{http://purl.oclc.org/dsdl/svrl}text"
XSL_TEXT = "{http://www.w3.org/1999/XSL/Transform}text"
QUOTED, HIDDEN = "\0", "…"
LONGEST_START = 24
SentenceParts = tuple[str, ...]
"""What stands between the quoted values of a sentence."""
UNWORDED = Text(
    "Den officielle regel {rule} er ikke overholdt.",
    "Den offisielle regelen {rule} er ikke fulgt.",
    "The official rule {rule} does not hold.",
)


class OfficialWording:
    """The sentences of one stylesheet."""

    def __init__(self, stylesheet: Path) -> None:
        from lxml import etree

        found = etree.parse(str(stylesheet)).iter(SVRL_TEXT)
        sentences = {_plain("".join(_parts(each))) for each in found}
        self._fixed = {each for each in sentences if QUOTED not in each}
        self._quoting: dict[str, list[SentenceParts]] = {}
        for each in sorted(sentences - self._fixed):
            self._quoting.setdefault(_start(each), []).append(tuple(map(str.strip, each.split(QUOTED))))

    def text(self, rule: str, said: str) -> Text:
        """Returns what a rule said, in English as it is published, without what it must not repeat."""
        sentence = _plain(said)
        if sentence in self._fixed:
            return Text.official(sentence)
        for parts in self._known(sentence):
            shown = _without_quotes(sentence, parts)
            if shown is not None:
                return Text.official(shown)
        return UNWORDED.filled({"rule": rule})

    def _known(self, sentence: str) -> list[SentenceParts]:
        starts = (sentence[:length] for length in range(LONGEST_START, -1, -1))
        return [parts for start in starts for parts in self._quoting.get(start, ())]


@cache
def wording_of(stylesheet: Path) -> OfficialWording:
    """Returns the sentences of a stylesheet, read when its first finding comes."""
    return OfficialWording(stylesheet)


def _parts(text: Any) -> list[str]:
    parts = [text.text or ""]
    for below in text:
        parts.append((below.text or "") if below.tag == XSL_TEXT else QUOTED)
        parts.append(below.tail or "")
    return parts


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())


def _start(sentence: str) -> str:
    return sentence.partition(QUOTED)[0].rstrip()[:LONGEST_START]


def _without_quotes(sentence: str, parts: SentenceParts) -> str | None:
    """Returns the sentence with its own parts, in order, and of what is between them what may be shown.

    None when it does not have these parts. It looks for each part once, so a long value costs no more time.
    """
    if not sentence.startswith(parts[0]) or not sentence.endswith(parts[-1]):
        return None
    shown, at = [parts[0]], len(parts[0])
    for part in parts[1:-1]:
        found = sentence.find(part, at)
        if found < 0:
            return None
        shown += [_harmless(sentence[at:found]), part]
        at = found + len(part)
    end = len(sentence) - len(parts[-1])
    return "".join([*shown, _harmless(sentence[at:end]), parts[-1]]) if at <= end else None


def _harmless(quoted: str) -> str:
    value = quoted.strip()
    # The blanks around it are the sentence's own.
    return quoted.replace(value, quotable(value) or HIDDEN) if value else quoted
