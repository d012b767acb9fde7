"""The features: one file an area, one line a function, one grant a permission."""

from __future__ import annotations

from infra.features import (
    access,
    booking,
    claims,
    clinic_systems,
    extensions,
    guarantees,
    invoicing,
    outbox,
    people,
    public,
    refunds,
    staff,
)
from infra.parts import Parts

AREAS = (
    public,
    access,
    people,
    claims,
    guarantees,
    staff,
    booking,
    refunds,
    extensions,
    clinic_systems,
    invoicing,
    outbox,
)


def add_to(parts: Parts) -> None:
    """Every function there is."""
    for area in AREAS:
        area.add_to(parts)
