from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.ids import SlotId
from helsebro.network.matching import SearchCriteria, kilometres, locate, matches, ranked
from helsebro.network.postal_area import area_of
from helsebro.network.practitioner import Address, FirstFree, Practitioner

COPENHAGEN, AARHUS = (55.676, 12.568), (56.157, 10.211)


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


def names(found: Any) -> list[str]:
    return [match.practitioner.name for match in found]


def test_the_distance_between_two_cities_is_that_of_the_map() -> None:
    assert kilometres(COPENHAGEN, AARHUS) == pytest.approx(156, abs=2)
    assert kilometres(COPENHAGEN, COPENHAGEN) == 0


def test_known_positions_in_a_postcode_come_before_its_area() -> None:
    rural = practitioner("a", "8500", (56.41, 10.88))
    assert locate("DK", "8500", [rural]) == (56.41, 10.88)
    assert locate("DK", "8500", []) == area_of("DK", "8500")


def test_coordinates_come_before_the_postcode() -> None:
    near = practitioner("near", "8000", (55.68, 12.57))
    far = practitioner("far", "1165", (56.15, 10.2))
    assert names(matches([far, near], SearchCriteria(postcode="1200"))) == ["near", "far"]


def test_the_same_postcode_has_distance_zero() -> None:
    [match] = matches([practitioner("a", "8500")], SearchCriteria(postcode="8500", within_km=1))
    assert match.distance_km == 0


def test_a_search_from_an_unknown_postcode_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        matches([practitioner("a", "9999")], SearchCriteria(postcode="9999"))
    assert (refused.value.malformed, refused.value.faults[0].code) == (True, "unknown-postcode")


def test_a_postcode_that_only_a_practitioner_knows_can_be_searched_from() -> None:
    there, next_door = practitioner("a", "9999", (55.68, 12.57)), practitioner("b", "1165")
    found = matches([next_door, there], SearchCriteria(postcode="9999", within_km=10))
    assert names(found) == ["a", "b"]


def test_a_practitioner_in_an_unknown_postcode_comes_last_and_within_no_radius() -> None:
    unknown, far = practitioner("a", "9999"), practitioner("b", "8000")
    assert names(matches([unknown, far], SearchCriteria(postcode="1165"))) == ["b", "a"]
    assert names(matches([unknown, far], SearchCriteria(postcode="1165", within_km=3000))) == ["b"]


def test_fit_comes_before_distance_and_distance_before_the_first_slot() -> None:
    far_but_fit = practitioner("fit", "8000", problems=("stress",))
    late, early = practitioner("late"), practitioner("early")
    next_town = practitioner("town", "4000")
    criteria = SearchCriteria(problem="stress", postcode="1165")
    found = matches([next_town, late, early, far_but_fit], criteria)
    at = {"late": 20, "early": 2, "town": 1, "fit": 23}
    with_slots = [
        match.with_first_free(
            FirstFree(SlotId("slt"), datetime(2026, 12, 1, at[match.practitioner.name], tzinfo=UTC))
        )
        for match in found
    ]
    assert names(ranked(with_slots)) == ["fit", "early", "late", "town"]


def test_of_equal_matches_those_without_a_free_slot_come_last() -> None:
    full, free = practitioner("a"), practitioner("b")
    found = matches([full, free], SearchCriteria())
    given = [
        match
        if match.practitioner is full
        else match.with_first_free(FirstFree(SlotId("slt"), datetime.now(UTC)))
        for match in found
    ]
    assert names(ranked(given)) == ["b", "a"]


@pytest.mark.parametrize(
    ("changes", "criteria", "shown"),
    [
        ({}, SearchCriteria(treatment="physiotherapy"), True),
        ({}, SearchCriteria(treatment="psychologist"), False),
        ({"insurance_clients": False}, SearchCriteria(), False),
        ({"problems": ("stress",)}, SearchCriteria(problem="grief"), False),
        ({"problems": ()}, SearchCriteria(problem="grief"), True),
        ({}, SearchCriteria(crisis=True), False),
        ({"crisis_help": True}, SearchCriteria(crisis=True), True),
        ({}, SearchCriteria(country="NO"), False),
    ],
)
def test_who_is_found(changes: dict[str, Any], criteria: SearchCriteria, shown: bool) -> None:
    assert bool(matches([practitioner("a", **changes)], criteria)) is shown
