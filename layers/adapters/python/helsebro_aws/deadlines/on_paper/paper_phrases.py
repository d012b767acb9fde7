"""Paper phrases: what a step on the platform becomes in a letter to who cannot log in to take it (F4-02)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def as_on_paper(text: str, language: str) -> str:
    """Returns the text of a step as a letter says it: to call, where others do it in their case."""
    for online, on_paper in paper_phrases()[language].items():
        text = text.replace(online, on_paper)
    return text


@cache
def paper_phrases() -> Mapping[str, Mapping[str, str]]:
    """Returns language → a phrase of a step online → the phrase on paper."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_suffix(".json").read_text("utf-8")
    )
    return found
