from __future__ import annotations

import pytest

from helsebro.notifications.kinds import KINDS
from helsebro.notifications.variables import FORMS, VariablesWrong, checked, has_its_form

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
        ("time", "08:05"),
        ("missing", "consent documents"),
        ("clauses", "5.2.1 7-10 13"),
        ("kind", "missing-after-3-days"),
        ("queue", "claims"),
        ("notice", "claim-change"),
        ("policy", "Ørsted 2026/1"),
    ],
)
def test_a_value_in_its_form_is_accepted(name: str, value: str) -> None:
    assert has_its_form(name, value)


@pytest.mark.parametrize("name", sorted(set(FORMS) - {"policy", "kind", "queue"}))
@pytest.mark.parametrize("canary", CANARIES)
def test_a_variable_cannot_hold_text_of_a_case(name: str, canary: str) -> None:
    assert not has_its_form(name, canary)


@pytest.mark.parametrize("value", ["2026-02-30", "2026-1-1", "18. december 2026", "2026-12-18 "])
def test_a_day_must_be_one_of_the_calendar(value: str) -> None:
    assert not has_its_form("day", value)


def test_every_variable_of_a_kind_has_a_form() -> None:
    assert set().union(*(kind.variables for kind in KINDS.values())) == set(FORMS)


def test_only_the_policyholder_gets_the_number_of_a_policy() -> None:
    assert {kind.recipient for kind in KINDS.values() if "policy" in kind.variables} == {"policyholder"}


def test_every_fault_is_named_without_its_value() -> None:
    given = {"day": "Kræft", "name": "Åse"}
    with pytest.raises(VariablesWrong) as refused:
        checked(KINDS["session-booked"], given)
    expected = "session-booked: unknown variable name; malformed variable day; missing variable time"
    assert str(refused.value) == expected


def test_a_variable_that_may_be_absent_is_empty() -> None:
    assert checked(KINDS["decision-made"], {}) == {"clauses": ""}
