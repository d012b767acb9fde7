"""Outbox rows as the table's stream shows them, turned into the events that everybody else reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

LARGEST = 24_000
"""Bytes of one event: ten of them fit one call of the bus. An event of ids is a fraction of this."""


class MalformedRow(Exception):
    """The row is no event and never will be: sending it again is no use."""


@dataclass(frozen=True)
class BusEvent:
    """An event on its way to the bus; ``detail`` is what rules and consumers read.

    ``detail``: ``{"eventId","type","at","payer","data"}`` and, where a clinic is concerned, ``clinicId``.
    """

    event_id: str
    type: str
    at: datetime
    detail: str


def read(image: Mapping[str, Any]) -> BusEvent:
    """The event of a row's new image (DynamoDB JSON). Raises ``MalformedRow``."""
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
