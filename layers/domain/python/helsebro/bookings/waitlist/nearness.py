"""Nearness: how far a member on the waitlist goes, from a postcode to the address of a slot.

A region is the first digit of a postcode, in Denmark and in Norway. It says where to look; the distance
decides, since towns have postcodes whose numbers are far apart.
"""

from __future__ import annotations

from functools import lru_cache

from helsebro.network.near_postcodes import kilometres
from helsebro.network.postal_area import area_of, areas_of

WITHIN_KM = 25.0


def is_near(country: str, postcode: str, other: str) -> bool:
    """Returns whether two postcodes are near each other; one in no table is near itself only."""
    here, there = area_of(country, postcode), area_of(country, other)
    if here is None or there is None:
        return postcode == other
    return kilometres(here, there) <= WITHIN_KM


def region_of(postcode: str) -> str:
    """Returns the region that a postcode is in."""
    return postcode[:1]


@lru_cache(maxsize=1000)
def near_regions(country: str, postcode: str) -> tuple[str, ...]:
    """Returns the regions with postcodes that are near, in the order of their digits."""
    here = area_of(country, postcode)
    if here is None:
        return (region_of(postcode),)
    near = (code for code, there in areas_of(country) if kilometres(here, there) <= WITHIN_KM)
    return tuple(sorted({region_of(code) for code in near}))
