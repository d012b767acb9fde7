"""Matching: which practitioners suit a member, best first (F1-22, F2-04, F2-05).

Fit to the problem comes first, then the distance in whole kilometres, then the first free slot. Whoever
does not wish to treat the problem, or takes no insurance clients, is not shown at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helsebro.network.postal_area import Position, area_of
from helsebro.network.practitioner import FirstFree, Practitioner

EARTH_KM = 6371.0
NEVER = "9999"
FAR = 10**6
"""Further away than anything, in km: the distance of a practitioner whose place is not known."""


@dataclass(frozen=True)
class Wish:
    """What a member looks for; every part but ``country`` may be left open. ``within_km`` is a radius."""

    country: str = "DK"
    treatment: str | None = None
    problem: str | None = None
    postcode: str | None = None
    within_km: float | None = None
    crisis: bool = False


@dataclass(frozen=True)
class Match:
    """A practitioner who suits. ``fit`` is 2 when they ask for the problem, 1 when they take any.

    ``distance_km`` is None when the member did not say where, or the practitioner's place is not known.
    """

    practitioner: Practitioner
    fit: int
    distance_km: float | None = None
    first_free: FirstFree | None = None

    def with_first_free(self, slot: FirstFree | None) -> Match:
        """The match with the practitioner's first free slot."""
        return replace(self, first_free=slot)


def matches(practitioners: Iterable[Practitioner], wish: Wish) -> list[Match]:
    """Those who suit, best first by fit and distance."""
    candidates = [one for one in practitioners if _takes(one, wish)]
    here = locate(wish.country, wish.postcode, candidates) if wish.postcode else None
    found = []
    for practitioner in candidates:
        distance = _distance(here, practitioner, wish.postcode) if here else None
        if _is_near(distance, wish.within_km):
            found.append(Match(practitioner, _fit(practitioner, wish.problem), distance))
    return sorted(found, key=_by_fit_and_distance)


def ranked(found: Sequence[Match]) -> list[Match]:
    """The same matches once their first free slots are known: those without one come last of their equals."""
    return sorted(found, key=lambda match: (*_by_fit_and_distance(match)[:2], _first(match), _id(match)))


def locate(country: str, postcode: str, practitioners: Iterable[Practitioner]) -> Position | None:
    """Where a postcode lies: the mean of the known places in it, else its area's main town."""
    places = [
        one.address.position
        for one in practitioners
        if one.address.postcode == postcode and one.address.country == country and one.address.position
    ]
    if not places:
        return area_of(country, postcode)
    count = len(places)
    return sum(place[0] for place in places) / count, sum(place[1] for place in places) / count


def kilometres(one: Position, other: Position) -> float:
    """The great-circle distance."""
    lat1, lon1, lat2, lon2 = (math.radians(angle) for angle in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _takes(practitioner: Practitioner, wish: Wish) -> bool:
    if not practitioner.insurance_clients or practitioner.address.country != wish.country:
        return False
    if wish.treatment and not practitioner.offers(wish.treatment):
        return False
    if wish.crisis and not practitioner.crisis_help:
        return False
    return _fit(practitioner, wish.problem) > 0


def _fit(practitioner: Practitioner, problem: str | None) -> int:
    if not problem or not practitioner.problems:
        return 1
    return 2 if problem in practitioner.problems else 0


def _distance(here: Position, practitioner: Practitioner, postcode: str | None) -> float | None:
    address = practitioner.address
    if address.position is None and address.postcode == postcode:
        return 0.0
    there = address.position or area_of(address.country, address.postcode)
    return round(kilometres(here, there), 1) if there else None


def _is_near(distance: float | None, within_km: float | None) -> bool:
    return within_km is None or (distance is not None and distance <= within_km)


def _by_fit_and_distance(match: Match) -> tuple[int, int, str]:
    distance = FAR if match.distance_km is None else int(match.distance_km)
    return -match.fit, distance, _id(match)


def _first(match: Match) -> str:
    return match.first_free.starts_at.isoformat() if match.first_free else NEVER


def _id(match: Match) -> str:
    return match.practitioner.practitioner_id
