"""Promises 7 and 8 for payouts: no session waits for its money in silence (F1-07).

What the bank has paid may be told late, twice, before the payout itself, or never. The clock must end as it
should in every order, and finance has one task when the money is late. Each control leaves out what keeps it
so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import permutations
from typing import Any

import pytest

from helsebro import ids
from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline, Reading
from helsebro.deadlines.moments import StartFacts
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.deadlines.case_reads import CaseReads
from helsebro_aws.deadlines.due_deadlines import DueDeadlines
from helsebro_aws.deadlines.keeping import DeadlineKeeping
from helsebro_aws.dynamodb.record import instant
from tests.builders.claims import outbox_rows
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.kept_deadlines import KeptDeadlines, stored
from tests.promises.deadlines.oracle import ZONES, midnight_after, working_day_after
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
ROW = CLOCKS["payout"]
BOOKING = ids.within("bkg", CLAIM_ID, b"a" * 6)
HELD = date(2026, 12, 23)
"""Christmas, New Year and two weekends lie within its seven weekdays."""
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), ZONES["DK"])


REPORTED = at(HELD)
DUE_ON = working_day_after(HELD, 7, "DK")
DUE = midnight_after(DUE_ON, "DK")


def event(kind: str, when: datetime, number: int = 1, **data: Any) -> dict[str, Any]:
    named = {"eventId": f"evt_{kind}_{number}", "type": kind, "at": instant(when), "payer": "tryg"}
    return {**named, "data": {"claimId": CLAIM_ID, **data}}


def approved(when: datetime = REPORTED, number: int = 1, due_on: date = DUE_ON) -> dict[str, Any]:
    return event("payout.approved", when, number, bookingId=BOOKING, dueOn=due_on.isoformat())


def withdrawn(when: datetime) -> dict[str, Any]:
    return event("payout.withdrawn", when, bookingId=BOOKING)


def sent(when: datetime) -> dict[str, Any]:
    return event("payment.sent", when, bookingIds=[BOOKING])


def facts(reads: CaseReads, _: object) -> StartFacts:
    """Returns what ``of_payout`` reads, without the case."""
    calendar = WorkCalendar("DK")
    due_on = date.fromisoformat(str(reads.event.data["dueOn"]))
    return StartFacts(calendar, due_at=calendar.end_of(due_on))


class Played:
    """The clock of one session's money, on a time that the test moves."""

    def __init__(self, row: ClockRow = ROW) -> None:
        self.row, self.kept = row, KeptDeadlines(rows={"payout": row})
        self.kept.time = at(HELD)
        self.keeping = DeadlineKeeping(self.kept.engine, rows_of=lambda _: (row,), facts=facts)

    def hears(self, *events: dict[str, Any]) -> None:
        """Keeps events in this order."""
        for each in events:
            self.kept.time = max(self.kept.time, datetime.fromisoformat(each["at"]))
            assert self.keeping.keep(each) == ["payout"]

    def swept(self, until: datetime) -> None:
        """Lets the sweep run once a day until then, without any schedule."""
        while self.kept.time < until:
            self.kept.time = min(self.kept.time + DAY, until)
            _, refused = DueDeadlines(self.kept.engine).run(lambda: True)
            assert not refused

    @property
    def run(self) -> Reading | None:
        return stored(Deadline("payout", BOOKING, CLAIM_ID, "tryg")).reading(self.row)


def told(aws: dict[str, Any]) -> dict[str, int]:
    """Returns how often the money was late, and how many tasks of finance there are."""
    tasks = [row["data"]["M"]["queue"]["S"] for row in outbox_rows(aws, "task.opened")]
    return {"missed": len(outbox_rows(aws, "deadline.missed")), "tasks": tasks.count("payments")}


ON_TIME, LATE = {"missed": 0, "tasks": 0}, {"missed": 1, "tasks": 1}
AFTER = DUE + 20 * DAY


def test_the_last_day_is_the_seventh_weekday_after_the_session() -> None:
    played = Played()
    played.hears(approved())
    assert played.run
    assert played.run.due_at == DUE
    assert date(2027, 1, 5) == DUE_ON


@pytest.mark.parametrize(
    "events, expected",
    [
        pytest.param([approved()], LATE, id="lost"),
        pytest.param([approved(), sent(at(HELD + DAY))], ON_TIME, id="in time"),
        pytest.param([approved(), *[sent(at(HELD + DAY))] * 3], ON_TIME, id="three times"),
        pytest.param([approved(), sent(DUE - SECOND)], ON_TIME, id="in the last second"),
        pytest.param([approved(), *[approved()] * 2, sent(at(HELD + DAY))], ON_TIME, id="owed three times"),
        pytest.param([sent(at(HELD + DAY)), approved()], ON_TIME, id="paid before it was owed"),
        pytest.param([approved(), withdrawn(at(HELD + DAY))], ON_TIME, id="withdrawn"),
        pytest.param([withdrawn(at(HELD + DAY)), approved()], ON_TIME, id="withdrawn before it was owed"),
    ],
)
def test_money_is_late_only_when_it_was_not_sent(
    aws: dict[str, Any], events: Sequence[dict[str, Any]], expected: dict[str, int]
) -> None:
    played = Played()
    played.hears(*events)
    played.swept(AFTER)
    assert told(aws) == expected


@pytest.mark.parametrize("after", [timedelta(0), SECOND, 3 * DAY])
def test_money_that_is_sent_late_was_late_once(aws: dict[str, Any], after: timedelta) -> None:
    played = Played()
    played.hears(approved())
    played.swept(DUE + after)
    played.hears(*[sent(DUE + after + SECOND)] * 2)
    played.swept(AFTER)
    assert told(aws) == LATE
    assert played.run
    assert played.run.ended_at == DUE + after + SECOND


AGAIN = working_day_after(HELD, 9, "DK")
STORY = [
    approved(),
    withdrawn(at(HELD + DAY)),
    approved(at(HELD + 3 * DAY), 2, AGAIN),
    sent(at(HELD + 4 * DAY)),
]
ORDERS = list(permutations(range(4)))


@pytest.mark.parametrize("order", ORDERS[:: size(5, 1)])
def test_a_session_that_is_owed_again_ends_the_same_in_any_order(
    aws: dict[str, Any], order: tuple[int, ...]
) -> None:
    played = Played()
    played.hears(*(STORY[place] for place in order))
    assert played.run
    assert (played.run.due_at, played.run.ended_at) == (midnight_after(AGAIN, "DK"), at(HELD + 4 * DAY))
    played.swept(AFTER)
    assert told(aws) == ON_TIME


def test_a_session_that_is_owed_again_and_not_paid_is_late_by_its_new_day(aws: dict[str, Any]) -> None:
    played = Played()
    played.hears(*STORY[:3])
    played.swept(midnight_after(AGAIN, "DK") - SECOND)
    assert told(aws) == ON_TIME
    played.swept(AFTER)
    assert told(aws) == LATE


def test_control_without_the_withdrawal_finance_is_asked_for_money_that_no_one_is_owed(
    aws: dict[str, Any],
) -> None:
    played = Played(replace(ROW, cancels=()))
    played.hears(approved())
    assert played.keeping.keep(withdrawn(at(HELD + DAY))) == []
    played.swept(AFTER)
    assert told(aws) == LATE


def test_control_without_the_sweep_late_money_is_late_in_silence(aws: dict[str, Any]) -> None:
    played = Played()
    played.hears(approved())
    played.kept.time = AFTER
    assert told(aws) == ON_TIME
