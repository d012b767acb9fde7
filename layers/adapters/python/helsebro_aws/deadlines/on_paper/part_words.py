"""Part words: the titles and sentences of what a letter carries, in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def part_words(language: str) -> Mapping[str, str]:
    """Returns the words in ``da``, ``nb`` or ``en``."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_suffix(".json").read_text("utf-8")
    )
    return found[language]
