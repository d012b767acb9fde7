"""Treating place: a clinic with one of its practitioners, or with None for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.ids import ClinicId, PractitionerId

TreatingPlace = tuple[ClinicId, PractitionerId | None]


def is_among(place: TreatingPlace, places: Iterable[TreatingPlace]) -> bool:
    """Whether a place is one of the places, or is at a clinic all of which is one of them."""
    return any(other in (place, (place[0], None)) for other in places)
