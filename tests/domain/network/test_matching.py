from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.ids import SlotId
from helsebro.network.address import Address
from helsebro.network.matching import Match, SearchCriteria, matches
from helsebro.network.near_postcodes import kilometres
from helsebro.network.postal_area import area_of
from helsebro.network.practitioner import FirstFree, Practitioner
from helsebro.network.search_row import SearchRow
from helsebro.network.team.practice_address import PracticeAddress

TODAY = date(2026, 11, 21)
COPENHAGEN, AARHUS = (55.676, 12.568), (56.157, 10.211)
TODAY = date(2026, 11, 29)


def practitioner(name: str, postcode: str = "1165", place: Any = None, **changes: Any) -> Practitioner:
    lat, lon = place or (None, None)
    base: dict[str, Any] = {
        "practitioner_id": f"prc_{name}",
        "clinic_id": "cli_a",
        "key": name,
        "name": name,
        "profession": "physiotherapist",
        "authorised": True,
        "provider_number": False,
        "address": Address("Gade 1", postcode, "By", "DK", lat, lon),
        "treatments": ("physiotherapy",),
        "insurance_clients": True,
        "crisis_help": False,
    }
    return Practitioner(**base | changes)


def found_by(criteria: SearchCriteria, *practitioners: Practitioner, **first_free: FirstFree) -> list[Match]:
    """Returns the matches; a practitioner's first free slot may be given by name."""
    rows = [
        row
        for each in practitioners
        for row in SearchRow(
            each, "Klinik Nord", first_free.get(each.name), languages=each.languages
        ).at_each_place()
    ]
    return matches(rows, criteria, criteria.place(), TODAY)


def at_hour(hour: int) -> FirstFree:
    return FirstFree(SlotId("slt"), datetime(2026, 12, 1, hour, tzinfo=UTC))


def on_day(day: int) -> FirstFree:
    return FirstFree(SlotId("slt"), datetime(2026, 12, day, 9, tzinfo=UTC))


def names(found: Any) -> list[str]:
    return [match.practitioner.name for match in found]


def address(postcode: str, **changes: Any) -> PracticeAddress:
    return PracticeAddress(postcode, Address("Gade 1", postcode, "By", "DK", **changes))


@pytest.mark.parametrize(
    "criteria, postcode",
    [
        (SearchCriteria(postcode="8000"), "8000"),
        (SearchCriteria(postcode="2900"), "1165"),
        (SearchCriteria(postcode="5000", within_km=1), "5000"),
        (SearchCriteria(), "1165"),
    ],
)
def test_a_practitioner_with_several_addresses_is_found_once_at_the_nearest(
    criteria: SearchCriteria, postcode: str
) -> None:
    known = practitioner("a", addresses=(address("8000"), address("5000")))
    [match] = found_by(criteria, known)
    assert match.row.address.postcode == postcode


def test_of_two_addresses_in_one_place_the_first_is_shown() -> None:
    [match] = found_by(SearchCriteria(postcode="1165"), practitioner("a", addresses=(address("1165"),)))
    assert match.row.place is None


def test_a_practitioner_is_not_near_because_another_address_is() -> None:
    known = practitioner("a", addresses=(address("8000"),))
    [match] = found_by(SearchCriteria(postcode="8000", within_km=5), known)
    assert match.distance_km == 0.0
    assert found_by(SearchCriteria(postcode="5000", within_km=5), known) == []


def test_the_distance_between_two_cities_is_that_of_the_map() -> None:
    assert kilometres(COPENHAGEN, AARHUS) == pytest.approx(156, abs=2)
    assert kilometres(COPENHAGEN, COPENHAGEN) == 0


def test_coordinates_of_a_practitioner_do_not_move_the_place_of_a_search() -> None:
    wrong, beside = practitioner("wrong", "8000", COPENHAGEN), practitioner("beside", "8000")
    criteria = SearchCriteria(postcode="8000", within_km=30)
    [match] = found_by(criteria, wrong, beside)
    assert (match.practitioner.name, match.distance_km) == ("beside", 0.0)
    assert criteria.place() == area_of("DK", "8000")


