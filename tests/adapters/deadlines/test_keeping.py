"""Events of the bus start, pause and end deadlines, in any order and more than once (F1-07, F4-06)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from helsebro import ids
from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import AsStored, DueMissing, WorkingDays
from helsebro.deadlines.moments import StartFacts
from helsebro.errors import NotFound
from helsebro_aws.deadlines.case_reads import CaseReads
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.deadlines.keeping import ClocksNotKept, DeadlineKeeping
from helsebro_aws.deadlines.keys import deadline_key
from helsebro_aws.dynamodb.record import instant
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.clocks import START, clock
from tests.builders.kept_deadlines import KeptDeadlines

pytestmark = pytest.mark.usefixtures("aws")
HOUR = timedelta(hours=1)


class Facts:
    """Answers every start, and counts how often it was asked."""

    def __init__(self, found: StartFacts | None = None) -> None:
        self.found, self.asked = found or StartFacts(), 0

    def __call__(self, _: CaseReads, __: ClockRow) -> StartFacts | None:
        self.asked += 1
        return self.found


def keeping(*rows: ClockRow, facts: Any = None) -> DeadlineKeeping:
    by_kind = {row.kind: row for row in rows or (clock(),)}
    kept = KeptDeadlines(rows=by_kind)
    kept.time = START
    return DeadlineKeeping(kept.engine, rows_of=lambda _: tuple(by_kind.values()), facts=facts or Facts())


def event(kind: str, hours: float = 0, **data: Any) -> dict[str, Any]:
    at, event_id = instant(START + hours * HOUR), f"evt_{kind}_{hours}"
    return {
        "eventId": event_id,
        "type": kind,
        "at": at,
        "payer": "tryg",
        "data": {"claimId": CLAIM_ID, **data},
    }


def stored(kind: str = "first-answer", subject: str = CLAIM_ID, case_id: str = CLAIM_ID) -> Any:
    found = DynamoDeadlines().find(deadline_key("tryg", case_id, kind, subject))
    return found and found.deadline


COURSE = [event("started"), event("paused", 4), event("resumed", 30), event("ended", 33)]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_events_in_any_order_and_repeated_make_the_same_deadline(order: Sequence[int]) -> None:
    kept = keeping()
    for place in (*order, *order[:2]):
        kept.keep(COURSE[place])
    run = stored().reading(clock())
    assert (run.due_at, run.ended_at) == (START + 36 * HOUR, START + 33 * HOUR)
    assert len(stored().moments) == len(COURSE)


def test_the_facts_of_a_start_are_read_once_and_only_for_a_start() -> None:
    facts = Facts()
    kept = keeping(facts=facts)
    for each in (*COURSE, *COURSE):
        assert kept.keep(each) == ["first-answer"]
    assert facts.asked == 1


def test_an_event_may_move_the_deadlines_of_many_subjects() -> None:
    row = clock(subject="bookingId", ends=(On("paid", subject="bookingIds"),))
    assert keeping(row).keep(event("paid", bookingIds=["bkg_a", "bkg_b"])) == ["first-answer"] * 2
    assert [len(stored(subject=subject).moments) for subject in ("bkg_a", "bkg_b")] == [1, 1]


def test_an_event_that_moves_no_clock_stores_nothing() -> None:
    assert keeping().keep(event("other")) == []
    assert stored() is None


def test_a_clock_that_does_not_apply_is_not_started() -> None:
    kept = keeping(facts=lambda *_: None)
    kept.keep(event("started"))
    assert stored() is None


def test_a_clock_that_begins_again_and_no_longer_applies_does_not_go_on() -> None:
    row = clock(restarts=True)
    keeping(row).keep(event("started"))
    keeping(row, facts=lambda *_: None).keep(event("started", 3))
    assert stored().reading(row) is None


@pytest.mark.parametrize(
    "fault", [NotFound(), DueMissing("x"), KeyError("x")], ids=lambda one: type(one).__name__
)
def test_a_clock_that_fails_does_not_stop_the_others_and_is_named_without_an_id(
    fault: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails_for_one(_: CaseReads, row: ClockRow) -> StartFacts:
        if row.kind == "refund":
            raise fault
        return StartFacts()

    rows = (clock(kind="refund", queue="refunds"), clock())
    with pytest.raises(ClocksNotKept) as refused:
        keeping(*rows, facts=fails_for_one).keep(event("started"))
    assert str(refused.value) == "refund"
    assert stored() is not None
    assert stored("refund") is None
    assert CLAIM_ID not in capsys.readouterr().out
    # Repaired, the event comes again: only the clock that failed is missing.
    keeping(*rows).keep(event("started"))
    assert stored("refund") is not None
    assert stored().revision == 1


def test_a_start_until_a_stored_instant_that_no_fact_names_is_refused() -> None:
    with pytest.raises(ClocksNotKept, match="consent"):
        keeping(clock(kind="consent", length=AsStored())).keep(event("started"))


def test_days_outside_the_table_of_holidays_are_refused() -> None:
    late = {**event("started"), "at": "2099-12-30T12:00:00Z"}
    with pytest.raises(ClocksNotKept, match="payout"):
        keeping(clock(kind="payout", length=WorkingDays(7))).keep(late)


def test_a_case_whose_id_is_none_is_refused() -> None:
    with pytest.raises(ClocksNotKept):
        keeping().keep(event("started", claimId="claim 1"))


def test_the_case_follows_from_the_subject_where_the_event_names_none() -> None:
    booking = ids.within("bkg", CLAIM_ID, b"a" * 6)
    bare = {**event("started"), "data": {"bookingId": booking}}
    keeping(clock(subject="bookingId")).keep(bare)
    assert stored(subject=booking) is not None


def test_a_clock_of_a_policy_is_stored_with_it() -> None:
    bare = {**event("started"), "data": {"policyId": "pol_a"}}
    keeping(clock(subject="policyId")).keep(bare)
    assert stored(subject="pol_a", case_id="pol_a") is not None
