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
PaperReader = Literal["person", "guardian", "other"]
"""Who fetches the paper: the person, the guardian of a child under 15, or anyone else."""
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


def guidance_for(country: str, reader: PaperReader) -> tuple[PaperGuidance, ...]:
    """Returns how this reader gets each paper of a person who lives in a country."""
    stored = _stored(profile(country).country)
    return tuple(_guidance(file_type, stored, reader) for file_type in stored["papers"])


def reader_aged(age: int | None) -> PaperReader:
    """Returns who fetches the papers of a person of an age: the guardian, until the person may log in."""
    return "guardian" if age is not None and age < OWN_LOGIN_AGE else "person"


def _guidance(file_type: GuidedPaper, stored: Mapping[str, Any], reader: PaperReader) -> PaperGuidance:
    paper, child, service = stored["papers"][file_type], stored["child"], stored["service"]
    is_child = reader == "guardian"
    on_paper = child if is_child else stored["withoutLogin"]
    told = [paper.get("whole"), *([child["why"]] if is_child else [paper["otherwise"], on_paper["note"]])]
    if reader == "other":
        told.insert(0, stored["others"])
    sources = [*paper["sources"], *on_paper["sources"]]
    return PaperGuidance(
        file_type=file_type,
        service=service["name"],
        page=service["page"],
        steps=child["steps"] if is_child else paper["steps"],
        without_login=on_paper["steps"],
        notes=tuple(text for text in told if text),
        sources=tuple(GuidanceSource(line["page"], line.get("dated")) for line in sources),
        checked_on=stored["checkedOn"],
    )


@cache
def _stored(country: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FILES / f"{country.lower()}.json").read_text("utf-8"))
    return read
