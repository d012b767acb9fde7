"""Words: what every message says in one language, and the words for days, times, queues and papers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.country_profile import profile
from helsebro.notifications.contact_record import Language
from helsebro.notifications.variables import DAYS, WORDS
from helsebro.plain_words import plain_words
from helsebro_aws.documents.rejection_view import help_with

TEXTS = Path(__file__).parent / "texts"


class WordMissing(LookupError):
    """A language has no word for a queue, clock or paper; the text does not name it."""


@cache
def words(language: Language) -> Mapping[str, Any]:
    """Returns the words of a language."""
    read: Mapping[str, Any] = json.loads((TEXTS / f"{language}.json").read_text("utf-8"))
    return read


def shown_day(day: date, language: Language) -> str:
    """Returns a day as people write it."""
    return plain_words(language).of_day(day)


def shown_due(due: str, language: Language) -> str:
    """Returns the last day of a deadline, or its last day and time."""
    day = shown_day(date.fromisoformat(due[:10]), language)
    return _timed(day, datetime.fromisoformat(due), language) if "T" in due else day


def shown_start(at: datetime, language: Language) -> str:
    """Returns the weekday, day and time at which a session starts."""
    known = words(language)
    weekday = known["weekdays"][at.weekday()]
    day = str(known["weekday"]).format(weekday=weekday, date=shown_day(at.date(), language))
    return _timed(day, at, language)


def about_child(source: str, language: Language) -> str:
    """Returns a text of a template as a guardian reads it: "your child's case", where it says "your case"."""
    phrases: Mapping[str, str] = words(language)["about_child"]

    def spoken(found: re.Match[str]) -> str:
        phrase = phrases[found[0].lower()]
        return phrase[:1].upper() + phrase[1:] if found[0][:1].isupper() else phrase

    return _of_member(language).sub(spoken, source)


@cache
def _of_member(language: Language) -> re.Pattern[str]:
    """Returns the pattern of what a text says of the member; the longest phrase is found first."""
    phrases = sorted(words(language)["about_child"], key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases), re.I)


def _timed(day: str, at: datetime, language: Language) -> str:
    return str(words(language)["time"]).format(date=day, hour=f"{at:%H}", minute=f"{at:%M}")


def shown(name: str, value: str, language: Language) -> str:
    """Returns the value of a variable as a text shows it. Raises ``WordMissing``."""
    if not value:
        return ""
    if name in DAYS:
        return _shown_time(name, value, language)
    if name == "safety":
        return profile(value).urgent_help[language]
    if name == "rejection":
        return help_with(value, language)
    if name == "clauses":
        return value.replace(" ", ", ")
    if name not in WORDS:
        return value
    known: Mapping[str, str] = words(language)[name]
    if value not in known:
        raise WordMissing(f"{language}.json: no word for the {name}")
    return known[value]


def _shown_time(name: str, value: str, language: Language) -> str:
    if name in {"inforce", "late", "starts", "until"}:
        return shown_start(datetime.fromisoformat(value), language)
    if name in {"due", "held", "said"}:
        return shown_due(value, language)
    return shown_day(date.fromisoformat(value), language)
