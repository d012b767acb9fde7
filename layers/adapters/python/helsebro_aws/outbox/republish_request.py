"""What an operator asks of ``republish``: event ids, or a span of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from helsebro import ids

MOST_IDS = 100
FIELDS = frozenset({"eventIds", "from", "until", "cursor", "dryRun"})


class UnclearRequest(Exception):
    """The request is not one of ``republish``; the text says why."""


@dataclass(frozen=True)
class TimeSpan:
    """From one instant to before another."""

    since: datetime
    until: datetime


@dataclass(frozen=True)
class RepublishRequest:
    """Either ``event_ids`` or a ``span``; ``cursor`` continues a span."""

    event_ids: tuple[str, ...]
    span: TimeSpan | None
    cursor: str | None
    dry_run: bool

    @classmethod
    def read(cls, event: Mapping[str, Any]) -> RepublishRequest:
        """Reads ``{"eventIds"}`` or ``{"from","until","cursor"?}``, both with ``dryRun``?.

        Raises ``UnclearRequest``.
        """
        event_ids, cursor, dry_run = event.get("eventIds"), event.get("cursor"), event.get("dryRun", False)
        if unknown := event.keys() - FIELDS:
            raise UnclearRequest(f"Unknown: {', '.join(sorted(unknown))}")
        if not isinstance(dry_run, bool):
            raise UnclearRequest("dryRun is true or false")
        if cursor is not None and not _is_event_id(cursor):
            raise UnclearRequest("cursor is the nextCursor of the page before")
        if event_ids is None:
            return cls((), _span(event), cursor, dry_run)
        if "from" in event or "until" in event or cursor is not None:
            raise UnclearRequest("Name either eventIds or from and until")
        if not isinstance(event_ids, list) or not 1 <= len(event_ids) <= MOST_IDS:
            raise UnclearRequest(f"eventIds is a list of 1 to {MOST_IDS} ids")
        if wrong := [str(one) for one in event_ids if not _is_event_id(one)]:
            raise UnclearRequest(f"Not the id of an event: {', '.join(wrong)}")
        return cls(tuple(event_ids), None, None, dry_run)


def _span(event: Mapping[str, Any]) -> TimeSpan:
    span = TimeSpan(_instant(event, "from"), _instant(event, "until"))
    if span.since >= span.until:
        raise UnclearRequest("from is before until")
    return span


def _instant(event: Mapping[str, Any], name: str) -> datetime:
    try:
        at = datetime.fromisoformat(event[name])
    except (KeyError, TypeError, ValueError):
        raise UnclearRequest(f"{name} is an instant such as 2026-11-21T10:00:00Z") from None
    if at.tzinfo is None or at.year < 2000:
        raise UnclearRequest(f"{name} is an instant with its time zone, such as 2026-11-21T10:00:00Z")
    return at


def _is_event_id(value: object) -> bool:
    return isinstance(value, str) and ids.is_event(value)
