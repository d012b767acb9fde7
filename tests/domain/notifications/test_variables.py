from __future__ import annotations

from datetime import date, datetime

import pytest

from helsebro.deadlines.length import Days, Hours, HoursOrNextWorkingDay, WorkingDays
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.variables import FORMS, VariablesWrong, checked, due_in, has_its_form, last_day
from helsebro.work_calendar import WorkCalendar

CANARIES = (
    "Kræft i skulderen",
    "fysioterapi",
    "Åse Ærø",
    "010170-1234",
    "0101701234",
    "Klinik Nord",
    "depression",
)


@pytest.mark.parametrize(
    "name, value",
    [
        ("day", "2026-12-18"),
        ("starts", "2026-12-18T08:05"),
        ("due", "2026-12-18"),
        ("due", "2026-12-18T23:59"),
        ("missing", "consent documents"),
        ("safety", "NO"),
        ("clauses", "5.2.1 7-10 13"),
        ("kind", "missing-after-3-days"),
        ("queue", "claims"),
        ("notice", "claim-change"),
        ("policy", "Ørsted 2026/1"),
    ],
)
def test_a_value_in_its_form_is_accepted(name: str, value: str) -> None:
    assert has_its_form(name, value)


# A clinic's name is free text, and stands only in texts to who signs or works for it.
@pytest.mark.parametrize("name", sorted(set(FORMS) - {"policy", "kind", "queue", "clinic"}))
@pytest.mark.parametrize("canary", CANARIES)
def test_a_variable_cannot_hold_text_of_a_case(name: str, canary: str) -> None:
    assert not has_its_form(name, canary)


@pytest.mark.parametrize("value", ["2026-02-30", "2026-1-1", "18. december 2026", "2026-12-18 "])
def test_a_day_must_be_one_of_the_calendar(value: str) -> None:
    assert not has_its_form("day", value)
    assert not has_its_form("due", value)
    assert not has_its_form("starts", f"{value}T10:15")


@pytest.mark.parametrize("value", ["2026-12-18T24:00", "2026-12-18T9:00", "2026-12-18T10:15:00", "10:15"])
def test_a_time_must_be_a_minute_of_a_day(value: str) -> None:
    assert not has_its_form("due", value)
    assert not has_its_form("starts", value)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


CALENDAR, WRITTEN = WorkCalendar("NO"), at("2026-10-20T08:15+00:00")


@pytest.mark.parametrize(
    "due_at, due",
    [
        (Hours(24).due(WRITTEN, CALENDAR), "2026-10-21T10:15"),
        (Days(14).due(WRITTEN, CALENDAR), "2026-11-03"),
        (WorkingDays(10).due(WRITTEN, CALENDAR), "2026-11-03"),
        (HoursOrNextWorkingDay(24).due(at("2026-10-23T08:15+00:00"), CALENDAR), "2026-10-26"),
        (CALENDAR.end_of(date(2026, 12, 4)), "2026-12-04"),
        (CALENDAR.end_of(date(2026, 7, 31)), "2026-07-31"),
    ],
    ids=["hours", "days", "working days", "hours that end on a Saturday", "winter", "summer"],
)
def test_a_deadline_of_days_has_its_last_day_and_one_of_hours_its_time(due_at: datetime, due: str) -> None:
    assert due_in(due_at, "NO") == due
    assert last_day(due_at, "NO") == date.fromisoformat(due[:10])


def test_every_variable_of_a_kind_has_a_form() -> None:
    assert set().union(*(kind.variables for kind in KINDS.values())) == set(FORMS)


def test_only_the_policyholder_gets_the_number_of_a_policy() -> None:
    assert {kind.recipient for kind in KINDS.values() if "policy" in kind.variables} == {"policyholder"}


def test_every_fault_is_named_without_its_value() -> None:
    given = {"due": "Kræft", "name": "Åse", "kind": "refund"}
    with pytest.raises(VariablesWrong) as refused:
        checked(KINDS["deadline-near"], given)
    expected = "deadline-near: unknown variable name; malformed variable due; missing variable queue"
    assert str(refused.value) == expected


def test_a_variable_that_may_be_absent_is_empty() -> None:
    assert checked(KINDS["decision-made"], {}) == {"clauses": ""}
