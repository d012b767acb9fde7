"""Wordings: what staff read aloud, or send, before they record a consent or a mandate (F4-02).

A yes and a no have words of their own: who withdraws a consent is not asked to give it. Every version stays
here: the history of a case shows the wording of its time. The newest stands last.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

SpokenDecision = Literal["consent", "clinic-consent", "general-consent", "network-contact-consent", "mandate"]
YesOrNo = Literal["yes", "no"]
"""A no refuses, or takes back what was given: the words of it fit both."""


def wording_of(version: str, language: str) -> str:
    """Returns the text of a version in ``da``, ``nb`` or ``en``; empty for one of the past without a text."""
    return _wordings().get(version, {}).get(language, "")


def versions_of(decision: SpokenDecision, said: YesOrNo | None = None) -> list[str]:
    """Returns the versions of the words of a decision, the newest last; without ``said`` those of both."""
    return [
        version
        for version, text in _wordings().items()
        if text["decision"] == decision and said in (None, text["said"])
    ]


@cache
def _wordings() -> Mapping[str, Mapping[str, str]]:
    """Returns version → language → text; ``decision`` and ``said`` stand beside the languages."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_name("wordings.json").read_text("utf-8")
    )
    return found
