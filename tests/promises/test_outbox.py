"""Promise 6: the outbox loses no event. Of 2,000 rows a tenth of the batches fail, five rows are poison, and
batches come twice and out of order: every other event arrives, has one effect, and no shard is blocked.

The stream is a driver in memory that acts as Lambda's event source mapping does in the worst case: after the
last retry it gives up the whole rest of the batch.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.ids import ClinicId
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.delivery import Response
from helsebro.webhooks.endpoint import Subscription
from helsebro_aws.outbox import outbox_stream
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Bus, Failures, Refusals
from helsebro_aws.webhooks.courier import Courier
from tests.builders.webhooks import Clock, DeliveriesInMemory, EndpointsInMemory, Receiver, WaitingRoom
from tests.suite.sizes import size

ROWS, SHARDS, BATCH, RETRIES = size(2_000, 20_000), 4, 20, 20
SEEDS = range(1, 1 + size(2, 20))
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
Records = Sequence[Mapping[str, Any]]
Publish = Callable[[Records, Bus, Failures], list[str]]
Row = dict[str, Any]


def row(number: int) -> Row:
    """Returns the stream's record of an outbox row, as DynamoDB writes it."""
    event_id = ids.in_time_order("evt", NOW + timedelta(seconds=number), number.to_bytes(10, "big"))
    image = {
        "pk": {"S": event_id},
        "sk": {"S": "EVENT"},
        "type": {"S": "guarantee.issued"},
        "at": {"S": (NOW + timedelta(seconds=number)).isoformat()},
        "payer": {"S": "tryg"},
        "clinicId": {"S": "cli_a"},
        "data": {"M": {"claimId": {"S": f"clm_{number}"}, "sessions": {"N": "3"}}},
        "expiresAt": {"N": "1798000000"},
    }
    change = {"Keys": {"pk": {"S": event_id}}, "SequenceNumber": f"{number:021d}", "NewImage": image}
    return {"eventName": "INSERT", "dynamodb": change}


def without(name: str) -> Callable[[Row], None]:
    return lambda image: image.pop(name)


POISON: Sequence[Callable[[Row], Any]] = (
    without("type"),
    lambda image: image.update(data={"S": "no map"}),
    lambda image: image["data"]["M"].update(scan={"S": "x" * 30_000}),
    lambda image: image.update(at={"S": "yesterday"}),
    lambda image: image["data"]["M"].update(raw={"B": b"\x00"}),
)


@dataclass
class FlakyBus:
    """A bus that sometimes rejects a part or all; it may deliver accepted events twice and in any order."""

    dice: random.Random
    taken: list[dict[str, Any]] = field(default_factory=list)

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        refused: set[str] = set()
        if self.dice.random() < 0.05:
            refused = {event.event_id for event in events if self.dice.random() < 0.5}
        for event in events:
            if event.event_id not in refused:
                self.taken.append(json.loads(event.detail))
        return Refusals(for_now=frozenset(refused))


@dataclass
class SetAside:
    """The failures queue."""

    kept: Counter[str] = field(default_factory=Counter)

    def keep(self, event_id: str, _sequence_number: str, _why: str) -> None:
        self.kept[event_id] += 1


@dataclass
class Stream:
    """An event source mapping of a shard: order, checkpoints, bisecting, retries, and a last resort."""

    dice: random.Random
    invoke: Callable[[Records], list[str]]
    set_aside: list[str] = field(default_factory=list)
    invocations: int = 0
    failures: int = 0

    def drain(self, records: Records) -> None:
        for start in range(0, len(records), BATCH):
            self._batch(records[start : start + BATCH], RETRIES)
            if self.dice.random() < 0.05:  # at least once: a finished batch comes again
                self._batch(records[start : start + BATCH], RETRIES)

    def _batch(self, records: Records, retries: int) -> None:
        self.invocations += 1
        failed = self._invoke(records)
        if failed == []:
            return
        self.failures += 1
        if failed is None and len(records) > 1:  # bisecting costs no retry
            half = len(records) // 2
            self._batch(records[:half], retries)
            self._batch(records[half:], retries)
            return
        numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
        rest = records[numbers.index(min(failed or numbers)) :]
        if retries == 0:
            self.set_aside += [record["dynamodb"]["SequenceNumber"] for record in rest]
        else:
            self._batch(rest, retries - 1)

    def _invoke(self, records: Records) -> list[str] | None:
        """Returns the answer, or ``None`` when the function was killed before its start or after its end."""
        luck = self.dice.random()
        if luck < 0.05:
            return None
        failed = self.invoke(records)
        return None if luck < 0.10 else failed


@dataclass
class Seen:
    """The result of a run."""

    rows: list[Row]
    poison: set[str]
    bus: FlakyBus
    aside: SetAside
    given_up: list[str]
    invocations: int
    failures: int

    @property
    def good(self) -> set[str]:
        return {event_id_of(row) for row in self.rows} - self.poison


