"""From the outbox table to the bus, with stream records and EventBridge of moto."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError
from functions.platform.publish_outbox.handler import handler, publisher

from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Publisher, Refusals
from helsebro_aws.platform.settings import Settings
from tests.builders.calls import LambdaContext
from tests.builders.events.outbox import listening, received, stream_records
from tests.suite.log_lines import logger

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CLINIC = ClinicId("cli_a")

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def heard(aws: dict[str, Any]) -> Iterator[Any]:
    """Yields a function that returns what the bus has delivered."""
    with listening(aws) as messages:
        yield messages


@pytest.fixture
def set_aside(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Yields a function that returns the messages in the outbox's failures queue."""
    queue = aws["sqs"].create_queue(QueueName="outbox-dead")["QueueUrl"]
    monkeypatch.setenv("HELSEBRO_OUTBOX_FAILURES_QUEUE", queue)
    yield lambda: received(aws, queue)
    aws["sqs"].delete_queue(QueueUrl=queue)


def records(aws: dict[str, Any]) -> list[dict[str, Any]]:
    """Returns the table's rows as records of its stream."""
    return stream_records(aws["dynamodb"].scan(TableName="outbox")["Items"])


def publish(found: list[dict[str, Any]]) -> list[str]:
    answer = handler({"Records": found}, LambdaContext())
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_the_event_of_a_commit_reaches_the_bus(aws: dict[str, Any], heard: Any) -> None:
    told = Event("guarantee.issued", NOW, "tryg", {"claimId": "clm_a", "sessions": 3}, ClinicId("cli_a"))
    tables.commit([], events=[told])
    found = records(aws)
    assert publish(found) == []
    [message] = heard()
    assert (message["source"], message["detail-type"]) == ("helsebro", "guarantee.issued")
    assert message["detail"] == {
        "eventId": found[0]["dynamodb"]["Keys"]["pk"]["S"],
        "type": "guarantee.issued",
        "at": "2026-11-21T12:00:00+00:00",
        "payer": "tryg",
        "clinicId": "cli_a",
        "sequence": 1,
        "data": {"claimId": "clm_a", "sessions": 3},
    }


def test_a_malformed_row_is_set_aside_and_the_others_are_published(
    aws: dict[str, Any], heard: Any, set_aside: Any
) -> None:
    for number in range(3):
        tables.commit([], events=[Event("booking.created", NOW, "tryg", {"bookingId": f"bkg_{number}"})])
    found = records(aws)
    del found[1]["dynamodb"]["NewImage"]["type"]
    assert publish(found) == []
    assert len(heard()) == 2
    [kept] = set_aside()
    assert kept == {
        "eventId": found[1]["dynamodb"]["Keys"]["pk"]["S"],
        "sequenceNumber": "1",
        "why": "malformed",
    }


def test_when_the_bus_does_not_answer_all_events_of_the_call_come_again() -> None:
    nowhere = Settings({**os.environ, "AWS_ENDPOINT_URL": "http://127.0.0.1:1"})
    bus = EventBridge(nowhere)
    refusals = bus.put([BusEvent("evt_a", "booking.created", NOW, {})])
    assert refusals == Refusals(for_now=frozenset({"evt_a"}))


@pytest.mark.parametrize(
    ("code", "passing"),
    [
        ("ThrottlingException", True),
        ("InternalFailure", True),
        ("InternalException", True),
        ("MalformedDetail", False),
        ("InvalidArgument", False),
        ("NotAuthorizedForDetailTypeException", False),
    ],
)
def test_a_refused_event_comes_again_only_after_a_transient_error(code: str, passing: bool) -> None:
    class Client:
        def put_events(self, Entries: list[Any]) -> dict[str, Any]:  # noqa: N803 - AWS's name
            return {"Entries": [{"EventId": "1"}, {"ErrorCode": code}][: len(Entries)]}

    bus = EventBridge(Settings({"HELSEBRO_BUS": "helsebro"}))
    bus.__dict__["client"] = Client()
    refusals = bus.put([BusEvent(name, "booking.created", NOW, {}) for name in ("evt_a", "evt_b")])
    refused = frozenset({"evt_b"})
    failing = refused if code.startswith("Internal") else frozenset()
    assert refusals == (Refusals(for_now=refused, failing=failing) if passing else Refusals(for_good=refused))


class AlwaysBusy:
    """A bus that refuses every event for now."""

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        return Refusals(for_now=frozenset(event.event_id for event in events))


