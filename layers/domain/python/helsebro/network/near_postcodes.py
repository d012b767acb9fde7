"""Near postcodes: those that lie beside a postcode although their numbers are far from its own.

A search reads upwards and downwards from a postcode, because neighbours mostly have neighbouring numbers. But
2900 Hellerup is 3 km from 2100 Copenhagen, and hundreds of practitioners may have a number between them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helsebro.network.postal_area import Position, area_of, areas_of

EARTH_KM = 6371.0
NEAR_KM = 10.0
MOST_RANGES = 2
"""Each range is one more read of a search."""


@dataclass(frozen=True)
class PostcodeRange:
    """The postcodes from ``first`` to ``last``."""

    first: str
    last: str

    def holds(self, postcode: str) -> bool:
        """Returns whether a postcode is one of them."""
        return self.first <= postcode <= self.last


@lru_cache(maxsize=1000)
def near_ranges(country: str, postcode: str) -> tuple[PostcodeRange, ...]:
    """Returns up to two ranges of near postcodes, the nearest first, without those next to the postcode."""
    here = area_of(country, postcode)
    if here is None:
        return ()
    distances = sorted((code, kilometres(here, there)) for code, there in areas_of(country))
    apart = [group for group in _near(distances) if not group[0][0] <= postcode <= group[-1][0]]
    nearest = sorted(apart, key=lambda group: min(distance for _, distance in group))[:MOST_RANGES]
    return tuple(PostcodeRange(group[0][0], group[-1][0]) for group in nearest)


def kilometres(one: Position, other: Position) -> float:
    """Returns the great-circle distance in km."""
    lat1, lon1, lat2, lon2 = (math.radians(angle) for angle in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _near(distances: Sequence[tuple[str, float]]) -> Iterator[Sequence[tuple[str, float]]]:
    """Yields the groups of near postcodes that follow each other without a far one between them."""
    group: list[tuple[str, float]] = []
    for code, distance in distances:
        if distance <= NEAR_KM:
            group.append((code, distance))
        elif group:
            yield group
            group = []
    if group:
        yield group
