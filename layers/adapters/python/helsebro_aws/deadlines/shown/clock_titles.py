"""Clock titles: what people read in place of the name of a kind of clock."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def title_of(kind: str, language: str) -> str:
    """Returns the title of a kind in ``da``, ``nb`` or ``en``; a kind of the past without one is its own."""
    titles = _titles().get(kind)
    return titles[language] if titles else kind


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    """Returns kind → language → title."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_name("clock_titles.json").read_text("utf-8")
    )
    return found