def test_the_log_names_the_events_that_the_bus_refuses_for_now(
    aws: dict[str, Any], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """docs/runbooks/alarms.md finds an event that is refused every time by this line."""
    tables.commit([], events=[Event("booking.created", NOW, "tryg", {"bookingId": "bkg_a"})])
    [record] = records(aws)
    monkeypatch.setattr(logger(), "propagate", True)
    busy = Publisher(publisher.numbers, AlwaysBusy(), publisher.failures)
    with caplog.at_level(logging.INFO, "helsebro"):
        assert busy.publish([record]) == [record["dynamodb"]["SequenceNumber"]]
    [line] = [line for line in caplog.records if line.getMessage() == "outbox.refused-for-now"]
    assert line.__dict__["eventIds"] == [record["dynamodb"]["Keys"]["pk"]["S"]]


@dataclass(frozen=True)
class FailsOn:
    """A bus that fails on one event, and takes or refuses the others."""

    event_id: str
    takes_others: bool = True

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        failing = frozenset({self.event_id})
        everything = frozenset(event.event_id for event in events)
        return Refusals(for_now=failing if self.takes_others else everything, failing=failing)


@pytest.mark.parametrize("takes_others", [True, False])
def test_an_event_on_which_the_bus_fails_twice_is_set_aside_only_if_it_takes_others(
    takes_others: bool, aws: dict[str, Any], set_aside: Any
) -> None:
    """Else one event would block its shard for 23 hours, or an outage would set every event aside."""
    for number in range(2):
        tables.commit([], events=[Event("booking.created", NOW, "tryg", {"number": number}, CLINIC)])
    found = records(aws)
    failing = found[0]["dynamodb"]["Keys"]["pk"]["S"]
    stuck = Publisher(publisher.numbers, FailsOn(failing, takes_others), publisher.failures)
    assert len(stuck.publish(found)) == (1 if takes_others else 2)
    assert set_aside() == []
    assert len(stuck.publish(found)) == (0 if takes_others else 2)
    assert [kept["why"] for kept in set_aside()] == (["refused-twice"] if takes_others else [])


def test_the_failures_queue_is_a_setting_of_this_function(set_aside: Any) -> None:
    publisher.failures.keep("evt_a", "7", "refused")
    assert set_aside() == [{"eventId": "evt_a", "sequenceNumber": "7", "why": "refused"}]


def test_a_batch_that_comes_again_after_a_crash_has_the_same_numbers(aws: dict[str, Any], heard: Any) -> None:
    for number in range(2):
        tables.commit([], events=[Event("booking.created", NOW, "tryg", {"number": number}, CLINIC)])
    found = records(aws)
    publisher.numbers.give([outbox_row.read(one["dynamodb"]["NewImage"]) for one in found])
    assert publish(found) == publish(found) == []
    numbers = [(message["detail"]["eventId"], message["detail"]["sequence"]) for message in heard()]
    assert len(numbers) == 4
    assert sorted(number for _, number in set(numbers)) == [1, 2]


def test_a_row_that_fails_twice_alone_is_set_aside_and_the_others_are_published(
    aws: dict[str, Any], heard: Any, set_aside: Any
) -> None:
    for number in range(3):
        tables.commit([], events=[Event("booking.created", NOW, "tryg", {"number": number}, CLINIC)])
    found = records(aws)
    gone = found[1]["dynamodb"]["Keys"]
    aws["dynamodb"].delete_item(TableName="outbox", Key=gone)
    assert publish(found) == ["1"]
    assert set_aside() == []
    assert publish(found[1:]) == []
    assert [message["detail"]["sequence"] for message in heard()] == [1, 2]
    assert set_aside() == [{"eventId": gone["pk"]["S"], "sequenceNumber": "1", "why": "failed-twice"}]


class ContentRefused:
    """EventBridge's client, which refuses a whole call for one event in it."""

    def put_events(self, Entries: list[Any]) -> dict[str, Any]:  # noqa: N803 - AWS's name
        if any(entry["DetailType"] == "bad" for entry in Entries):
            raise ClientError({"Error": {"Code": "ValidationException"}}, "PutEvents")
        return {"Entries": [{"EventId": "1"} for _ in Entries]}


def test_a_call_that_is_refused_for_its_content_refuses_only_the_bad_event() -> None:
    bus = EventBridge(Settings({"HELSEBRO_BUS": "helsebro"}))
    bus.__dict__["client"] = ContentRefused()
    events = [BusEvent(kind, kind, NOW, {}) for kind in ("good", "bad", "also-good")]
    assert bus.put(events) == Refusals(for_good=frozenset({"bad"}))


@pytest.mark.parametrize("code", ["ThrottlingException", "AccessDeniedException", "InternalException"])
def test_a_call_that_is_refused_for_another_reason_may_come_again(code: str) -> None:
    class Client:
        def put_events(self, **_: Any) -> None:
            raise ClientError({"Error": {"Code": code}}, "PutEvents")

    bus = EventBridge(Settings({"HELSEBRO_BUS": "helsebro"}))
    bus.__dict__["client"] = Client()
    assert bus.put([BusEvent("evt_a", "booking.created", NOW, {})]) == Refusals(frozenset({"evt_a"}))
