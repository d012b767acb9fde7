"""The query parameters of the network's routes; all their faults are reported at once (400)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from helsebro import ids
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.ids import PractitionerId, SlotId
from helsebro.local_day import YEARS, zone
from helsebro.network.consultation import SERVICES
from helsebro.network.matching import SearchCriteria
from helsebro_aws.http.call import Call

Value = TypeVar("Value")
AHEAD = timedelta(days=400)
FARTHEST_KM = 3000
LONGEST_PROBLEM = 60
IN_A_PROBLEM = "[A-Za-z0-9ÆØÅæøå]"
"""A letter or digit, of which a problem has at least one."""
YES, NO = ("true", "1", "yes"), ("false", "0", "no")
SEARCH = (
    *("treatment", "problem", "postcode", "withinKm", "crisis", "language", "country", "guaranteeId"),
    *("limit", "cursor"),
)
SLOTS = ("from", "to", "service", "sameTimeAs", "weeks", "limit", "cursor")
DEFAULT_WEEKS, MOST_WEEKS = 8, 12


class _Unreadable(Exception):
    """A parameter has an invalid value; holds the code and detail of its fault."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def search_criteria(call: Call) -> SearchCriteria:
    """Returns the criteria of a search for practitioners. Raises ``BadInput`` (400)."""
    faults: list[Fault] = []
    read = SearchCriteria(
        country=_read(call, "country", _country, faults) or call.caller.country,
        treatment=_read(call, "treatment", _treatment, faults),
        problem=_read(call, "problem", _problem, faults),
        postcode=_read(call, "postcode", _postcode, faults),
        within_km=_read(call, "withinKm", _kilometres, faults),
        crisis=_read(call, "crisis", _flag, faults) or False,
        language=_read(call, "language", _language, faults),
    )
    if call.query("withinKm") and not call.query("postcode"):
        faults.append(Fault("/withinKm", "postcode-needed", ""))
    _raise(faults)
    return read


@dataclass(frozen=True)
class SlotCriteria:
    """When slots may begin, of which service, and the ``series`` that is wanted instead.

    A series is the start of the slot that ``sameTimeAs`` names, and in how many weeks its time is wanted.
    """

    span: tuple[datetime, datetime]
    service: str | None
    series: tuple[datetime, int] | None


def slot_criteria(call: Call, practitioner_id: PractitionerId, at: datetime) -> SlotCriteria:
    """Returns which free slots of a practitioner are asked for, by default those from now on.

    ``from`` and ``to`` are instants or days of the caller's country, the last day included. Raises
    ``BadInput`` (400), or ``NotFound`` when ``sameTimeAs`` names a slot that is not the practitioner's.
    """
    faults: list[Fault] = []
    country = call.caller.country
    start = _read(call, "from", lambda text: _instant(text, country, time.min), faults) or at
    end = _read(call, "to", lambda text: _instant(text, country, time.max), faults) or start + AHEAD
    service = _read(call, "service", _service, faults)
    series = _series(call, faults)
    _raise(faults)
    if series is None:
        return SlotCriteria((start, end), service, None)
    whose, starts_at = ids.slot_parts(series[0])
    if whose != practitioner_id:
        raise NotFound()
    return SlotCriteria((start, end), service, (starts_at, series[1]))


def _series(call: Call, faults: list[Fault]) -> tuple[SlotId, int] | None:
    """Returns the slot that ``sameTimeAs`` names and the number of weeks; adds their faults."""
    weeks = _read(call, "weeks", _weeks, faults) or DEFAULT_WEEKS
    named = call.query("sameTimeAs")
    if named is not None:
        beside = [name for name in ("from", "to") if call.query(name) is not None]
        faults += [Fault(f"/{name}", "not-with-same-time", "") for name in beside]
    return (SlotId(named), weeks) if named is not None else None


def _read(call: Call, name: str, read: Callable[[str], Value], faults: list[Fault]) -> Value | None:
    text = call.query(name)
    if text is None:
        return None
    try:
        return read(text)
    except _Unreadable as unreadable:
        faults.append(Fault(f"/{name}", unreadable.code, unreadable.detail))
        return None


def _raise(faults: list[Fault]) -> None:
    if faults:
        raise BadInput(faults, malformed=True)


def _country(text: str) -> str:
    if text not in ("DK", "NO"):
        raise _Unreadable("unknown-country")
    return text


def _treatment(text: str) -> str:
    if text not in TREATMENTS:
        raise _Unreadable("unknown-treatment", ", ".join(TREATMENTS))
    return text


def _problem(text: str) -> str:
    if len(text) > LONGEST_PROBLEM or not re.search(IN_A_PROBLEM, text):
        raise _Unreadable("problem-malformed")
    return text


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2}", text):
        raise _Unreadable("not-a-language")
    return text


def _postcode(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise _Unreadable("postcode-malformed")
    return text


def _kilometres(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _Unreadable("not-kilometres") from None
    if not math.isfinite(value) or not 0 <= value <= FARTHEST_KM:
        raise _Unreadable("not-kilometres")
    return value


def _flag(text: str) -> bool:
    if text.lower() not in (*YES, *NO):
        raise _Unreadable("not-true-or-false")
    return text.lower() in YES


def _weeks(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_WEEKS:
        raise _Unreadable("weeks-out-of-range", f"1–{MOST_WEEKS}")
    return int(text)


def _service(text: str) -> str:
    if text not in SERVICES:
        raise _Unreadable("unknown-service")
    return text


def _instant(text: str, country: str, on_a_day: time) -> datetime:
    try:
        if len(text) == len("2026-11-21"):
            read = datetime.combine(date.fromisoformat(text), on_a_day, zone(country))
        else:
            # The plus sign of a time zone arrives as a space when a client does not encode it.
            read = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        raise _Unreadable("not-an-instant") from None
    if read.tzinfo is None:
        raise _Unreadable("instant-without-zone")
    if read.year not in YEARS:
        raise _Unreadable("date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}")
    return read.astimezone(UTC).replace(microsecond=0)
