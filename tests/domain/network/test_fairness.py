"""Equals share clients fairly: by load for their capacity, then by a lot of the day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import PractitionerId, SlotId
from helsebro.network.fairness import BANDS_KM, UNKNOWN_BAND, band_of, load_in_tenths, lot
from helsebro.network.matching import SearchCriteria, matches
from helsebro.network.practitioner import FirstFree
from helsebro.network.search_row import SearchRow
from tests.builders.domain.practitioners import practitioner

TODAY = date(2026, 11, 29)
FREE = FirstFree(SlotId("slt_a"), datetime(2026, 12, 1, 9, tzinfo=UTC))


def row(name: str, load: int = 0, new_clients: int = 0, first: FirstFree = FREE, **changes: Any) -> SearchRow:
    named = practitioner(practitioner_id=f"prc_{name}", name=name, **changes)
    return SearchRow(named, "Nord", first, load, new_clients)


def order(*rows: SearchRow, on: date = TODAY) -> list[str]:
    return [match.practitioner.name for match in matches(rows, SearchCriteria(), None, on)]


@pytest.mark.parametrize(
    ("km", "band"),
    [(0, 0), (1.9, 0), (2, 1), (4.9, 1), (5, 2), (24.9, 3), (49.9, 4), (50, 5), (1000, len(BANDS_KM))],
)
def test_distance_counts_in_bands(km: float, band: int) -> None:
    assert band_of(km) == band
    assert band_of(None) == UNKNOWN_BAND > band


@pytest.mark.parametrize(
    ("sessions", "capacity", "tenths"),
    [(0, 10, 0), (5, 10, 5), (5, 50, 1), (30, 10, 30), (3, 0, 30), (0, 0, 10), (2, None, 1)],
)
def test_the_load_is_that_for_the_own_capacity(sessions: int, capacity: int | None, tenths: int) -> None:
    assert load_in_tenths(sessions, capacity) == tenths


def test_of_equals_the_one_with_fewer_clients_for_the_capacity_comes_first() -> None:
    busy, calm = row("busy", load=8, weekly_capacity=10), row("calm", load=12, weekly_capacity=40)
    assert order(busy, calm) == order(calm, busy) == ["calm", "busy"]


def test_clients_whom_staff_matched_lately_count() -> None:
    chosen, other = row("chosen", new_clients=4, weekly_capacity=10), row("other", weekly_capacity=10)
    assert order(chosen, other) == ["other", "chosen"]


def test_an_earlier_day_comes_before_a_smaller_load_and_a_better_fit_before_both() -> None:
    early, late = row("early", load=9, weekly_capacity=10), row("late", first=_on(day=2))
    fit = row("fit", load=9, first=_on(day=20), problems=("stress",))
    criteria = SearchCriteria(problem="stress")
    found = matches([late, early, fit], criteria, None, TODAY)
    assert [match.practitioner.name for match in found] == ["fit", "early", "late"]


def test_two_free_hours_of_one_day_are_equal() -> None:
    at_nine, at_three = row("nine", load=9, weekly_capacity=10), row("three", first=_on(day=1, hour=15))
    assert order(at_nine, at_three) == ["three", "nine"]


def test_no_equal_is_always_first() -> None:
    rows = [row(name) for name in "abcd"]
    days = [TODAY + timedelta(days=number) for number in range(200)]
    firsts = Counter(order(*rows, on=day)[0] for day in days)
    assert set(firsts) == set("abcd")
    assert max(firsts.values()) < 100


def test_the_order_is_the_same_all_day_for_everyone() -> None:
    rows = [row(name) for name in "abcdefgh"]
    assert order(*rows) == order(*reversed(rows)) == order(*rows[3:], *rows[:3])
    assert lot(PractitionerId("prc_a"), TODAY) == lot(PractitionerId("prc_a"), TODAY)


def test_a_month_of_first_choices_is_shared_by_weight() -> None:
    rows = {name: row(name, weekly_capacity=capacity) for name, capacity in (("small", 10), ("large", 30))}
    for number in range(120):
        first = order(*rows.values(), on=TODAY + timedelta(days=number // 4))[0]
        rows[first] = replace(rows[first], load=rows[first].load + 1)
    assert 2 <= rows["large"].load / rows["small"].load <= 4


def _on(day: int, hour: int = 9) -> FirstFree:
    return FirstFree(SlotId("slt_b"), datetime(2026, 12, day, hour, tzinfo=UTC))
