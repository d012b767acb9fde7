"""Outbox rows from the table's stream, turned into the events that consumers read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

LARGEST = 24_000
"""The most bytes of one event: ten of them fit into one call of the bus. Events of ids are far smaller."""


class MalformedRow(Exception):
    """The row is not an event and never will be, so it is not sent again."""


@dataclass(frozen=True)
class BusEvent:
    """An event on its way to the bus; ``detail`` is what rules and consumers read.

    ``detail``: ``{"eventId","type","at","payer","data"}``, and ``clinicId`` when the event concerns a clinic.
    """

    event_id: str
    type: str
    at: datetime
    detail: str


def read(image: Mapping[str, Any]) -> BusEvent:
    """Returns the event of a row's new image (DynamoDB JSON). Raises ``MalformedRow``."""
    try:
        row = {name: _plain(value) for name, value in image.items()}
        detail = {
            "eventId": row["pk"],
            "type": row["type"],
            "at": row["at"],
            "payer": row["payer"],
            "data": dict(row["data"]),
        }
        if "clinicId" in row:
            detail["clinicId"] = row["clinicId"]
        event = BusEvent(row["pk"], row["type"], datetime.fromisoformat(row["at"]), _text(detail))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise MalformedRow from None
    if not event.type or len(event.detail.encode()) > LARGEST:
        raise MalformedRow
    return event


def _text(detail: Mapping[str, Any]) -> str:
    return json.dumps(detail, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(value: Mapping[str, Any]) -> Any:
    [(kind, held)] = value.items()
    if kind in ("S", "BOOL"):
        return held
    if kind == "N":
        return int(held) if held.lstrip("-").isdigit() else float(held)
    if kind == "M":
        return {name: _plain(part) for name, part in held.items()}
    if kind == "L":
        return [_plain(part) for part in held]
    if kind == "NULL":
        return None
    raise MalformedRow
