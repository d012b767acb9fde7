"""Slots of one message that cannot stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from helsebro.errors import Fault


class NamedSpan(Protocol):
    """A slot as it was sent, or as it is stored."""

    @property
    def key(self) -> str:
        """The clinic's own key."""

    @property
    def starts_at(self) -> datetime:
        """Its start."""

    @property
    def ends_at(self) -> datetime:
        """Its end."""


def clashes(named: Sequence[tuple[str, NamedSpan]]) -> Iterator[Fault]:
    """Yields a fault for each slot whose key was used before, or that overlaps one that begins earlier.

    Each slot comes with its pointer.
    """
    seen: set[str] = set()
    for place, slot in named:
        if slot.key in seen:
            yield Fault(place, "slot-key-twice", "")
        seen.add(slot.key)
    until: datetime | None = None
    for place, slot in sorted(named, key=lambda row: row[1].starts_at):
        if until and slot.starts_at < until:
            yield Fault(place, "slot-overlaps", "")
        until = max(until or slot.ends_at, slot.ends_at)
