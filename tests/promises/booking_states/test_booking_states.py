"""Promises 1 and 2, by steps: after any steps of members, clinic and staff the tables agree with a model.

The real handlers run ``RUNS`` × ``STEPS`` steps (8 × 15; 500 × 50 for a release) over slots, holds, bookings,
the waitlist and guarantees. Events reach the waitlist late, twice and out of order, business time passes, and
one act overtakes another between its read and its write. Each control leaves out one condition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.promises.atomic_dynamodb import atomic_transactions, is_slot
from tests.promises.booking_states.business_time import BusinessTime, business_time
from tests.promises.booking_states.machine import Calendar
from tests.suite.sizes import size

Steps = Callable[[Calendar], None]
Unguarded = Callable[[Mapping[str, Any]], bool]
RUNS, STEPS = size(8, 500, "RUNS"), size(15, 50, "STEPS")


@pytest.fixture
def time(aws: dict[str, Any], tmp_path: Path) -> Iterator[BusinessTime]:
    assert aws
    with business_time(tmp_path / "clock") as passing:
        yield passing


def run(time: BusinessTime, *phases: Phase) -> None:
    run_state_machine_as_test(
        partial(Calendar, time),  # type: ignore[arg-type]
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


def is_hold(operation: Mapping[str, Any]) -> bool:
    """Returns whether the operation needs a certain hold on a slot: that of an offer, or of a member."""
    return is_slot(operation) and "holdId" in str(operation.get("ConditionExpression"))


def is_guarantee(operation: Mapping[str, Any]) -> bool:
    """Returns whether the operation is on a guarantee."""
    return str(operation.get("Key", {}).get("sk", {}).get("S", "")).startswith("GUARANTEE#")


def an_offered_slot_is_withdrawn_while_it_is_accepted(calendar: Calendar) -> None:
    """The withdrawal of an offered slot overtakes the acceptance of the offer."""
    calendar.prepare((1,))
    calendar.waitlist_catches_up(0)
    [entry] = calendar.model.entries.values()
    assert entry.offer
    withdrawal = calendar.acts.withdraw(entry.offer[0])
    calendar.overtake(calendar.acts.accept(entry), lambda: calendar.do(withdrawal))
    calendar.the_tables_agree_with_the_model()


def the_last_session_is_booked_twice(calendar: Calendar) -> None:
    """A booking of the last session overtakes another one under the same guarantee."""
    calendar.prepare(())
    one, other = calendar.model.slots.values()
    calendar.overtake(calendar.acts.book(1, one), lambda: calendar.do(calendar.acts.book(1, other)))
    calendar.the_tables_agree_with_the_model()


def a_revoked_guarantee_is_booked(calendar: Calendar) -> None:
    """The revocation of a guarantee overtakes a booking under it."""
    calendar.prepare(())
    slot, _ = calendar.model.slots.values()
    calendar.overtake(calendar.acts.book(0, slot), lambda: calendar.do(calendar.acts.revoke(0)))
    calendar.the_tables_agree_with_the_model()


def test_no_order_of_steps_gives_a_slot_a_session_or_an_offer_twice(time: BusinessTime) -> None:
    run(time, *Phase)


def test_control_without_the_condition_on_the_slot_a_slot_is_booked_twice(time: BusinessTime) -> None:
    with atomic_transactions(unguarded=is_slot), pytest.raises(AssertionError):
        run(time, Phase.generate)


@pytest.mark.parametrize(
    ("steps", "unguarded"),
    [
        (an_offered_slot_is_withdrawn_while_it_is_accepted, is_hold),
        (the_last_session_is_booked_twice, is_guarantee),
        (a_revoked_guarantee_is_booked, is_guarantee),
    ],
)
def test_control_without_the_condition_on_a_hold_or_a_guarantee_the_same_steps_fail(
    time: BusinessTime, steps: Steps, unguarded: Unguarded
) -> None:
    steps(Calendar(time))
    with atomic_transactions(unguarded=unguarded), pytest.raises(AssertionError, match="should be refused"):
        steps(Calendar(time))
