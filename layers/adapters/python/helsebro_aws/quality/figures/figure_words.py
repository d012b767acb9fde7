"""The words of the sheet and the chart of decisions, in a language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


class FigureWords:
    """The words of one language: ``da``, ``nb`` or ``en``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: dict[str, Any] = _read()[language]

    def text(self, text: str, **values: object) -> str:
        """Returns a text with values in it; a value is never read as a text with further values."""
        template: str = self._words[text]
        return template.format(**values)

    @property
    def columns(self) -> list[str]:
        """The names of the first columns of the sheet."""
        return list(self._words["columns"])

    @property
    def delimiter(self) -> str:
        """What divides the columns of a sheet: a semicolon where a comma stands before decimals."""
        return "," if self.language == "en" else ";"

    def count(self, count: int | None) -> str:
        """Returns a count, or the word for one that is hidden."""
        return self.text("hidden") if count is None else str(count)


@cache
def _read() -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return words
