"""What a search shows when its rows are older than the calendars, and how it reads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from helsebro import ids
from helsebro.calendars.hold import HELD_FOR
from helsebro.ids import PractitionerId
from helsebro.network.fairness import lot
from helsebro.network.matching import SearchCriteria
from helsebro.network.practitioner import FirstFree
from helsebro.network.search_row import SearchRow
from helsebro_aws.calendars.practitioner_search import MOST_LOOKED_UP, PractitionerSearch
from helsebro_aws.calendars.search_place import SearchPlace
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.dynamo_search_rows import ROWS, rows_of
from tests.builders.calls import member
from tests.builders.network import BO, Stage, guarantee_of, hold, refresh_search, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
HERE = SearchCriteria(postcode="1165")


def first_free(criteria: SearchCriteria = HERE) -> list[str | None]:
    """Returns the first free slots of the practitioners that a search finds."""
    found, _ = PractitionerSearch().page(criteria, 25, None, "da")
    return [item["firstFreeSlot"]["slotId"] if item["firstFreeSlot"] else None for item in found]


def stored(stage: Stage, count: int, postcode: str = "1165", slot: FirstFree | None = None) -> None:
    """Stores the rows of so many practitioners of the clinic in a postcode."""
    known = DynamoPractitioners().find(stage.practitioner_id)
    there = replace(known, address=replace(known.address, postcode=postcode), treatments=("acupuncture",))
    for number in range(count):
        name = PractitionerId(f"prc_{postcode}{number:012}")
        rows = rows_of(SearchRow(replace(there, practitioner_id=name), "Nord", slot))
        tables.commit([Put("network", item) for item in rows.values()])


def test_a_held_slot_is_not_shown_as_free_and_is_again_when_the_hold_expires() -> None:
    stage = staged()
    held, following = (stage.free_slot(starts_at=soon(hours)) for hours in (72, 75))
    refresh_search()
    assert first_free() == [held]
    assert hold(guarantee_of(BO), held, by=member(BO)).status == 201
    assert first_free() == [following]
    assert timedelta(minutes=10) == HELD_FOR


def test_a_row_without_a_free_slot_is_shown_without_one() -> None:
    staged()
    refresh_search()
    assert first_free() == [None]


def test_a_page_ends_before_too_many_calendars_are_read_and_goes_on_there() -> None:
    stage = staged()
    begun = FirstFree(ids.slot_id(stage.practitioner_id, soon(-1)), soon(-1))
    stored(stage, MOST_LOOKED_UP + 2, slot=begun)
    criteria = SearchCriteria(treatment="acupuncture", postcode="1165")
    search = PractitionerSearch()
    first, cursor = search.page(criteria, 25, None, "da")
    rest, end = search.page(criteria, 25, cursor, "da")
    assert (len(first), len(rest), end) == (MOST_LOOKED_UP, 2, None)


def test_what_lies_beyond_the_first_rows_in_each_direction_comes_on_later_pages() -> None:
    stage = staged()
    for postcode in ("1000", "1300"):
        stored(stage, ROWS + 1, postcode)
    criteria = SearchCriteria(treatment="acupuncture", postcode="1165")
    names: list[str] = []
    cursor = None
    while cursor is not None or not names:
        found, cursor = PractitionerSearch().page(criteria, 50, cursor, "da")
        names += [item["practitionerId"] for item in found]
    assert len(names) == len(set(names)) == 2 * (ROWS + 1)


def test_a_near_postcode_with_a_far_number_comes_before_farther_ones_with_near_numbers() -> None:
    stage = staged()
    stored(stage, ROWS + 1, "2300")
    stored(stage, 1, "2900")
    criteria = SearchCriteria(treatment="acupuncture", postcode="2100")
    found, cursor = PractitionerSearch().page(criteria, 1, None, "da")
    assert [item["address"]["postcode"] for item in found] == ["2900"]
    postcodes: list[str] = []
    while cursor is not None:
        found, cursor = PractitionerSearch().page(criteria, 50, cursor, "da")
        postcodes += [item["address"]["postcode"] for item in found]
    assert postcodes == ["2300"] * (ROWS + 1)


def test_a_radius_ends_the_search_where_the_postcodes_are_too_far() -> None:
    stage = staged()
    stored(stage, 1, "1300")
    stored(stage, ROWS + 1, "9000")
    criteria = SearchCriteria(treatment="acupuncture", postcode="1165", within_km=20)
    found, cursor = PractitionerSearch().page(criteria, 25, None, "da")
    assert (len(found), cursor) == (1, None)


def test_a_search_without_a_postcode_shows_the_earliest_slots_first() -> None:
    late, early = staged("late"), staged("early")
    slots = [late.free_slot(starts_at=soon(120)), early.free_slot(starts_at=soon(80))]
    refresh_search()
    assert first_free(SearchCriteria()) == slots[::-1]


def test_a_search_that_goes_on_after_midnight_keeps_the_order_of_its_first_page() -> None:
    stored(staged(), 8)
    criteria, day = SearchCriteria(treatment="acupuncture", postcode="1165"), date(2026, 11, 28)
    found, _ = PractitionerSearch().page(criteria, 50, SearchPlace(on=day).cursor, "da")
    names = [PractitionerId(item["practitionerId"]) for item in found]
    assert names == sorted(names, key=lambda name: lot(name, day))
    first, cursor = PractitionerSearch().page(criteria, 3, SearchPlace(on=day).cursor, "da")
    rest, _ = PractitionerSearch().page(criteria, 50, cursor, "da")
    assert [item["practitionerId"] for item in (*first, *rest)] == names
