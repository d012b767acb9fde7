"""Matching: which practitioners suit a member, best first (F1-22, F2-04, F2-05).

Results are sorted by fit to the problem, then by distance in whole kilometres, then by first free slot.
A practitioner who does not treat the problem, or takes no insurance clients, is left out. The position of a
postcode is that of the practitioners there who give theirs, else that of GeoNames (``postal_area``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helsebro.errors import BadInput, Fault
from helsebro.network.postal_area import Position, area_of
from helsebro.network.practitioner import FirstFree, Practitioner

EARTH_KM = 6371.0
NEVER = "9999"
FAR = 10**6
"""In km, further than any real distance: it sorts practitioners whose position is unknown last."""


@dataclass(frozen=True)
class SearchCriteria:
    """What a member searches for; all but ``country`` may be absent. ``within_km`` is a radius."""

    country: str = "DK"
    treatment: str | None = None
    problem: str | None = None
    postcode: str | None = None
    within_km: float | None = None
    crisis: bool = False


@dataclass(frozen=True)
class Match:
    """A practitioner who suits. ``fit`` is 2 when they list the problem, 1 when they treat any problem.

    ``distance_km`` is None when the search has no postcode, or the practitioner's position is unknown.
    """

    practitioner: Practitioner
    fit: int
    distance_km: float | None = None
    first_free: FirstFree | None = None

    def with_first_free(self, slot: FirstFree | None) -> Match:
        """Returns the match with the practitioner's first free slot."""
        return replace(self, first_free=slot)


def matches(practitioners: Iterable[Practitioner], criteria: SearchCriteria) -> list[Match]:
    """Returns the practitioners who suit, sorted by fit and distance, best first.

    Raises ``BadInput`` (400) when it is not known where the postcode is.
    """
    candidates = [practitioner for practitioner in practitioners if _takes(practitioner, criteria)]
    here = locate(criteria.country, criteria.postcode, candidates) if criteria.postcode else None
    if criteria.postcode and here is None:
        raise BadInput([Fault("/postcode", "unknown-postcode", "")], malformed=True)
    found = []
    for practitioner in candidates:
        distance = _distance(here, practitioner, criteria.postcode) if here else None
        if _is_near(distance, criteria.within_km):
            found.append(Match(practitioner, _fit(practitioner, criteria.problem), distance))
    return sorted(found, key=_by_fit_and_distance)


def ranked(found: Sequence[Match]) -> list[Match]:
    """Returns the matches sorted by first free slot too; of equal matches, those without a slot come last."""
    return sorted(found, key=lambda match: (*_by_fit_and_distance(match)[:2], _first(match), _id(match)))


def locate(country: str, postcode: str, practitioners: Iterable[Practitioner]) -> Position | None:
    """Returns where a postcode is: the mean of the known positions in it, else that of GeoNames."""
    addresses = [practitioner.address for practitioner in practitioners]
    places = [
        address.position
        for address in addresses
        if address.postcode == postcode and address.country == country and address.position
    ]
    if not places:
        return area_of(country, postcode)
    count = len(places)
    return sum(place[0] for place in places) / count, sum(place[1] for place in places) / count


def kilometres(one: Position, other: Position) -> float:
    """Returns the great-circle distance in km."""
    lat1, lon1, lat2, lon2 = (math.radians(angle) for angle in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _takes(practitioner: Practitioner, criteria: SearchCriteria) -> bool:
    if not practitioner.insurance_clients or practitioner.address.country != criteria.country:
        return False
    if criteria.treatment and not practitioner.offers(criteria.treatment):
        return False
    if criteria.crisis and not practitioner.crisis_help:
        return False
    return _fit(practitioner, criteria.problem) > 0


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
