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

FILES = Path(__file__).parent
GuidedPaper = Literal["referral", "journal", "imaging-description"]
PaperReader = Literal["person", "guardian", "other", "by-post", "guardian-by-post"]
"""Who fetches the paper: the person, the guardian of a child under 15, or anyone else; ``by-post`` without a
login to the portal, so that a doctor has to give a copy on paper."""
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

    ``checked_on`` is the day on which someone last compared it with its ``sources``.
    """

    file_type: GuidedPaper
    service: str
    page: str
    steps: StepTexts
    notes: tuple[Texts, ...]
    sources: tuple[GuidanceSource, ...]
    checked_on: str


def guidance_for(country: str, reader: PaperReader) -> tuple[PaperGuidance, ...]:
    """Returns how this reader gets each paper of a person who lives in a country."""
    stored = _stored(profile(country).country)
    return tuple(_guidance(file_type, stored, reader) for file_type in stored["papers"])


def _guidance(file_type: GuidedPaper, stored: Mapping[str, Any], reader: PaperReader) -> PaperGuidance:
    paper, child, service = stored["papers"][file_type], stored["child"], stored["service"]
    is_child, by_post = reader.startswith("guardian"), reader.endswith("by-post")
    otherwise = stored["byPost"]["why"] if by_post else paper["otherwise"]
    told = [paper.get("whole"), child["why"] if is_child else otherwise]
    if reader == "other":
        told.insert(0, stored["others"])
    sources = [*paper["sources"], *(child["sources"] if is_child else ())]
    return PaperGuidance(
        file_type=file_type,
        service=service["name"],
        page=service["page"],
        steps=stored["byPost"]["steps"] if by_post else child["steps"] if is_child else paper["steps"],
        notes=tuple(text for text in told if text),
        sources=tuple(GuidanceSource(line["page"], line.get("dated")) for line in sources),
        checked_on=stored["checkedOn"],
    )


@cache
def _stored(country: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FILES / f"{country.lower()}.json").read_text("utf-8"))
    return read
