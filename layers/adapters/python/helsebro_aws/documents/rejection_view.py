"""The words for a paper that was rejected: what is wrong with it and what to do, for answers and messages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.documents.rejection import TOO_COMPLEX


def help_with(reason: str, language: str) -> str:
    """Returns what a person reads; of a reason that is given no more, how to send any paper again."""
    known = _texts()
    return known.get(reason, known[TOO_COMPLEX])[language]


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    text = Path(__file__).with_name("rejections.json").read_text("utf-8")
    read: Mapping[str, Mapping[str, str]] = json.loads(text)
    return read
