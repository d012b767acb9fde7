"""A rule falls on the days that another implementation of RFC 5545 finds."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from helsebro.calendars.subscriptions.recurrence import Frequency, Recurrence, RecurrenceUnknown

FIRST = date(2026, 1, 5)
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def text_of(rule: Recurrence) -> str:
    """The rule as RFC 5545 writes it."""
    parts = [f"FREQ={rule.frequency}", f"INTERVAL={rule.interval}", f"WKST={NAMES[rule.week_start]}"]
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    for name, numbers in (
        ("BYMONTH", rule.by_month),
        ("BYMONTHDAY", rule.by_month_day),
        ("BYSETPOS", rule.by_position),
    ):
        if numbers:
            parts.append(f"{name}={','.join(map(str, numbers))}")
    if rule.by_day:
        days = (f"{ordinal or ''}{NAMES[weekday]}" for ordinal, weekday in rule.by_day)
        parts.append(f"BYDAY={','.join(days)}")
    return ";".join(parts)


def expected(rule: Recurrence, first: date, begins: date, ends: date) -> list[date]:
    """The days by the other implementation, which leaves out a first day that the rule does not fall on."""
    start, last = datetime.combine(first, datetime.min.time()), datetime.combine(ends, datetime.min.time())
    found = rrulestr(text_of(rule), dtstart=start).between(start, last, inc=True)
    return [each.date() for each in found if each.date() >= begins]


@st.composite
def rules(draw: st.DrawFn) -> Recurrence:
    frequency: Frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    weekdays = st.integers(0, 6)
    months = draw(st.lists(st.integers(1, 12), max_size=2, unique=True).map(tuple))
    may_number = frequency == "MONTHLY" or (frequency == "YEARLY" and months)
    # The other implementation takes a mixture of both kinds as what they have in common.
    ordinals = st.sampled_from((1, 2, -1)) if may_number and draw(st.booleans()) else st.just(0)
    days = draw(st.lists(st.tuples(ordinals, weekdays), max_size=2, unique=True).map(tuple))
    if frequency == "YEARLY" and not months:
        days = ()
    numbers = st.lists(st.sampled_from((1, 2, 15, 28, 31, -1)), max_size=2, unique=True).map(tuple)
    month_days = draw(numbers) if frequency != "WEEKLY" else ()
    return Recurrence(
        frequency,
        interval=draw(st.integers(1, 3)),
        count=draw(st.none() | st.integers(1, 9)),
        by_month=months,
        by_month_day=month_days,
        by_day=days,
        week_start=draw(st.sampled_from((0, 6))),
    )


@settings(max_examples=150, deadline=None, phases=[Phase.generate])
@given(rules(), st.integers(0, 400), st.integers(0, 400))
def test_a_rule_falls_on_the_days_that_another_implementation_finds(
    rule: Recurrence, shift: int, later: int
) -> None:
    first = FIRST + timedelta(days=shift)
    begins, ends = first + timedelta(days=later), first + timedelta(days=later + 120)
    if not rule.falls_on(first, first):
        return  # what such a rule means is undefined (RFC 5545, 3.8.5.3)

    assert [*rule.days(first, begins, ends)] == expected(rule, first, begins, ends)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (Recurrence("MONTHLY", by_day=((0, 0), (0, 1), (0, 2), (0, 3), (0, 4)), by_position=(-1,)),
         ["2026-01-30", "2026-02-27", "2026-03-31"]),
        (Recurrence("MONTHLY", by_month_day=(31,)), ["2026-01-31", "2026-03-31"]),
        (Recurrence("YEARLY", by_month=(3,), by_day=((-1, 6),)), ["2026-03-29"]),
        (Recurrence("WEEKLY", interval=2, by_day=((0, 0), (0, 6)), count=4),
         ["2026-01-11", "2026-01-19", "2026-01-25"]),
    ],
)  # fmt: skip
def test_the_usual_rules(rule: Recurrence, days: list[str]) -> None:
    found = rule.days(FIRST, FIRST + timedelta(days=1), date(2026, 3, 31))
    assert [day.isoformat() for day in found] == days


def test_the_first_day_counts_whatever_the_rule_says() -> None:
    rule = Recurrence("WEEKLY", by_day=((0, 4),), count=2)
    assert [*rule.days(FIRST, FIRST, date(2026, 3, 1))] == [FIRST, date(2026, 1, 9)]


def test_a_rule_that_falls_on_no_day_ends_at_once() -> None:
    never = Recurrence("DAILY", by_month=(2,), by_month_day=(31,))
    assert [*never.days(date(1970, 1, 1), FIRST, FIRST + timedelta(days=60))] == []
    assert never.looks_from(date(1970, 1, 1), FIRST) == FIRST


@pytest.mark.parametrize(
    "changes",
    [
        {"frequency": "DAILY", "interval": 0},
        {"frequency": "DAILY", "count": 0},
        {"frequency": "DAILY", "by_day": ((1, 0),)},
        {"frequency": "WEEKLY", "by_position": (1,)},
        {"frequency": "YEARLY", "by_day": ((1, 0),)},
        {"frequency": "YEARLY", "by_month": (1, 2), "by_position": (1,)},
    ],
)
def test_what_is_not_understood_is_no_rule(changes: dict[str, object]) -> None:
    with pytest.raises(RecurrenceUnknown):
        Recurrence(**changes)  # type: ignore[arg-type]
