from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.money import Money
from helsebro.policies.index_table import IndexTable, IndexYear

TABLE = IndexTable("tryg", {"2026": Decimal("3.0"), "2025": Decimal("2.5"), "2027": Decimal("-1.0")})


def faults_of(**changes: Any) -> list[str]:
    with pytest.raises(BadInput) as refused:
        IndexYear(**{"year": 2026, "percent": Decimal(2), **changes})
    return [fault.pointer for fault in refused.value.faults]


@pytest.mark.parametrize(
    "since, years",
    [
        (date(2024, 12, 31), [2025, 2026, 2027]),
        (date(2025, 1, 1), [2026, 2027]),  # a sum agreed on the day itself is not moved by it
        (date(2025, 1, 2), [2026, 2027]),
        (date(2027, 1, 1), []),
    ],
)
def test_a_sum_is_moved_by_the_steps_after_the_day_it_was_agreed(since: date, years: list[int]) -> None:
    steps = TABLE.steps(since)
    assert [day for day, _ in steps] == [date(year, 1, 1) for year in years]


def test_a_sum_moves_forward_and_back_between_two_days() -> None:
    agreed, later = date(2024, 6, 1), date(2026, 6, 1)
    moved = TABLE.moved(Money.of(1000), agreed, later)
    assert moved == Money.of("1055.75")
    assert TABLE.moved(moved, later, agreed) == Money.of(1000)
    assert TABLE.moved(Money.of(1000), agreed, agreed) == Money.of(1000)


def test_a_year_that_has_begun_needs_a_reason() -> None:
    year = IndexYear(2026, Decimal("2.1"))
    year.must_have_reason(date(2025, 12, 31))
    with pytest.raises(BadInput):
        year.must_have_reason(date(2026, 1, 1))
    IndexYear(2026, Decimal("2.1"), reason="Late figures").must_have_reason(date(2026, 1, 1))


def test_year_and_percent_have_limits() -> None:
    assert faults_of(year=1989, percent=Decimal(51)) == ["/year", "/percent"]
    assert faults_of(year=2101) == ["/year"]
    assert faults_of(percent=Decimal(-21)) == ["/percent"]
    assert IndexYear(2100, Decimal(-20)).starts_on == date(2100, 1, 1)


def test_an_index_year_is_the_same_by_year_percent_and_index() -> None:
    known = IndexYear(2026, Decimal("2.10"), version=3)
    assert IndexYear(2026, Decimal("2.1"), reason="Again").is_same_as(known)
    assert not IndexYear(2026, Decimal("2.2")).is_same_as(known)
    assert not IndexYear(2026, Decimal("2.1"), index="ILON12").is_same_as(known)


def test_a_year_set_again_replaces_the_old_one() -> None:
    table = TABLE.with_year(IndexYear(2026, Decimal(4)))
    assert table.percents == {**TABLE.percents, "2026": Decimal(4)}
