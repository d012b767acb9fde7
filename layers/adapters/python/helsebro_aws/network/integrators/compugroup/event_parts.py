"""Event parts: the fields of one of our events as they are collected from a FHIR resource."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.errors import Fault
from helsebro_aws.network.integrators.translation import Translation

MISSING = object()


def at(value: Any, *path: str | int) -> Any:
    """Returns what stands at a path of JSON; ``MISSING`` when nothing does."""
    for part in path:
        if isinstance(part, int):
            value = value[part] if isinstance(value, list) and part < len(value) else MISSING
        else:
            value = value.get(part, MISSING) if isinstance(value, dict) else MISSING
    return value


def referred(reference: Any) -> Any:
    """Returns the key that a ``Reference`` names, by its identifier or else by the id in its address."""
    named = at(reference, "identifier", "value")
    if named is not MISSING:
        return named
    address = at(reference, "reference")
    return address.rpartition("/")[2] if isinstance(address, str) else address


def objects(value: Any, name: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """Yields the objects of a list, each with its index."""
    found = at(value, name)
    rows = enumerate(found) if isinstance(found, list) else ()
    return ((index, row) for index, row in rows if isinstance(row, dict))


@dataclass
class EventParts:
    """The data of an event under construction, with the place of each field in the message."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def put(self, name: str, value: Any, place: str) -> None:
        """Notes a field of the data and its place; a missing one has a place only."""
        self.places[f"/data/{name}"] = place
        if value is not MISSING:
            self.data[name] = value

    def event(self, kind: str, kind_place: str, timestamp: Any, timestamp_place: str) -> Translation:
        """Returns the event of this data."""
        event: dict[str, Any] = {"type": kind, "data": self.data}
        if timestamp is not MISSING:
            event["timestamp"] = timestamp
        places = {"/type": kind_place, "/timestamp": timestamp_place, "/data": "", **self.places}
        return Translation(event, places, tuple(self.faults))
