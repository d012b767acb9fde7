"""Canned answer (standardsvar): a text that a payer's staff send again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helsebro.errors import Fault, Refused

LANGUAGES = ("da", "nb", "en")
VARIABLES = ("payer", "phone", "email", "hours", "reportedOn")
"""What a text may name: the payer and how to reach it, and the day on which the case was reported."""
OF_CASES = frozenset({"reportedOn"})
PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
KEY = r"^[a-z0-9][a-z0-9-]{0,59}$"


class AnswerNeedsCase(Refused):
    """The text names what only a case has, and no case is written in."""

    code = "canned-answer-needs-case"


@dataclass(frozen=True)
class CannedAnswer:
    """``texts`` are by language; ``{{ payer }}`` in them stands for a value of ``VARIABLES``.

    One with a ``clause`` of the terms is the reason of a denial that rests on it (F4-26).
    """

    key: str
    payer: str
    title: str
    texts: Mapping[str, str]
    version: int = 1
    clause: str | None = None

    def filled(self, language: str, values: Mapping[str, str]) -> str:
        """Returns the text in a language with its values. Raises ``AnswerNeedsCase`` if one is unknown."""
        text = self.texts[language]
        if any(name not in values for name in variables_in(text)):
            raise AnswerNeedsCase()
        return PLACE.sub(lambda place: values[place[1]], text)


def variables_in(text: str) -> Iterator[str]:
    """Yields the names that stand in double braces."""
    return (place[1] for place in PLACE.finditer(text))


def variable_faults(texts: Mapping[str, object]) -> list[Fault]:
    """Returns a fault for each text that names something else than a variable, or has lone braces."""
    faults = []
    for language, text in texts.items():
        if not isinstance(text, str):
            continue
        unknown = [name for name in variables_in(text) if name not in VARIABLES]
        rest = PLACE.sub("", text)
        if unknown or "{{" in rest or "}}" in rest:
            faults.append(Fault(f"/texts/{language}", "unknown-variable", ", ".join(VARIABLES)))
    return faults
