"""Postal area: where a postcode is, by GeoNames (https://www.geonames.org, CC BY 4.0).

``make postal-areas`` writes the two tables; the first search in a country reads that country's. The table of
Denmark includes the postcodes of Greenland, and the table of Norway those of Svalbard and Jan Mayen. Some
positions are estimates: good for sorting, not for measuring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

Position = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""

MOST_KM_FROM_AREA = 50.0
"""How far from the position of its postcode an address may lie."""
HERE = Path(__file__).parent
TABLES: Mapping[str, Path] = {"DK": HERE / "postal_areas_dk.tsv", "NO": HERE / "postal_areas_no.tsv"}


def area_of(country: str, postcode: str) -> Position | None:
    """Returns the position of a postcode of Denmark or Norway; None when it is in no table."""
    position = _positions(country).get(postcode) if country in TABLES else None
    return _degrees(position) if position else None


def areas_of(country: str) -> Iterator[tuple[str, Position]]:
    """Yields every postcode of Denmark or Norway with its position."""
    for postcode, position in _positions(country).items():
        yield postcode, _degrees(position)


def _degrees(position: str) -> Position:
    latitude, longitude = position.split("\t")
    return float(latitude), float(longitude)


@cache
def _positions(country: str) -> Mapping[str, str]:
    """Returns postcode → position as it stands in the table; a position becomes numbers when asked for."""
    rows = TABLES[country].read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t", 1) for row in rows if not row.startswith("#"))
