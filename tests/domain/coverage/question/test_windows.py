"""Months, policy years and blocks of time, at their ends."""

from __future__ import annotations

from datetime import date

import pytest

from helsebro.coverage.question.windows import NEVER, Window, add_months, block, policy_year


@pytest.mark.parametrize(
    "day, months, then",
    [
        ("2026-03-14", 24, "2028-03-14"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_added_months_lead_to_the_same_day_or_the_months_last(day: str, months: int, then: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_months_past_the_end_of_the_calendar_give_never() -> None:
    assert add_months(date(2026, 11, 21), 10**9) == add_months(NEVER, 12) == NEVER


@pytest.mark.parametrize(
    "on, starts, first, end",
    [
        ("2026-06-30", "07-01", "2025-07-01", "2026-07-01"),
        ("2026-07-01", "07-01", "2026-07-01", "2027-07-01"),
        ("2026-12-31", "01-01", "2026-01-01", "2027-01-01"),
        ("2026-02-28", "02-29", "2026-02-28", "2027-02-28"),
        ("2028-02-28", "02-29", "2027-02-28", "2028-02-29"),
    ],
)
def test_a_policy_year_includes_its_first_day_and_not_the_next_years(
    on: str, starts: str, first: str, end: str
) -> None:
    found = policy_year(date.fromisoformat(on), starts)

    assert found == Window(date.fromisoformat(first), date.fromisoformat(end))
    assert found.holds(date.fromisoformat(on))


def test_a_block_runs_from_a_first_treatment_and_the_next_from_the_first_after_it() -> None:
    days = [date(2025, 3, 1), date(2025, 9, 1), date(2026, 5, 1), date(2026, 6, 1)]

    assert block(date(2026, 2, 28), days, 12) == Window(date(2025, 3, 1), date(2026, 3, 1))
    assert block(date(2026, 6, 1), days, 12) == Window(date(2026, 5, 1), date(2027, 5, 1))


def test_a_block_starts_with_the_treatment_when_no_block_runs() -> None:
    assert block(date(2026, 4, 1), [date(2025, 3, 1)], 12).first == date(2026, 4, 1)
    assert block(date(2026, 4, 1), [], 12).first == date(2026, 4, 1)
