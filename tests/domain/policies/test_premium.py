from __future__ import annotations

from datetime import date

import pytest

from helsebro.errors import BadInput, Conflict
from helsebro.policies.premium import (
    Reminder,
    due_date,
    last_due,
    next_due,
    paid,
    reminded,
    stops_on,
    suspensions,
)

BEGINS, TODAY = date(2024, 1, 1), date(2026, 3, 31)
REMINDER = Reminder(date(2026, 3, 1))


@pytest.mark.parametrize(
    "paid_on, stretches",
    [
        (None, ((date(2026, 3, 23), None),)),
        (date(2026, 3, 2), ()),
        (date(2026, 3, 22), ()),  # the 21st day is in time
        (date(2026, 3, 23), ((date(2026, 3, 23), date(2026, 3, 23)),)),
        (date(2026, 3, 30), ((date(2026, 3, 23), date(2026, 3, 30)),)),
    ],
)
def test_cover_is_suspended_after_the_21st_day_until_the_day_of_payment(
    paid_on: date | None, stretches: tuple[tuple[date, date | None], ...]
) -> None:
    reminders = paid([REMINDER], paid_on, TODAY) if paid_on else (REMINDER,)
    assert suspensions(reminders, 21) == stretches


def test_one_payment_settles_every_reminder_sent_by_then_and_none_sent_later() -> None:
    first, second, third = (Reminder(date(2026, month, 1)) for month in (1, 2, 3))
    settled = paid([first, second, third], date(2026, 2, 1), TODAY)
    assert [one.paid_on for one in settled] == [date(2026, 2, 1), date(2026, 2, 1), None]
    again = paid(settled, date(2026, 3, 5), TODAY)
    assert [one.paid_on for one in again] == [date(2026, 2, 1), date(2026, 2, 1), date(2026, 3, 5)]


def test_a_payment_is_rejected_when_nothing_is_owed() -> None:
    with pytest.raises(Conflict):
        paid([], TODAY, TODAY)
    with pytest.raises(Conflict):
        paid([REMINDER], date(2026, 2, 28), TODAY)
    with pytest.raises(BadInput):
        paid([REMINDER], date(2026, 4, 1), TODAY)


@pytest.mark.parametrize(
    "sent_on, due_on, pointers",
    [
        (date(2026, 3, 31), date(2026, 3, 30), []),
        (date(2026, 4, 1), None, ["/sentOn"]),
        (date(2023, 12, 31), None, ["/sentOn"]),
        (date(2026, 3, 31), date(2026, 3, 31), ["/dueOn"]),
        (date(2026, 4, 1), date(2026, 4, 2), ["/sentOn", "/dueOn"]),
    ],
)
def test_a_reminder_is_sent_after_the_due_date_and_not_in_the_future(
    sent_on: date, due_on: date | None, pointers: list[str]
) -> None:
    new = Reminder(sent_on, due_on)
    if not pointers:
        assert reminded([], new, BEGINS, TODAY) == (new,)
        return
    with pytest.raises(BadInput) as refused:
        reminded([], new, BEGINS, TODAY)
    assert [fault.pointer for fault in refused.value.faults] == pointers


def test_reminders_are_in_the_order_they_were_sent_and_one_a_day() -> None:
    early = Reminder(date(2026, 2, 1))
    assert reminded([REMINDER], early, BEGINS, TODAY) == (early, REMINDER)
    with pytest.raises(Conflict):
        reminded([REMINDER], Reminder(REMINDER.sent_on), BEGINS, TODAY)


def test_a_due_date_on_a_leap_day_is_the_28th_in_other_years() -> None:
    assert due_date("02-29", 2028) == date(2028, 2, 29)
    assert due_date("02-29", 2027) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "on, last, following",
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 1, 2), date(2026, 1, 1), date(2026, 7, 1)),
        (date(2026, 7, 2), date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_due_dates_repeat_each_year(on: date, last: date, following: date) -> None:
    due = ("07-01", "01-01")
    assert (last_due(due, on), next_due(due, on)) == (last, following)


@pytest.mark.parametrize(
    "paid_on, stops",
    [
        ([None], date(2026, 2, 23)),
        ([None, None], date(2026, 2, 23)),
        ([date(2026, 2, 20), None], date(2026, 3, 4)),
        ([date(2026, 2, 20)], None),
        ([], None),
    ],
)
def test_cover_stops_by_the_earliest_reminder_that_is_unpaid(
    paid_on: list[date | None], stops: date | None
) -> None:
    sent = (date(2026, 2, 1), date(2026, 2, 10))
    reminders = [Reminder(day, paid_on=paid) for day, paid in zip(sent, paid_on, strict=False)]
    assert stops_on(reminders, 21) == stops
