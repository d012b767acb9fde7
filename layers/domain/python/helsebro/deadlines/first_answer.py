"""First answer: the deadline of a claim's first answer, made of the claim's own fields (F4-06).

A claim shows it at once, without waiting for the events that keep its stored clock. Both are read by the same
arithmetic (``deadline``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from helsebro.claims.claim import Claim
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.deadlines.rows.of_claims import OF_CLAIMS
from helsebro.deadlines.shown_deadline import ShownDeadline, shown
from helsebro.work_calendar import WorkCalendar

FIRST_ANSWER = next(row for row in OF_CLAIMS if row.kind == "first-answer")


def first_answer(claim: Claim) -> Deadline:
    """Returns the deadline; it has no moments until consent, report and papers are complete (F4-07).

    The pauses that are over have moved the instant when it is due; an open question is a moment (F4-08).
    """
    moments: tuple[Moment, ...] = ()
    if claim.completed_at:
        moments = tuple(_moments(claim, claim.completed_at))
    return Deadline(FIRST_ANSWER.kind, claim.claim_id, claim.claim_id, claim.payer, moments)


def shown_first_answer(claim: Claim, at: datetime) -> tuple[ShownDeadline, ...]:
    """Returns the deadline of the first answer as people see it; empty until the claim is complete."""
    found = shown(first_answer(claim), FIRST_ANSWER, at)
    return (found,) if found else ()


def answer_due(claim: Claim, at: datetime) -> datetime | None:
    """Returns by when a claim in review is answered; None when that is over, or the claim is not in review.

    A denial that was reopened is answered as soon after that as a claim is for the first time.
    """
    if claim.status != "in-review":
        return None
    if claim.earlier_decisions:
        due_at = review_due(claim, at)
        return due_at if due_at and due_at > at else None
    running = (found for found in shown_first_answer(claim, at) if found.state == "running")
    return next((deadline.due_at for deadline in running), None)


def review_due(claim: Claim, at: datetime) -> datetime | None:
    """Returns by when the staff decide a claim, also when that is over; None before it is complete.

    It is the instant that the member reads, so that who works by it breaks no promise.
    """
    if claim.earlier_decisions:
        since = claim.reopened_at
        return FIRST_ANSWER.length.due(since, WorkCalendar(claim.country)) if since else None
    return next((deadline.due_at for deadline in shown_first_answer(claim, at)), None)


def _moments(claim: Claim, since: datetime) -> Iterator[Moment]:
    """Yields what has moved the clock; nothing moves it before it starts."""
    due_at = FIRST_ANSWER.length.due(since, WorkCalendar(claim.country))
    yield Moment("1", "start", since, since, "1", due_at + timedelta(seconds=claim.paused_seconds))
    if claim.paused_since:
        paused_at = max(since, claim.paused_since)
        yield Moment("2", "pause", paused_at, paused_at, "2")
    if claim.first_answered_at:
        ended_at = max(since, claim.first_answered_at)
        yield Moment("3", "end", ended_at, ended_at, "3")
