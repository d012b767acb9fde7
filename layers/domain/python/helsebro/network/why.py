"""Why (begrundelse): why a search shows a practitioner, as codes and as a sentence in each language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from helsebro.local_day import local_day
from helsebro.network.fairness import FEW
from helsebro.network.matching import Match, SearchCriteria
from helsebro.network.practitioner import FirstFree
from helsebro.plain_words import plain_words

WhyCode = Literal[
    "treats-problem",
    "treats-any-problem",
    "speaks-language",
    "very-near",
    "distance",
    "first-free",
    "no-free-time",
    "few-clients",
]


@dataclass(frozen=True)
class Why:
    """One reason. ``km`` is the distance of ``distance`` from ``postcode``, ``on`` the local day of
    ``first-free``."""

    code: WhyCode
    km: int | None = None
    on: date | None = None
    postcode: str = ""


def reasons_for(match: Match, criteria: SearchCriteria, first_free: FirstFree | None) -> list[Why]:
    """Returns why a search shows a match, with the slot that is free now."""
    reasons: list[Why] = []
    if criteria.problem:
        reasons.append(Why("treats-problem" if match.fit > 1 else "treats-any-problem"))
    if criteria.language:
        reasons.append(Why("speaks-language"))
    if match.distance_km is not None:
        km = int(match.distance_km)
        here = criteria.postcode or ""
        reasons.append(Why("distance", km, postcode=here) if km else Why("very-near", postcode=here))
    if first_free is None:
        reasons.append(Why("no-free-time"))
    else:
        country = match.practitioner.address.country
        reasons.append(Why("first-free", on=local_day(first_free.starts_at, country)))
    return [*reasons, Why("few-clients")] if match.load < FEW else reasons


def why_sentence(reasons: Sequence[Why], language: str) -> str:
    """Returns reasons as short sentences in ``da``, ``nb`` or ``en``."""
    return " ".join(_said(reason, language) for reason in reasons)


def _said(reason: Why, language: str) -> str:
    texts = _texts()
    day = ""
    if reason.on:
        weekday = texts["weekdays"][language].split()[reason.on.weekday()]
        words = plain_words(language)
        month = words.months[reason.on.month - 1]
        day = texts["day"][language].format(weekday=weekday, day=reason.on.day, month=month)
    return texts[reason.code][language].format(km=reason.km, day=day, postcode=reason.postcode)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    read: Mapping[str, Mapping[str, str]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return read
