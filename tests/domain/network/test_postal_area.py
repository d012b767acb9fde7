"""Where a postcode is, by GeoNames."""

from __future__ import annotations

import pytest

from helsebro.network.near_postcodes import kilometres
from helsebro.network.postal_area import TABLES, area_of

POLE = 90.0


def between(country: str, one: str, other: str) -> float:
    here, there = area_of(country, one), area_of(country, other)
    assert here
    assert there
    return kilometres(here, there)


@pytest.mark.parametrize(
    ("country", "one", "other", "km"),
    [
        ("DK", "1165", "8000", 157),
        ("DK", "5000", "8000", 84),
        ("DK", "8000", "9000", 100),
        ("DK", "1165", "6700", 260),
        ("DK", "1165", "2000", 3),
        ("NO", "0150", "5003", 305),
        ("NO", "0150", "7011", 391),
        ("NO", "0150", "4006", 302),
        ("NO", "0150", "9008", 1148),
    ],
    ids=[
        "Copenhagen to Aarhus",
        "Odense to Aarhus",
        "Aarhus to Aalborg",
        "Copenhagen to Esbjerg",
        "Copenhagen to Frederiksberg",
        "Oslo to Bergen",
        "Oslo to Trondheim",
        "Oslo to Stavanger",
        "Oslo to Tromsø",
    ],
)
def test_two_postcodes_are_as_far_apart_as_on_the_map(country: str, one: str, other: str, km: int) -> None:
    assert between(country, one, other) == pytest.approx(km, abs=3)


@pytest.mark.parametrize(
    ("country", "one", "other", "km"),
    [("NO", "2609", "2686", 129), ("DK", "8500", "8592", 52), ("DK", "1165", "3700", 150)],
    ids=["Lillehammer to Lom", "Grenaa to the isle of Anholt", "Copenhagen to the isle of Bornholm"],
)
def test_postcodes_that_begin_alike_may_be_far_apart(country: str, one: str, other: str, km: int) -> None:
    assert between(country, one, other) == pytest.approx(km, abs=3)


@pytest.mark.parametrize(
    ("country", "one", "other", "km"),
    [("DK", "3900", "3952", 561), ("NO", "9170", "9008", 958), ("NO", "8099", "9008", 1035)],
    ids=["Nuuk to Ilulissat", "Longyearbyen to Tromsø", "Jan Mayen to Tromsø"],
)
def test_greenland_is_in_denmarks_table_and_svalbard_and_jan_mayen_in_norways(
    country: str, one: str, other: str, km: int
) -> None:
    assert between(country, one, other) == pytest.approx(km, abs=5)


@pytest.mark.parametrize(
    ("country", "postcode"),
    [
        ("DK", ""),
        ("DK", "80"),
        ("DK", "80000"),
        ("DK", "8OOO"),
        ("DK", "٨٠٠٠"),
        ("DK", "#"),
        ("DK", "9999"),
        ("NO", "9999"),
        ("DK", "0999"),
        ("DK", "2412"),
        ("DK", "100"),
        ("SE", "1165"),
    ],
    ids=[
        "empty",
        "too short",
        "too long",
        "letters",
        "other digits",
        "the head of the table",
        "not in use in Denmark",
        "not in use in Norway",
        "of a large recipient",
        "of Santa Claus",
        "of the Faroe Islands",
        "of another country",
    ],
)
def test_a_postcode_that_is_not_in_the_table_has_no_position(country: str, postcode: str) -> None:
    assert area_of(country, postcode) is None


@pytest.mark.parametrize(("country", "least"), [("DK", 1150), ("NO", 5000)])
def test_a_table_has_every_postcode_once_in_order_and_on_the_map(country: str, least: int) -> None:
    rows = [row.split("\t") for row in TABLES[country].read_text("utf-8").splitlines() if row[0] != "#"]
    codes = [row[0] for row in rows]
    assert len(codes) >= least
    assert codes == sorted(set(codes))
    assert {code for code in codes if len(code) != 4 or not code.isdigit()} == set()
    assert [row for row in rows if not (54 < float(row[1]) < POLE and -75 < float(row[2]) < 32)] == []


@pytest.mark.parametrize("country", TABLES)
def test_a_table_names_its_source_licence_and_changes(country: str) -> None:
    head = TABLES[country].read_text("utf-8")[:400]
    named = (
        "GeoNames",
        "https://www.geonames.org",
        "https://creativecommons.org/licenses/by/4.0/",
        "Changed:",
    )
    assert [name for name in named if name not in head] == []
