"""How long a check of the register counts, and what a register that is silent changes (F0-11, F0-21)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import TaskId
from helsebro.network.registers.register_check import (
    AGAIN_AFTER,
    OUTCOMES,
    RegisterCheck,
    RegisterFinding,
    RegisterState,
    after_look,
    finding_now,
)
from tests.builders.domain.practitioners import practitioner

AT = datetime(2026, 11, 30, 9, tzinfo=UTC)
LATER = AT + timedelta(days=1)
ANNA = practitioner(authorised=True, authorisation_id="0ABC1")


def looked(
    state: RegisterState = "verified", known: RegisterCheck | None = None, **changes: Any
) -> RegisterCheck:
    """Returns the check after a look that found the state."""
    return after_look(known, replace(ANNA, **changes), RegisterFinding(state), AT)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Anna Holm Jensen"},
        {"profession": "chiropractor"},
        {"authorisation_id": "0ABC2"},
        {"authorisation_id": None},
        {"address": replace(ANNA.address, country="NO")},
    ],
)
def test_a_change_of_what_was_compared_ends_what_the_check_said(changes: dict[str, Any]) -> None:
    assert finding_now(looked(), replace(ANNA, **changes)).state == "not-checked"


@pytest.mark.parametrize("changes", [{"weekly_capacity": 3}, {"insurance_clients": False}])
def test_a_change_of_anything_else_leaves_it(changes: dict[str, Any]) -> None:
    assert finding_now(looked(), replace(ANNA, **changes)).state == "verified"


def test_who_states_no_authorisation_needs_no_check() -> None:
    unauthorised = replace(ANNA, authorised=False, treatments=("acupuncture",), crisis_help=False)
    assert finding_now(looked(), unauthorised).state == "not-needed"


def test_only_an_answer_that_agrees_is_verified() -> None:
    assert [state for state, outcome in OUTCOMES.items() if outcome == "verified"] == ["verified"]


@pytest.mark.parametrize("state", ["verified", "mismatch", "not-found"])
def test_a_register_that_is_silent_takes_away_nothing_that_it_said(state: RegisterState) -> None:
    silent = after_look(looked(state), ANNA, RegisterFinding("unavailable"), LATER)
    assert (silent.finding.state, silent.checked_at) == (state, AT)
    assert silent.next_at == LATER + timedelta(hours=1)


def test_a_register_that_is_silent_about_other_details_verifies_no_one() -> None:
    renamed = replace(ANNA, name="Anna Holm Jensen")
    assert after_look(looked(), renamed, RegisterFinding("unavailable"), LATER).outcome == "unverified"


@pytest.mark.parametrize("state, wait", AGAIN_AFTER.items())
def test_the_register_is_asked_again_after_its_time(state: RegisterState, wait: timedelta | None) -> None:
    assert looked(state).next_at == (None if wait is None else AT + wait)


def test_an_authorisation_to_come_is_looked_up_on_its_first_day() -> None:
    begins = date(2026, 12, 24)
    check = looked("not-needed", authorised_since=begins)
    assert check.next_at == datetime(2026, 12, 23, 23, tzinfo=UTC)
    assert finding_now(check, replace(ANNA, authorised_since=begins)).state == "not-needed"
    assert finding_now(check, replace(ANNA, authorised_since=AT.date())).state == "not-checked"


def test_the_same_finding_keeps_its_task_and_another_does_not() -> None:
    asked = looked("mismatch").with_task(TaskId("tsk_1"))
    assert looked("mismatch", asked).task_id == "tsk_1"
    assert looked("not-found", asked).task_id is None


@pytest.mark.parametrize("confirmed, state", [(True, "verified"), (False, "denied")])
def test_what_the_network_team_decides_is_not_asked_again(confirmed: bool, state: RegisterState) -> None:
    decided = looked("mismatch").decided(confirmed=confirmed, at=LATER)
    assert (decided.finding.state, decided.reviewed, decided.next_at) == (state, True, None)
