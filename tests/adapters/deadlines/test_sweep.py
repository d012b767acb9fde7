"""The sweep: what waits too long is sent again, once a pause, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler as refresh_proposals
from functions.invoices.invoices.handler import handler as invoices

from helsebro.errors import Unavailable
from helsebro_aws.deadlines.awaited import AWAITED, LONGEST_PAUSE, AwaitedEvent
from helsebro_aws.deadlines.sweep import Sweep
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import EVENTS_PER_CALL, Refusals
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import ask
from tests.builders.claims import PDF, claim_of, consent, document_of, outbox_rows, state_facts
from tests.builders.decisions import approved, claim_in_review, insured_anna
from tests.builders.documents.checked_papers import check
from tests.builders.events.bus import BusDouble
from tests.builders.events.messages import comes_again, event_of
from tests.builders.events.waiting import waiting
from tests.builders.invoice_stage import staged

pytestmark = pytest.mark.usefixtures("aws")
NOW = datetime.now(UTC)
BY_TYPE = {kind.event_type: kind for kind in AWAITED}


def swept(after: timedelta, since: datetime = NOW, bus: BusDouble | None = None) -> list[dict[str, Any]]:
    """Returns the events that a run sends, this long after an instant."""
    used = bus or BusDouble()
    Sweep(used, now=lambda: since + after).run(lambda: True)
    return used.events


def published(aws: Any, event_type: str) -> tuple[datetime, tuple[str, str]]:
    """Returns when the only event of a type happened, and its id and type."""
    [row] = outbox_rows(aws, event_type)
    return datetime.fromisoformat(row["at"]["S"]), (row["pk"]["S"], event_type)


def late(event_type: str) -> timedelta:
    """Returns how long after now something stored now is late."""
    return BY_TYPE[event_type].within + timedelta(minutes=1)


def sent_as(event: Mapping[str, Any]) -> tuple[str, str]:
    return event["eventId"], event["type"]


@pytest.mark.parametrize("moment, found", [(timedelta(minutes=14), 0), (timedelta(minutes=16), 1)])
def test_a_decided_task_whose_workflow_did_not_take_it_is_found(
    moment: timedelta, found: int, aws: Any
) -> None:
    insured_anna()
    _, task_id = approved()
    since, event = published(aws, "task.decided")
    events = swept(moment, since)
    assert [sent["data"]["taskId"] for sent in events] == [task_id] * found
    assert [sent_as(sent) for sent in events] == [event] * found


def test_a_task_whose_workflow_took_the_decision_is_not_found() -> None:
    insured_anna()
    _, task_id = approved()
    DynamoTasks().resume(task_id)
    assert swept(timedelta(days=1)) == []


@pytest.mark.parametrize("moment, found", [(timedelta(minutes=14), 0), (timedelta(minutes=16), 1)])
def test_a_document_that_is_still_checked_is_found(moment: timedelta, found: int, aws: Any) -> None:
    insured_anna()
    claim_id = claim_of()
    consent(claim_id)
    document_id = document_of(claim_id)
    since, event = published(aws, "document.saved")
    events = swept(moment, since)
    assert [sent["data"] for sent in events] == [{"claimId": claim_id, "documentId": document_id}] * found
    assert [sent_as(sent) for sent in events] == [event] * found


@pytest.mark.parametrize("content", [PDF, b"MZ no pdf"])
def test_a_document_that_was_checked_is_not_found(content: bytes) -> None:
    insured_anna()
    claim_id = claim_of()
    consent(claim_id)
    assert check(claim_id, document_of(claim_id, content)) in ("accepted", "rejected")
    assert swept(timedelta(days=1)) == []


@pytest.mark.parametrize("moment, found", [(timedelta(minutes=14), 0), (timedelta(minutes=16), 1)])
def test_a_claim_in_review_whose_changed_facts_no_proposal_has_is_found(
    moment: timedelta, found: int, aws: Any
) -> None:
    insured_anna()
    claim_id = claim_in_review()
    state_facts(claim_id, {"condition.diagnosedOn": "2024-09-02"})
    since, event = published(aws, "claim.facts-changed")
    events = swept(moment, since)
    assert [sent["data"]["claimId"] for sent in events] == [claim_id] * found
    assert [sent_as(sent) for sent in events] == [event] * found


def test_a_claim_waits_for_the_proposals_of_its_newest_change_only(aws: Any) -> None:
    insured_anna()
    claim_id = claim_in_review()
    for day in ("2024-09-02", "2024-09-03"):
        state_facts(claim_id, {"condition.diagnosedOn": day})
    older, newer = sorted(row["pk"]["S"] for row in outbox_rows(aws, "claim.facts-changed"))
    event = event_of("claim.facts-changed", claimId=claim_id)
    assert comes_again(refresh_proposals, {**event, "eventId": older}) == []
    assert [sent["eventId"] for sent in swept(timedelta(days=1))] == [newer]
    assert comes_again(refresh_proposals, {**event, "eventId": newer}) == []
    assert swept(timedelta(days=9)) == []


@pytest.mark.parametrize("moment, found", [(timedelta(minutes=59), 0), (timedelta(minutes=61), 1)])
def test_an_invoice_that_is_not_judged_is_found(moment: timedelta, found: int, aws: Any) -> None:
    stage = staged()
    answer = ask(invoices, stage.sent("/v1/invoices", stage.invoice()))
    since, event = published(aws, "invoice.received")
    events = swept(moment, since)
    assert [sent["data"] for sent in events] == [{"invoiceId": answer.body["invoiceId"]}] * found
    assert [sent["clinicId"] for sent in events] == [stage.clinic_id] * found
    assert [sent_as(sent) for sent in events] == [event] * found


@pytest.mark.parametrize("kind", AWAITED, ids=lambda kind: kind.event_type)
def test_the_pauses_between_two_sendings_grow_up_to_a_day(kind: AwaitedEvent) -> None:
    pauses = [kind.pause(times) for times in range(1, 400)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (2 * kind.within, LONGEST_PAUSE)


def test_what_stays_unhandled_is_sent_again_after_a_longer_pause() -> None:
    waiting("document.saved", NOW)
    runs = range(16, 130, 15)
    assert [after for after in runs if swept(timedelta(minutes=after))] == [16, 46, 106]


def test_a_bus_that_is_down_leaves_everything_to_the_next_run() -> None:
    event_id = waiting("document.saved", NOW)
    after = late("document.saved")
    with pytest.raises(Unavailable):
        swept(after, bus=BusDouble(down=True))
    assert [event["eventId"] for event in swept(after)] == [event_id]


def test_a_run_reads_a_bounded_number_of_pages_and_the_next_run_goes_on() -> None:
    pages, number = 2, EVENTS_PER_CALL * 2 + 5
    sent = [waiting("document.saved", NOW + timedelta(seconds=each), each) for each in range(number)]
    bus, at = BusDouble(), NOW + late("document.saved")
    for _ in range(2):
        Sweep(bus, now=lambda: at, most_pages=pages).run(lambda: True)
    assert [event["eventId"] for event in bus.events] == sent


def test_an_item_that_is_handled_during_the_run_is_not_listed_again(aws: Any) -> None:
    insured_anna()
    _, task_id = approved()

    class HandledAtOnce(BusDouble):
        """A bus whose consumer is faster than the sweep."""

        def put(self, events: Sequence[BusEvent]) -> Refusals:
            DynamoTasks().resume(task_id)
            return super().put(events)

    since, _ = published(aws, "task.decided")
    assert len(swept(late("task.decided"), since, HandledAtOnce())) == 1
    assert swept(timedelta(days=2), since) == []
