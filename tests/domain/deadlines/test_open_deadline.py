"""Which deadlines the staff of a queue still have to keep (F4-06)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.deadlines.open_deadline import OpenDeadline, open_deadline
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.deadlines import LASTS, STARTED, moved, running

DUE = STARTED + LASTS
DAY = timedelta(days=1)


def opened(deadline: Deadline, at: datetime) -> OpenDeadline | None:
    return open_deadline(deadline, CLOCKS[deadline.kind], at)


def after(milestone: Milestone, deadline: Deadline) -> Deadline:
    run = deadline.reading(CLOCKS[deadline.kind])
    assert run
    return deadline.marked(milestone, DUE, run)


@pytest.mark.parametrize(
    "deadline, at, state",
    [
        (running("contact"), STARTED, "running"),
        (running("contact"), DUE + DAY, "missed"),
        (after("missed", running("contact")), DUE + DAY, "missed"),
        (after("escalated", after("missed", running("contact"))), DUE + DAY, "missed"),
        (running("first-answer", moved("pause", STARTED + DAY)), DUE + DAY, "paused"),
        # The booked session lies ahead: until it takes place, the staff keep the deadline.
        (running("consultation", moved("end", STARTED + 5 * DAY)), STARTED + DAY, "running"),
        (running("guarantee-expiry"), STARTED, "running"),
    ],
)
def test_what_runs_pauses_or_was_missed_is_open(deadline: Deadline, at: datetime, state: str) -> None:
    found = opened(deadline, at)
    assert found is not None
    assert found.seen.state == state


@pytest.mark.parametrize(
    "deadline, at",
    [
        (running("contact", moved("end", STARTED + DAY)), STARTED + 2 * DAY),
        (running("contact", moved("end", DUE + DAY)), DUE + 2 * DAY),
        (running("contact", moved("cancel", STARTED + DAY)), STARTED + DAY),
        (running("guarantee-expiry"), DUE),
        (running("session-reminder"), STARTED),
        (Deadline("contact", "gar_a", "clm_a", "tryg"), STARTED),
    ],
    ids=["met", "missed and ended", "cancelled", "an expiry that has come", "a reminder", "not started"],
)
def test_what_is_over_is_not_open_even_before_that_is_stored(deadline: Deadline, at: datetime) -> None:
    assert opened(deadline, at) is None


@pytest.mark.parametrize(
    "kind, case_id, subject_id, about",
    [
        ("assignment", CLAIM_ID, CLAIM_ID, {"claimId": CLAIM_ID}),
        ("contact", CLAIM_ID, "gar_a", {"claimId": CLAIM_ID, "guaranteeId": "gar_a"}),
        ("run-off", "pol_a", "per_a", {"policyId": "pol_a", "personId": "per_a"}),
    ],
)
def test_it_names_its_case_and_what_it_is_about(
    kind: str, case_id: str, subject_id: str, about: dict[str, str]
) -> None:
    found = opened(running(kind, case_id=case_id, subject_id=subject_id), STARTED)
    assert found is not None
    assert found.about == about
