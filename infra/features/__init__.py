"""The features: one file an area, one line a function, one grant a permission."""

from __future__ import annotations

from infra.features import outbox, people, public
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """Every function there is."""
    public.add_to(parts)
    people.add_to(parts)
    outbox.add_to(parts)
