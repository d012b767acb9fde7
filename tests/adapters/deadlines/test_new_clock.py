"""A clock that is added as CONTRIBUTING says: one row and one handler, and everything else follows.

The row is that of an offer to a person on a waiting list, which is released when it is not accepted.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.caller import CASEWORKER
from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.deadlines.length import Hours
from helsebro.deadlines.moments import StartFacts
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro_aws.deadlines.insights.dynamo_service_levels import DynamoServiceLevels
from helsebro_aws.deadlines.keeping import DeadlineKeeping
from helsebro_aws.deadlines.service_levels import counted
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.deadlines.shown.open_deadlines import OpenDeadlines
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.platform import clock
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.decisions import insured_anna
from tests.builders.domain.claims import staff_of
from tests.builders.kept_deadlines import KeptDeadlines

pytestmark = pytest.mark.usefixtures("aws")
HOUR = timedelta(hours=1)
OFFER = ClockRow(
    kind="offer",
    source="an offer waits two hours for an answer",
    queue="network",
    subject="offerId",
    length=Hours(2),
    starts=(On("offer.made"),),
    ends=(On("offer.accepted"),),
    cancels=(On("offer.declined"),),
    warns=HOUR,
    escalates=HOUR,
    counts=frozenset({"end"}),
    on_breach=("release-offer",),
    shown=True,
)
ROWS = {OFFER.kind: OFFER}


def release_offer(
    deadline: Deadline, _row: ClockRow, _milestone: Milestone, now: datetime
) -> tuple[list[Operation], list[Event]]:
    """The handler: what is stored and published in the commit that stores the breach."""
    return [], [Event("offer.released", now, deadline.payer, {"offerId": deadline.subject_id})]


class NewClock:
    """The functions of deadlines with the new clock, for one claim."""

    def __init__(self) -> None:
        insured_anna()
        self.claim_id, self.start = ClaimId(claim_of()), clock.now().replace(microsecond=0)
        self.kept = KeptDeadlines(rows=ROWS, breaches={"release-offer": release_offer}, counted=counted)
        self.keeping = DeadlineKeeping(
            self.kept.engine, rows_of=lambda _: (OFFER,), facts=lambda *_: StartFacts()
        )

    def happens(self, event_type: str, hours: float) -> None:
        """Reports an event so many hours after the start."""
        self.kept.time = self.start + hours * HOUR
        data = {"offerId": "off_a", "claimId": self.claim_id}
        event = {"eventId": f"evt_{event_type}", "type": event_type, "payer": "tryg", "data": data}
        self.keeping.keep({**event, "at": instant(self.kept.time)})

    def passes(self, hours: float) -> None:
        """Wakes the clock so many hours after the start, as its schedule and the sweep do."""
        for key in list(self.kept.schedules.at):
            self.kept.time = self.start + hours * HOUR
            self.kept.engine.wake(key)

    def for_staff(self, hours: float) -> list[str]:
        at = self.start + hours * HOUR
        found, _ = OpenDeadlines(rows=ROWS).page("tryg", "network", at, 25, None)
        return [known.seen.state for known in found]

    def for_member(self) -> list[str]:
        _, found = ClaimDeadlines(rows=ROWS).visible(self.claim_id, staff_of("tryg", CASEWORKER))
        return [deadline.kind for deadline in found]

    def counts(self) -> list[tuple[str, int, int]]:
        levels = DynamoServiceLevels().tables.query("cases", "tryg#service-levels").items
        return [(item["sk"].split("#")[2], item.get("within", 0), item.get("missed", 0)) for item in levels]


@pytest.fixture
def offer(aws: dict[str, Any]) -> NewClock:
    assert aws
    return NewClock()


def milestones(aws: Any) -> list[str]:
    names = ("warned", "missed", "escalated")
    return [name for name in names for _ in outbox_rows(aws, f"deadline.{name}")]


def test_it_is_shown_scheduled_warned_of_missed_escalated_and_counted(offer: NewClock, aws: Any) -> None:
    offer.happens("offer.made", 0)
    assert (offer.for_member(), offer.for_staff(0)) == (["offer"], ["running"])
    assert list(offer.kept.schedules.at.values()) == [offer.start + HOUR]
    for hours in (1, 1, 3, 3, 4):
        offer.passes(hours)
    assert milestones(aws) == ["warned", "missed", "escalated"]
    assert [row["data"]["M"]["offerId"]["S"] for row in outbox_rows(aws, "offer.released")] == ["off_a"]
    assert offer.for_staff(4) == ["missed"]
    assert offer.counts() == [("offer", 0, 1)]


def test_an_answer_in_time_ends_it_without_its_handler(offer: NewClock, aws: Any) -> None:
    offer.happens("offer.made", 0)
    offer.happens("offer.accepted", 0.5)
    offer.passes(5)
    assert (milestones(aws), outbox_rows(aws, "offer.released"), offer.for_staff(5)) == ([], [], [])
    assert offer.counts() == [("offer", 1, 0)]


def test_a_declined_offer_counts_as_neither(offer: NewClock, aws: Any) -> None:
    offer.happens("offer.made", 0)
    offer.happens("offer.declined", 0.5)
    offer.passes(5)
    assert (milestones(aws), offer.for_staff(5), offer.counts()) == ([], [], [])


PRACTITIONER = "prc_2tutmp67qts7quel"
CHECK = ClockRow(
    kind="authorization-check",
    source="a practitioner's authorization is looked up again",
    queue="network",
    subject="practitionerId",
    length=Hours(2),
    starts=(On("practitioner.changed"),),
    ends=(On("authorization.checked"),),
    counts=frozenset({"end"}),
    stands_alone=True,
)


@pytest.mark.parametrize("payer", ["tryg", ""])
def test_a_clock_of_no_claim_and_no_policy_is_kept_with_its_subject(payer: str, aws: Any) -> None:
    kept = KeptDeadlines(rows={CHECK.kind: CHECK}, breaches={}, counted=counted)
    keeping = DeadlineKeeping(kept.engine, rows_of=lambda _: (CHECK,))
    start = kept.time = clock.now().replace(microsecond=0)
    changed = {"eventId": "evt_a", "type": "practitioner.changed", "payer": payer, "at": instant(start)}
    keeping.keep({**changed, "data": {"practitionerId": PRACTITIONER, "clinicId": "cli_a"}})
    assert list(kept.schedules.at) == [(f"{payer}#{PRACTITIONER}", f"CLOCK#{CHECK.kind}#{PRACTITIONER}")]
    late = start + 3 * HOUR
    kept.time = late
    assert kept.engine.wake(next(iter(kept.schedules.at)))
    (missed,) = outbox_rows(aws, "deadline.missed")
    ids = {name: value["S"] for name, value in missed["data"]["M"].items() if name.endswith("Id")}
    assert ids == {"practitionerId": PRACTITIONER}
    found, _ = OpenDeadlines(rows={CHECK.kind: CHECK}).page(payer, "network", late, 25, None)
    assert [known.about for known in found] == [{"practitionerId": PRACTITIONER}]
    levels = DynamoServiceLevels().tables.query("cases", f"{payer}#service-levels").items
    assert [(item["sk"].split("#")[2], item["missed"]) for item in levels] == [(CHECK.kind, 1)]
