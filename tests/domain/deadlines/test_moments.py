"""What an event does to a clock, and at which moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.deadlines.clock_row import ClockEffect, ClockRow, On
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.length import AsStored, DueMissing, Hours
from helsebro.deadlines.moments import StartFacts, effects, moment_of
from helsebro.occurrence import Occurrence
from tests.builders.domain.clocks import clock

AT = datetime(2026, 11, 25, 8, tzinfo=UTC)
PRACTITIONER = ids.practitioner_id(ids.ClinicId(ids.plain("cli", b"a" * 15)), "a")
SLOT = ids.slot_id(PRACTITIONER, AT + timedelta(days=9))
CASE = {"claimId": "clm_a"}


def event(kind: str, /, **data: Any) -> Occurrence:
    return Occurrence("evt_a", kind, AT, "tryg", data)


def moves(row: ClockRow, reported: Occurrence) -> list[tuple[str, str]]:
    return [(effect, subject) for effect, _, subject in effects(row, reported)]


@pytest.mark.parametrize(
    "kind, reported, expected",
    [
        (
            "first-answer",
            event("claim.completed", **CASE, round=1),
            [("start", "clm_a"), ("resume", "clm_a")],
        ),
        ("first-answer", event("claim.completed", **CASE, round=2), [("resume", "clm_a")]),
        (
            "first-answer",
            event("task.decided", **CASE, queue="claims", decision="clarify"),
            [("pause", "clm_a")],
        ),
        ("first-answer", event("task.decided", **CASE, queue="claims", decision="deny"), [("end", "clm_a")]),
        ("first-answer", event("task.decided", **CASE, queue="refunds", decision="deny"), []),
        ("first-answer", event("task.decided", **CASE, decision="deny"), []),
        (
            "refund",
            event("task.decided", **CASE, refundId="ref_a", queue="refunds", decision="approve"),
            [("end", "ref_a")],
        ),
        (
            "payout",
            event("payment.sent", bookingIds=["bkg_a", "bkg_b"]),
            [("end", "bkg_a"), ("end", "bkg_b")],
        ),
        ("payout", event("payment.sent", bookingIds=[]), []),
        (
            "notice-answer",
            event("policy.noticed", policyId="pol_a", noticeId="ntc_b", kind="withdrawn", about="ntc_a"),
            [("start", "ntc_b"), ("cancel", "ntc_a")],
        ),
        ("refund", event("refund.received", **CASE), []),
        ("refund", event("something.else", **CASE), []),
    ],
    ids=[
        "the first round",
        "a later round",
        "a question",
        "an answer",
        "an answer of another queue",
        "an answer of no queue",
        "its own subject",
        "many subjects",
        "no subjects",
        "another's subject",
        "without its subject",
        "another event",
    ],
)
def test_an_event_moves_the_clocks_of_its_subjects(
    kind: str, reported: Occurrence, expected: list[tuple[str, str]]
) -> None:
    assert moves(CLOCKS[kind], reported) == expected


def moment(effect: ClockEffect, on: On, facts: StartFacts | None = None, row: ClockRow | None = None) -> Any:
    reported = event(on.event, bookingId="bkg_a", slotId=SLOT)
    return moment_of(row or clock(), effect, on, reported, facts)


def test_a_booked_session_is_a_moment_at_its_slot_under_its_booking() -> None:
    found = moment("end", On("booking.created", key="bookingId", at="slotId"))
    assert (found.key, found.at, found.reported_at) == ("bkg_a", AT + timedelta(days=9), AT)
    assert (found.event_id, found.due_at) == ("evt_a", None)


def test_any_other_event_is_a_moment_of_its_own_at_its_time() -> None:
    found = moment("end", On("ended"))
    assert (found.key, found.at, found.reported_at) == ("evt_a", AT, AT)


@pytest.mark.parametrize(
    "facts, starts_after, due_after",
    [
        (StartFacts(), 0, 10),
        (StartFacts(starts_at=AT - timedelta(hours=3)), -3, 7),
        (StartFacts(due_at=AT + timedelta(hours=5)), 0, 5),
    ],
)
def test_the_facts_of_a_start_come_before_the_length_of_the_row(
    facts: StartFacts, starts_after: int, due_after: int
) -> None:
    found = moment("start", On("started"), facts, clock(length=Hours(10)))
    assert (found.at, found.due_at) == (AT + timedelta(hours=starts_after), AT + timedelta(hours=due_after))


def test_a_start_until_a_stored_instant_that_no_fact_names_is_a_clear_error() -> None:
    with pytest.raises(DueMissing):
        moment("start", On("started"), StartFacts(), clock(length=AsStored()))
