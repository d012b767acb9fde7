"""The words of the sheet and the chart of service levels, in a language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from helsebro_aws.deadlines.shown.clock_titles import title_of

WORDS = Path(__file__).with_name("level_words.json")
POINT = "."
COMMA = ","


class LevelWords:
    """The words of one language: ``da``, ``nb`` or ``en``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: dict[str, Any] = _read()[language]

    @property
    def columns(self) -> list[str]:
        """The names of the columns of the sheet."""
        return list(self._words["columns"])

    def kind(self, kind: str) -> str:
        """Returns the name of a kind of clock; a kind of the past that has no name is its own."""
        return title_of(kind, self.language)

    def text(self, text: str, **values: object) -> str:
        """Returns a text with values in it; a value is never read as a text with further values."""
        template: str = self._words[text]
        return template.format(**values)

    @property
    def decimal_mark(self) -> str:
        """The mark before the decimals of a number: a comma in Danish and Norwegian."""
        return POINT if self.language == "en" else COMMA

    def number(self, value: float | None, decimals: int = 1) -> str:
        """Returns a number as it is written in the language; nothing for None."""
        return "" if value is None else f"{value:.{decimals}f}".replace(POINT, self.decimal_mark)


@cache
def _read() -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = json.loads(WORDS.read_text("utf-8"))
    return words