def test_coordinates_come_before_the_postcode() -> None:
    near = practitioner("near", "8000", (55.68, 12.57))
    far = practitioner("far", "1165", (56.15, 10.2))
    assert names(found_by(SearchCriteria(postcode="1200"), far, near)) == ["near", "far"]


def test_the_same_postcode_has_distance_zero() -> None:
    [match] = found_by(SearchCriteria(postcode="8500", within_km=1), practitioner("a", "8500"))
    assert match.distance_km == 0


def test_a_search_from_an_unknown_postcode_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        found_by(SearchCriteria(postcode="9999"), practitioner("a", "9999"))
    assert (refused.value.malformed, refused.value.faults[0].code) == (True, "unknown-postcode")


def test_a_practitioner_in_an_unknown_postcode_comes_last_and_within_no_radius() -> None:
    unknown, far = practitioner("a", "9999"), practitioner("b", "8000")
    assert names(found_by(SearchCriteria(postcode="1165"), unknown, far)) == ["b", "a"]
    assert names(found_by(SearchCriteria(postcode="1165", within_km=3000), unknown, far)) == ["b"]


def test_fit_comes_before_distance_and_distance_before_the_first_slot() -> None:
    far_but_fit = practitioner("fit", "8000", problems=("stress",))
    late, early = practitioner("late"), practitioner("early")
    next_town = practitioner("town", "4000")
    criteria = SearchCriteria(problem="stress", postcode="1165")
    first = {"late": on_day(20), "early": on_day(2), "town": on_day(1), "fit": on_day(23)}
    found = found_by(criteria, next_town, late, early, far_but_fit, **first)
    assert names(found) == ["fit", "early", "late", "town"]


def test_of_equal_matches_those_without_a_free_slot_come_last() -> None:
    found = found_by(SearchCriteria(), practitioner("a"), practitioner("b"), b=at_hour(9))
    assert names(found) == ["b", "a"]


@pytest.mark.parametrize(
    ("criteria", "inside", "outside"),
    [
        (SearchCriteria(), "0001 9999", ""),
        (SearchCriteria(postcode="1165"), "0800 1165 9990", ""),
        (SearchCriteria(postcode="9999", within_km=10), "1000 9990", ""),
        (SearchCriteria(postcode="1165", within_km=10), "1000 1165 2900", "5000 8000"),
        (SearchCriteria(postcode="8000", within_km=60), "7000 8000 8900", "1165 3000"),
        (SearchCriteria(country="NO", postcode="5003", within_km=10), "5003 5200", "0150 9000"),
    ],
)
def test_a_radius_leaves_out_postcodes_that_are_far_away(
    criteria: SearchCriteria, inside: str, outside: str
) -> None:
    first, last = criteria.postcodes
    assert all(first <= postcode <= last for postcode in inside.split())
    assert not any(first <= postcode <= last for postcode in outside.split())


@pytest.mark.parametrize(
    ("changes", "criteria", "shown"),
    [
        ({}, SearchCriteria(treatment="physiotherapy"), True),
        ({}, SearchCriteria(treatment="psychologist"), False),
        ({"insurance_clients": False}, SearchCriteria(), False),
        ({"problems": ("stress",)}, SearchCriteria(problem="grief"), False),
        ({"problems": ()}, SearchCriteria(problem="grief"), True),
        ({"problems_not_taken": ("grief",)}, SearchCriteria(problem="grief"), False),
        ({"paused_from": TODAY}, SearchCriteria(), False),
        ({"paused_from": TODAY + timedelta(days=1)}, SearchCriteria(), True),
        ({"languages": ("da", "en")}, SearchCriteria(language="en"), True),
        ({"languages": ("da",)}, SearchCriteria(language="en"), False),
        ({}, SearchCriteria(language="en"), False),
        ({}, SearchCriteria(crisis=True), False),
        ({"profession": "psychologist", "crisis_help": True}, SearchCriteria(crisis=True), True),
        ({}, SearchCriteria(country="NO"), False),
    ],
)
def test_who_is_found(changes: dict[str, Any], criteria: SearchCriteria, shown: bool) -> None:
    assert bool(found_by(criteria, practitioner("a", **changes))) is shown
