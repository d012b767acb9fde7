"""Which postcodes are near although their numbers are not."""

from __future__ import annotations

import pytest

from helsebro.network.near_postcodes import MOST_RANGES, NEAR_KM, kilometres, near_ranges
from helsebro.network.postal_area import area_of


@pytest.mark.parametrize(
    ("country", "postcode", "near", "not_in_them"),
    [
        ("DK", "2100", "2900", "2100 2200 8000"),
        ("DK", "2900", "2100", "2900 8000"),
        ("NO", "0150", "1366", "0150 5003"),
    ],
)
def test_the_ranges_hold_what_is_near_but_not_the_neighbours_in_number(
    country: str, postcode: str, near: str, not_in_them: str
) -> None:
    ranges = near_ranges(country, postcode)
    assert len(ranges) <= MOST_RANGES
    assert any(each.holds(near) for each in ranges)
    assert not any(each.holds(code) for each in ranges for code in not_in_them.split())


@pytest.mark.parametrize(("country", "postcode"), [("DK", "9999"), ("SE", "1165")])
def test_an_unknown_postcode_has_no_near_ranges(country: str, postcode: str) -> None:
    assert near_ranges(country, postcode) == ()


def test_the_ends_of_a_range_are_near() -> None:
    here = area_of("DK", "2100")
    for each in near_ranges("DK", "2100"):
        for code in (each.first, each.last):
            there = area_of("DK", code)
            assert here
            assert there
            assert kilometres(here, there) <= NEAR_KM
