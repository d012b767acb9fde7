"""Kind titles: what a person reads in place of the name of a kind of notification."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def title_of(kind: str, language: str) -> str:
    """Returns the title of a kind that members get, in ``da``, ``nb`` or ``en``."""
    return titles()[kind][language]


@cache
def titles() -> Mapping[str, Mapping[str, str]]:
    """Returns kind → language → title."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_name("kind_titles.json").read_text("utf-8")
    )
    return found
