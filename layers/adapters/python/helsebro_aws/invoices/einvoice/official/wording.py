"""The sentences of an official rule, with what they quote of the invoice taken out unless it is harmless.

An official sentence may quote any value, so also a name or a person's number. A stylesheet says which parts
of a sentence are its own; the rest is shown only when it is a number, day, code or id (``quotable``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.invoices.finding import Text
from helsebro.invoices.quotable import quotable

SVRL_TEXT = "{http://purl.oclc.org/dsdl/svrl}text"
XSL_TEXT = "{http://www.w3.org/1999/XSL/Transform}text"
QUOTED, HIDDEN = "\0", "…"
LONGEST_START = 24
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
        self._quoting: dict[str, list[re.Pattern[str]]] = {}
        for each in sorted(sentences - self._fixed):
            self._quoting.setdefault(_start(each), []).append(_form(each))

    def text(self, rule: str, said: str) -> Text:
        """Returns what a rule said, in English as it is published, without what it must not repeat."""
        sentence = _plain(said)
        if sentence in self._fixed:
            return Text.official(sentence)
        for form in self._forms(sentence):
            if match := form.fullmatch(sentence):
                return Text.official(_without_quotes(sentence, match))
        return UNWORDED.filled({"rule": rule})

    def _forms(self, sentence: str) -> list[re.Pattern[str]]:
        starts = (sentence[:length] for length in range(LONGEST_START, -1, -1))
        return [form for start in starts for form in self._quoting.get(start, ())]


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


def _form(sentence: str) -> re.Pattern[str]:
    # Blanks beside a quoted value vanish with it when it is empty.
    parts = (re.escape(part.strip()) for part in sentence.split(QUOTED))
    return re.compile(r"\s*(.*?)\s*".join(parts), re.DOTALL)


def _without_quotes(sentence: str, match: re.Match[str]) -> str:
    shown: Mapping[int, str] = {
        number: quotable(match[number]) or (HIDDEN if match[number] else "")
        for number in range(1, match.re.groups + 1)
    }
    for number in reversed(shown):
        start, end = match.span(number)
        sentence = sentence[:start] + shown[number] + sentence[end:]
    return sentence
