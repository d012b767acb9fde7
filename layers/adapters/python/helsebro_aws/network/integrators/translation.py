"""Translation: one of our clinic events, made of a message in the dialect of an integrator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from helsebro.errors import BadInput, Fault


@dataclass(frozen=True)
class Translation:
    """The event as JSON, and where each of its fields stands in the message.

    ``places`` maps pointers of the event to pointers of the message; a field that is missing has the place
    where the message should have it. ``faults`` are those of the message itself, with its own pointers.
    """

    event: Mapping[str, Any]
    places: Mapping[str, str]
    faults: tuple[Fault, ...] = ()

    def in_message(self, fault: Fault) -> Fault:
        """Returns a fault of the event with the pointer of the nearest part of the message."""
        pointer = fault.pointer
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return replace(fault, pointer=self.places.get(pointer, fault.pointer))

    @contextmanager
    def faults_in_message(self) -> Iterator[None]:
        """Raises ``BadInput`` of the inner code with the pointers of the message."""
        try:
            yield
        except BadInput as bad:
            faults = [self.in_message(fault) for fault in bad.faults]
            raise BadInput(faults, malformed=bad.malformed) from None
