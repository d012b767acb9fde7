"""A claim that is not decided in time: its deadline warns, is missed, escalates and is counted (F4-06).

A schedule wakes a deadline at the next whole second, so the clock moves a minute past each instant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.durations import PRECISION
from local.journey.benefits import decide, task_of
from local.journey.people import StackAddresses, User
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.published import published

ROW = CLOCKS["first-answer"]
A_DAY, A_MINUTE = timedelta(hours=24), timedelta(minutes=1)
LATE = timedelta(hours=4)
"""So late does a missed first answer escalate."""


@dataclass(frozen=True)
class Undecided:
    """A complete claim, and what its staff and its member read about the deadline of the first answer."""

    case: PlayedCase
    mailbox: Mailbox
    caseworker: User
    quality: User

    def listed(self) -> dict[str, Any] | None:
        """Returns it as the staff see it in their queue; None when it is not there."""
        items = self.caseworker.get("/v1/deadlines?queue=claims").json()["items"]
        return next(
            (each for each in items if (each["kind"], each["claimId"]) == (ROW.kind, self.claim_id)), None
        )

    def on_the_case(self) -> str:
        """Returns its state as the member sees it."""
        shown = self.case.member.get(f"/v1/claims/{self.claim_id}").json()["deadlines"]
        return next(str(each["state"]) for each in shown if each["kind"] == ROW.kind)

    def level(self) -> dict[str, Any] | None:
        """Returns the service level of its kind; None while nothing is counted."""
        answer = self.quality.get("/v1/insights/service-levels?queue=claims")
        return next((each for each in answer.json()["totals"] if each["kind"] == ROW.kind), None)

    def mails(self) -> list[str]:
        """Returns the kinds of the mails to the staff about it, oldest first."""
        sent = self.mailbox.sent(caseId=self.claim_id, recipient=self.case.users.payer)
        return [message["kind"] for message in reversed(sent)]

    @property
    def claim_id(self) -> str:
        """The claim."""
        return self.case.claim_id


@pytest.fixture
def undecided(running_stack: Stack) -> Undecided:
    case = PlayedCase(StackAddresses.of(running_stack.addresses), Journey(lambda _: None))
    caseworker, quality = (case.users.staff(role) for role in ("caseworker", "quality"))
    return Undecided(case, Mailbox.of(running_stack), caseworker, quality)


def test_a_missed_deadline_warns_escalates_and_counts_in_the_service_levels(
    running_stack: Stack, moved: Moved, undecided: Undecided
) -> None:
    task = task_of(undecided.caseworker, "claims", claimId=undecided.claim_id)
    due_at = datetime.fromisoformat(until("the deadline", undecided.listed)["dueAt"])
    events = partial(published, running_stack, claimId=undecided.claim_id, kind=ROW.kind)
    assert ROW.warns
    assert ROW.escalates == LATE

    moved.to(due_at - ROW.warns + A_MINUTE)
    until("the warning of the staff", lambda: undecided.mails() == ["deadline-near"])
    assert [undecided.on_the_case(), (undecided.listed() or {})["state"]] == ["running", "running"]
    assert undecided.level() is None

    moved.to(due_at + A_MINUTE)
    until("the mail to the staff", lambda: undecided.mails() == ["deadline-near", "deadline-missed"])
    assert [undecided.on_the_case(), (undecided.listed() or {})["state"]] == ["missed", "missed"]
    missed = until("the count", undecided.level)
    assert (missed["count"], missed["within"], missed["answers"]) == (1, 0, 0)

    moved.to(due_at + LATE + A_MINUTE)
    kinds = ["deadline-near", "deadline-missed", "deadline-escalated"]
    until("the escalation", lambda: undecided.mails() == kinds)
    denial = {"decision": "deny", "clause": "6.1", "reason": "The injury is of work"}
    denied = decide(undecided.caseworker, task, denial)
    assert denied.status_code == 200
    until("the end of the deadline", lambda: undecided.listed() is None)
    answered = undecided.level() or {}
    assert (answered["count"], answered["within"], answered["answers"]) == (1, 0, 1)
    expected = (A_DAY + LATE).total_seconds()
    assert answered["medianSeconds"] == pytest.approx(expected, rel=PRECISION)
    assert undecided.on_the_case() == "missed"
    assert [len(events(f"deadline.{milestone}")) for milestone in ("warned", "missed", "escalated")] == [
        1,
        1,
        1,
    ]