def event_id_of(record: Row) -> str:
    return str(record["dynamodb"]["Keys"]["pk"]["S"])


def run(publish: Publish, seed: int) -> Seen:
    dice = random.Random(seed)
    rows = [row(number) for number in range(ROWS)]
    poisoned = dice.sample(rows, len(POISON))
    for record, spoil in zip(poisoned, POISON, strict=True):
        spoil(record["dynamodb"]["NewImage"])
    bus, aside = FlakyBus(dice), SetAside()
    streams = []
    for shard in range(SHARDS):
        stream = Stream(dice, lambda records: publish(records, bus, aside))
        of_shard = rows[shard::SHARDS]
        for start in range(0, len(of_shard), 4):  # the rows of one transaction come in any order
            together = of_shard[start : start + 4]
            dice.shuffle(together)
            of_shard[start : start + 4] = together
        for place, record in enumerate(of_shard):
            record["dynamodb"]["SequenceNumber"] = f"{place:021d}"
        stream.drain(of_shard)
        streams.append(stream)
    return Seen(
        rows,
        {event_id_of(record) for record in poisoned},
        bus,
        aside,
        [number for stream in streams for number in stream.set_aside],
        sum(stream.invocations for stream in streams),
        sum(stream.failures for stream in streams),
    )


def courier_to(receiver: Receiver) -> Courier:
    endpoints = EndpointsInMemory()
    asked = Subscription("https://clinic.example/hooks")
    endpoints.put(asked.endpoint("whe_a", ClinicId("cli_a"), WebhookSecret(b"s" * 32), NOW))
    clock = Clock(NOW + timedelta(days=1))
    return Courier(
        endpoints, DeliveriesInMemory(), WaitingRoom(), receiver.post, now=clock.now, draw=lambda: 0.0
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_every_event_but_the_poison_arrives_and_has_one_effect(seed: int) -> None:
    seen = run(outbox_stream.publish, seed)
    assert {event["eventId"] for event in seen.bus.taken} == seen.good
    assert seen.failures >= seen.invocations * 0.1, "too few failures to prove anything"
    assert len(seen.bus.taken) > len(seen.good), "nothing came twice"

    receiver = Receiver(Response(204))
    courier = courier_to(receiver)
    random.Random(seed).shuffle(seen.bus.taken)
    for event in seen.bus.taken:
        for delivery in courier.due(event):
            courier.attempt(delivery)
    effects = Counter(headers["webhook-id"] for _, headers, _ in receiver.got)
    assert set(effects) == seen.good
    assert set(effects.values()) == {1}


@pytest.mark.parametrize("seed", SEEDS)
def test_poison_goes_to_the_failures_queue_and_no_shard_is_blocked(seed: int) -> None:
    seen = run(outbox_stream.publish, seed)
    assert set(seen.aside.kept) == seen.poison
    assert max(seen.aside.kept.values()) <= RETRIES
    assert seen.given_up == []


def swallowing(records: Records, bus: Bus, failures: Failures) -> list[str]:
    outbox_stream.publish(records, bus, failures)
    return []


def blocked_by_poison(records: Records, bus: Bus, _failures: Failures) -> list[str]:
    aside = SetAside()
    for record in records:
        again = outbox_stream.publish([record], bus, aside)
        if again or aside.kept:
            return [record["dynamodb"]["SequenceNumber"]]
    return []


@pytest.mark.parametrize("unguarded", [swallowing, blocked_by_poison])
def test_control_without_one_guard_events_are_lost(unguarded: Publish) -> None:
    """One publisher reports no failures; the other reports poison for another attempt."""
    seen = run(unguarded, 1)
    lost = seen.good - {event["eventId"] for event in seen.bus.taken}
    assert len(lost) >= 5


def test_only_inserted_rows_are_published() -> None:
    """A row that expires is no event."""
    bus = FlakyBus(random.Random(3))
    removed: Row = {**row(1), "eventName": "REMOVE"}
    changed: Row = {**row(2), "eventName": "MODIFY"}
    assert outbox_stream.publish([removed, changed], bus, SetAside()) == []
    assert bus.taken == []


def test_an_event_on_the_bus_has_ids_a_time_and_a_payer() -> None:
    class TakesAll:
        got: list[BusEvent] = []  # noqa: RUF012 - one test, one list

        def put(self, events: Sequence[BusEvent]) -> Refusals:
            self.got += events
            return Refusals()

    bus = TakesAll()
    outbox_stream.publish([row(7)], bus, SetAside())
    assert json.loads(bus.got[0].detail) == {
        "eventId": event_id_of(row(7)),
        "type": "guarantee.issued",
        "at": "2026-11-21T12:00:07+00:00",
        "payer": "tryg",
        "clinicId": "cli_a",
        "data": {"claimId": "clm_7", "sessions": 3},
    }
