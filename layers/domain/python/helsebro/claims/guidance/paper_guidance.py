"""Paper guidance: where a person finds the papers that we need, in one file a country (F4-35 to F4-38).

We cannot fetch them. They are in the health portal of the country where the person lives, which shows a
child's papers to nobody else: a parent asks the doctor for the paper.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from helsebro.country_profile import Texts, profile
from helsebro.identity.coming_of_age import OWN_LOGIN_AGE

FILES = Path(__file__).parent
GuidedPaper = Literal["referral", "journal", "imaging-description"]
PaperReader = Literal["person", "guardian", "child", "other"]
"""Who reads how to get the paper: the person, the guardian of a child under 15, that child, or another."""
StepTexts = Mapping[str, Sequence[str]]
"""Steps in ``da``, ``nb`` and ``en``."""


@dataclass(frozen=True)
class GuidanceSource:
    """The page that says so, and its own date if it has one."""

    page: str
    dated: str | None = None


@dataclass(frozen=True)
class PaperGuidance:
    """How to get one paper from ``service``: the ``steps``, and ``notes`` on what to watch for.

    ``without_login`` are the steps of a person who cannot log in there, such as without MitID.
    ``checked_on`` is the day on which someone last compared it with its ``sources``.
    """

    file_type: GuidedPaper
    service: str
    page: str
    steps: StepTexts
    without_login: StepTexts
    notes: tuple[Texts, ...]
    sources: tuple[GuidanceSource, ...]
    checked_on: str


def guidance_for(country: str, reader: PaperReader, post_to: str = "") -> tuple[PaperGuidance, ...]:
    """Returns how this reader gets each paper of a person who lives in a country.

    ``post_to`` is where the payer gets letters. Without it the texts say to call, not to write.
    """
    stored = _stored(profile(country).country)
    return tuple(_guidance(file_type, stored, reader, post_to) for file_type in stored["papers"])


def reader_aged(age: int | None) -> PaperReader:
    """Returns who fetches the papers of a person of an age: the guardian, until the person may log in."""
    return "guardian" if age is not None and age < OWN_LOGIN_AGE else "person"


def _guidance(
    file_type: GuidedPaper, stored: Mapping[str, Any], reader: PaperReader, post_to: str
) -> PaperGuidance:
    paper, child, service = stored["papers"][file_type], stored["child"], stored["service"]
    is_child = reader in ("guardian", "child")
    to_child = {**child, **(stored["ownAsChild"] if reader == "child" else {})}
    on_paper = to_child if is_child else stored["withoutLogin"]
    told = [paper.get("whole"), *([to_child["why"]] if is_child else [paper["otherwise"], on_paper["note"]])]
    if reader == "other":
        told.insert(0, stored["others"])
    sources = [*paper["sources"], *on_paper["sources"]]
    return PaperGuidance(
        file_type=file_type,
        service=service["name"],
        page=service["page"],
        steps=_filled(to_child if is_child else paper, file_type, post_to),
        without_login=_filled(on_paper, file_type, post_to),
        notes=tuple(text for text in told if text),
        sources=tuple(GuidanceSource(line["page"], line.get("dated")) for line in sources),
        checked_on=stored["checkedOn"],
    )


def _filled(told: Mapping[str, Any], file_type: GuidedPaper, post_to: str) -> StepTexts:
    """Returns steps with how to send us a copy, and for a referral with who has it."""
    sending = _stored("sending")["byPost" if post_to else "byPhone"]
    referrer = told.get("referrer", {}) if file_type == "referral" else {}

    def said(step: str, language: str) -> str:
        for name, words in sending[language].items():
            step = step.replace(f"{{{name}}}", words.replace("{address}", post_to))
        return step.replace("{referrer}", f" {referrer[language]}" if referrer else "")

    return {language: [said(step, language) for step in steps] for language, steps in told["steps"].items()}


@cache
def _stored(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FILES / f"{name.lower()}.json").read_text("utf-8"))
    return read
