"""Wordings: what staff read aloud, or send, before they record a consent or a mandate (F4-02).

A yes and a no have words of their own: who withdraws a consent is not asked to give it. Every version stays
here: the history of a case shows the wording of its time. The newest stands last.

A yes is asked with the text that is read online: the version that a wording ``reads``. Who gives a consent by
phone then knows as much as who gives it online. A guardian hears the words about a child (F4-20).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from helsebro.claims.consenting.consent_text import DecidesFor, text_of

SpokenDecision = Literal["consent", "clinic-consent", "general-consent", "network-contact-consent", "mandate"]
YesOrNo = Literal["yes", "no"]
"""A no refuses, or takes back what was given: the words of it fit both."""


def wording_of(version: str, language: str) -> str:
    """Returns the text of a version in ``da``, ``nb`` or ``en``; empty for one of the past without a text."""
    wording = _wordings().get(version, {})
    asked, read = str(wording.get(language, "")), wording.get("reads")
    return asked.format(text=text_of(read["kind"], read["version"]).text[language]) if read else asked


def versions_of(
    decision: SpokenDecision, said: YesOrNo | None = None, decides_for: DecidesFor | None = None
) -> list[str]:
    """Returns the versions of the words of a decision, the newest last; without ``said`` those of both.

    ``decides_for`` leaves out those that are only about a person, or only about a child.
    """
    return [
        version
        for version, wording in _wordings().items()
        if wording["decision"] == decision
        and said in (None, wording["said"])
        and (decides_for is None or wording.get("decidesFor", decides_for) == decides_for)
    ]


@cache
def _wordings() -> Mapping[str, Mapping[str, Any]]:
    """Returns version → language → text.

    Beside the languages stand ``decision`` and ``said``, and, with the words of a yes, ``decidesFor`` and the
    kind and version of the text that it ``reads``.
    """
    found: Mapping[str, Mapping[str, Any]] = json.loads(
        Path(__file__).with_name("wordings.json").read_text("utf-8")
    )
    return found
