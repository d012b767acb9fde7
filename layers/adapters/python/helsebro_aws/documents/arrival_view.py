"""The words for a paper that came when no one waited for it: that it arrived, and when it is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.documents.document import Document
from helsebro.local_day import zone
from helsebro.plain_words import plain_words


def arrival_of(document: Document, country: str, language: str) -> str | None:
    """Returns what the person of the case reads; None for a paper for which something waited."""
    if not document.late or document.checked_at is None:
        return None
    local = document.checked_at.astimezone(zone(country))
    return _texts()["late"][language].format(moment=plain_words(language).of_moment(local))


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    text = Path(__file__).with_name("arrivals.json").read_text("utf-8")
    read: Mapping[str, Mapping[str, str]] = json.loads(text)
    return read
