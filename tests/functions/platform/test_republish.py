"""Publishing again: events by id or by a span of time, page by page, with their old ids and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.platform.republish.handler import handler

from helsebro.errors import Unavailable
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals
from helsebro_aws.outbox.republish import Republisher
from tests.builders.calls import LambdaContext
from tests.builders.events.outbox import Row, commit_lands, event_id_of, listening, outbox_row_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def heard(aws: dict[str, Any]) -> Iterator[Any]:
    """Yields a function that returns the details of the events that the bus has delivered."""
    with listening(aws) as messages:
        yield lambda: [message["detail"] for message in messages()]


def landed(aws: dict[str, Any], minutes: int, clinic_id: str | None = "cli_a") -> Row:
    return commit_lands(aws, outbox_row_of(NOW + timedelta(minutes=minutes), minutes, clinic_id))


def ask(**event: Any) -> dict[str, Any]:
    return handler(event, LambdaContext())


def span(first: int, end: int) -> dict[str, str]:
    """Returns the span from one minute to before another."""
    since, until = (NOW + timedelta(minutes=minutes) for minutes in (first, end))
    return {"from": since.isoformat().replace("+00:00", "Z"), "until": until.isoformat()}


def test_an_event_comes_again_with_the_id_and_the_number_that_it_has(aws: dict[str, Any], heard: Any) -> None:
    rows = [landed(aws, minutes) for minutes in range(3)]
    FeedNumbers().give([outbox_row.read(row) for row in rows])
    answer = ask(eventIds=[event_id_of(rows[1])])
    assert answer == {"found": 1, "published": 1, "missing": [], "refused": [], "nextCursor": None}
    [event] = heard()
    assert (event["eventId"], event["sequence"], event["clinicId"]) == (event_id_of(rows[1]), 2, "cli_a")


def test_an_event_that_was_never_numbered_gets_its_number(aws: dict[str, Any], heard: Any) -> None:
    row, of_no_clinic = landed(aws, 1), landed(aws, 2, None)
    ids_twice = [event_id_of(row), event_id_of(of_no_clinic), event_id_of(row)]
    assert ask(eventIds=ids_twice)["published"] == 2
    assert [event.get("sequence") for event in heard()] == [1, None]


def test_a_span_holds_its_first_instant_and_not_its_last(aws: dict[str, Any], heard: Any) -> None:
    rows = [landed(aws, minutes) for minutes in range(5)]
    answer = ask(**span(1, 3))
    assert (answer["found"], answer["published"], answer["nextCursor"]) == (2, 2, None)
    assert [event["eventId"] for event in heard()] == [event_id_of(row) for row in rows[1:3]]


class TakesAll:
    """A bus that keeps what it gets, and refuses some events."""

    def __init__(self, refusals: Refusals) -> None:
        self.refusals, self.taken = refusals, list[str]()

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        self.taken += [event.event_id for event in events]
        return self.refusals


def test_the_pages_of_a_span_hold_every_event_once(aws: dict[str, Any]) -> None:
    wanted = {event_id_of(landed(aws, minutes)) for minutes in range(11)}
    for minutes in range(20, 26):
        landed(aws, minutes)
    bus = TakesAll(Refusals())
    republisher = Republisher(FeedNumbers(), bus, dry_run=False, rows_per_page=4)
    pages = [republisher.of_span(NOW, NOW + timedelta(minutes=11), None)]
    while pages[-1].next_cursor and len(pages) < 9:
        pages.append(republisher.of_span(NOW, NOW + timedelta(minutes=11), pages[-1].next_cursor))
    assert len(pages) >= 4
    assert sum(page.published for page in pages) == len(bus.taken) == len(wanted)
    assert set(bus.taken) == wanted


def test_a_dry_run_counts_and_changes_nothing(aws: dict[str, Any], heard: Any) -> None:
    rows = [landed(aws, minutes) for minutes in range(3)]
    for question in (span(0, 3), {"eventIds": [event_id_of(row) for row in rows]}):
        answer = ask(dryRun=True, **question)
        assert (answer["found"], answer["published"]) == (3, 0)
    assert heard() == []
    assert all("sequence" not in row for row in aws["dynamodb"].scan(TableName="outbox")["Items"])


def test_a_missing_event_and_a_malformed_row_are_named_and_the_others_are_published(
    aws: dict[str, Any], heard: Any
) -> None:
    good, bad, gone = landed(aws, 1), landed(aws, 2), outbox_row_of(NOW, 3)
    aws["dynamodb"].put_item(TableName="outbox", Item={**bad, "type": {"S": ""}})
    answer = ask(eventIds=[event_id_of(row) for row in (good, bad, gone)])
    assert (answer["missing"], answer["refused"]) == ([event_id_of(gone)], [event_id_of(bad)])
    assert (answer["found"], answer["published"]) == (2, 1)
    assert [event["eventId"] for event in heard()] == [event_id_of(good)]


def test_a_bus_that_takes_nothing_for_now_is_an_error_so_that_the_page_is_repeated(
    aws: dict[str, Any],
) -> None:
    event_id = event_id_of(landed(aws, 1))
    bus = TakesAll(Refusals(for_now=frozenset({event_id})))
    with pytest.raises(Unavailable):
        Republisher(FeedNumbers(), bus, dry_run=False).of_ids([event_id])


def test_an_event_that_the_bus_refuses_for_good_is_named(aws: dict[str, Any]) -> None:
    event_id = event_id_of(landed(aws, 1))
    bus = TakesAll(Refusals(for_good=frozenset({event_id})))
    page = Republisher(FeedNumbers(), bus, dry_run=False).of_ids([event_id])
    assert (page.found, page.published, page.refused) == (1, 0, [event_id])


AN_ID = "evt_" + "0" * 26


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"eventIds": []},
        {"eventIds": AN_ID},
        {"eventIds": ["bkg_1"]},
        {"eventIds": [7]},
        {"eventIds": [AN_ID] * 101},
        {"eventIds": [AN_ID], **span(0, 1)},
        {"eventIds": [AN_ID], "cursor": AN_ID},
        {"from": "2026-11-21T10:00:00Z"},
        {"until": "2026-11-21T10:00:00Z"},
        {"from": "2026-11-21T10:00:00", "until": "2026-11-21T11:00:00"},
        {"from": "0001-01-01T10:00:00Z", "until": "2026-11-21T11:00:00Z"},
        {"from": 1, "until": 2},
        span(1, 1),
        span(2, 1),
        {**span(0, 1), "cursor": "next"},
        {**span(0, 1), "dryRun": "yes"},
        {**span(0, 1), "dryrun": True},
    ],
)
def test_an_unclear_request_is_answered_with_its_fault_and_publishes_nothing(
    event: dict[str, Any], heard: Any
) -> None:
    answer = ask(**event)
    assert answer.keys() == {"error"}
    assert answer["error"]
    assert heard() == []
