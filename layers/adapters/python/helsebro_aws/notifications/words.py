"""Words: what every message says in one language, and the words for days, queues and clocks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.notifications.contact_record import Language
from helsebro.notifications.variables import DAYS, WORDS

TEXTS = Path(__file__).parent / "texts"


class WordMissing(LookupError):
    """A language has no word for a queue or clock; the text does not name it."""


@cache
def words(language: Language) -> Mapping[str, Any]:
    """Returns the words of a language."""
    read: Mapping[str, Any] = json.loads((TEXTS / f"{language}.json").read_text("utf-8"))
    return read


def shown_day(day: date, language: Language) -> str:
    """Returns a day as people write it."""
    known = words(language)
    return str(known["date"]).format(day=day.day, month=known["months"][day.month - 1], year=day.year)


def shown(name: str, value: str, language: Language) -> str:
    """Returns the value of a variable as a text shows it. Raises ``WordMissing``."""
    if not value:
        return ""
    if name in DAYS:
        return shown_day(date.fromisoformat(value), language)
    if name == "clauses":
        return value.replace(" ", ", ")
    if name not in WORDS:
        return value
    known: Mapping[str, str] = words(language)[name]
    if value not in known:
        raise WordMissing(f"{language}.json: no word for the {name}")
    return known[value]
