from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.coverage.benefits.cover_period import period
from tests.builders.domain.covers import cover

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "changes, today, state",
    [
        ({}, TODAY, "in-force"),
        ({"enrolled_on": date(2026, 11, 22)}, TODAY, "not-begun"),
        ({"left_on": TODAY}, TODAY, "in-force"),
        ({"left_on": date(2026, 11, 20)}, TODAY, "run-off"),
        ({"left_on": date(2026, 8, 31)}, date(2027, 2, 28), "run-off"),
        ({"left_on": date(2026, 8, 31)}, date(2027, 3, 1), "ended"),
        ({"scheme": "voluntary", "born_on": date(1956, 11, 3)}, date(2026, 11, 30), "in-force"),
        ({"scheme": "voluntary", "born_on": date(1956, 11, 3)}, date(2026, 12, 1), "ended"),
        ({"born_on": date(1956, 11, 3)}, date(2026, 12, 1), "in-force"),
        ({"suspended": ((TODAY, None),)}, date(2026, 11, 20), "in-force"),
        ({"suspended": ((TODAY, None),)}, TODAY, "suspended"),
        ({"suspended": ((TODAY, date(2026, 12, 1)),)}, date(2026, 11, 30), "suspended"),
        ({"suspended": ((TODAY, date(2026, 12, 1)),)}, date(2026, 12, 1), "in-force"),
    ],
)
def test_the_state_of_a_cover_on_a_day(changes: dict[str, Any], today: date, state: str) -> None:
    assert period(cover(**changes), today).state == state


def test_every_ending_has_its_rule_and_its_last_day() -> None:
    found = period(
        cover(
            left_on=date(2026, 8, 31),
            scheme="voluntary",
            born_on=date(1960, 2, 29),
            suspended=((date(2026, 5, 22), date(2026, 6, 1)),),
        ),
        TODAY,
    )
    assert [
        (ending.kind, ending.rule, ending.clause, ending.last_day, ending.again_on)
        for ending in found.endings
    ] == [
        ("leaving", "R-1312", "13.4", date(2026, 8, 31), None),
        ("run-off", "R-1315", "13.4.2", date(2027, 2, 28), None),
        ("seventieth-year", "R-1313", "13.4", date(2030, 2, 28), None),
        ("suspension", "R-1402", "14.1.1", date(2026, 5, 21), date(2026, 6, 1)),
    ]


def test_the_clauses_are_printed_as_in_the_product() -> None:
    found = period(cover(product="SA1706", left_on=date(2026, 8, 31)), TODAY)
    assert [ending.clause for ending in found.endings] == ["12.4", "12.4.2"]


@pytest.mark.parametrize(
    "starts, first, last",
    [
        ("01-01", date(2026, 1, 1), date(2026, 12, 31)),
        ("11-22", date(2025, 11, 22), date(2026, 11, 21)),
        ("11-21", date(2026, 11, 21), date(2027, 11, 20)),
    ],
)
def test_the_policy_year_around_the_day(starts: str, first: date, last: date) -> None:
    found = period(cover(policy_year_start=starts), TODAY)
    assert (found.year_from, found.year_until) == (first, last)


def test_the_first_day_is_the_persons_own() -> None:
    assert period(cover(enrolled_on=date(2024, 3, 14)), TODAY).first_day == date(2024, 3, 14)
