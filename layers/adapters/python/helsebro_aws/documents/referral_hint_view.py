"""Referral hints in answers: what a referral seems to lack, in the caller's language (F4-36)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.documents.referral_hint import ReferralHint


def in_words(hint: ReferralHint, language: str) -> str:
    """Returns the hint as a sentence or two."""
    if not hint.readable:
        return _texts()["unreadable"][language]
    if not hint.absent:
        return _texts()["whole"][language]
    parts = ", ".join(_texts()[part][language] for part in hint.absent)
    return _texts()["little" if hint.little else "absent"][language].format(parts=parts)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_name("referral_hints.json").read_text("utf-8")
    )
    return found
