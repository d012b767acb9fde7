"""Outbox rows, turned into the events that consumers read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from helsebro.ids import ClinicId

LARGEST = 24_000
"""The most bytes of one event: ten of them fit into one call of the bus. Events of ids are far smaller."""


class MalformedRow(Exception):
    """The row is not an event and never will be, so it is not sent again."""


@dataclass(frozen=True)
class BusEvent:
    """An event on its way to the bus; rules and consumers read its ``content``.

    ``content``: ``{"eventId","type","at","payer","data"}``, and when the event concerns a clinic also
    ``clinicId`` and ``sequence``, its number in the clinic's feed.
    """

    event_id: str
    type: str
    at: datetime
    content: Mapping[str, Any]

    @property
    def clinic_id(self) -> ClinicId | None:
        """The clinic that the event concerns."""
        return self.content.get("clinicId")

    @property
    def detail(self) -> str:
        """The content as the bus carries it. Raises ``ValueError`` for a number that JSON does not have."""
        return json.dumps(self.content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    def numbered(self, sequence: int) -> BusEvent:
        """Returns the event with its number in the clinic's feed."""
        return replace(self, content={**self.content, "sequence": sequence})


def read(image: Mapping[str, Any]) -> BusEvent:
    """Returns the event of a row as the stream shows it (DynamoDB JSON). Raises ``MalformedRow``."""
    try:
        row = {name: _plain(value) for name, value in image.items()}
    except (TypeError, ValueError, AttributeError):
        raise MalformedRow from None
    return of_row(row)


def sent_again(content: Mapping[str, Any], at: datetime) -> BusEvent:
    """Returns an event that the bus had before, under its own id: who has seen it does nothing more."""
    return BusEvent(content["eventId"], content["type"], at, content)


def of_row(row: Mapping[str, Any]) -> BusEvent:
    """Returns the event of a row as the table returns it. Raises ``MalformedRow``."""
    try:
        content = {
            "eventId": row["pk"],
            "type": row["type"],
            "at": row["at"],
            "payer": row["payer"],
            "data": dict(row["data"]),
        }
        if "clinicId" in row:
            content["clinicId"] = row["clinicId"]
        event = BusEvent(row["pk"], row["type"], datetime.fromisoformat(row["at"]), content)
        too_large = len(event.detail.encode()) > LARGEST
    except (KeyError, TypeError, ValueError, AttributeError):
        raise MalformedRow from None
    if not event.type or too_large:
        raise MalformedRow
    return event


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
