from __future__ import annotations

import pytest

from helsebro.bookings.waitlist.nearness import is_near, near_regions


@pytest.mark.parametrize(
    ("country", "one", "other", "expected"),
    [
        ("DK", "8000", "8200", True),
        ("DK", "1165", "2900", True),
        ("DK", "1165", "4000", False),
        ("DK", "8000", "5000", False),
        ("NO", "0150", "1366", True),
        ("NO", "0150", "5003", False),
        ("DK", "0001", "0001", True),
        ("DK", "0001", "1165", False),
    ],
)
def test_near_is_within_25_km(country: str, one: str, other: str, expected: bool) -> None:
    assert is_near(country, one, other) == is_near(country, other, one) == expected


def test_the_regions_of_a_postcode_are_those_of_all_that_is_near() -> None:
    assert set(near_regions("DK", "1165")) >= {"1", "2"}
    assert near_regions("DK", "8000") == ("8",)
    assert near_regions("DK", "0001") == ("0",)
