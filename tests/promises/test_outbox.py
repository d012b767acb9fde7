"""Promise 6: the outbox loses no event. Of 2,000 rows a tenth of the batches fail, five rows are poison, five
make the publisher raise, and batches come twice and out of order: every other event arrives, has one effect
and one number, and no shard is blocked. A bus that is down for 20 hours loses nothing either.

The stream is a driver in memory that acts as Lambda's event source mapping does in the worst case: it repeats
a batch until its records are 23 hours old, and then gives them up.
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
from helsebro.errors import Unavailable
from helsebro.ids import ClinicId
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.delivery import Response
from helsebro.webhooks.endpoint import Subscription
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Publisher, Refusals
from helsebro_aws.webhooks.courier import Courier
from tests.builders.events.webhooks import Clock, DeliveriesInMemory, EndpointsInMemory, Receiver, WaitingRoom
from tests.suite.sizes import size

ROWS, SHARDS, BATCH = size(2_000, 20_000), 4, 20
SEEDS = range(1, 1 + size(2, 20))
OLDEST = timedelta(hours=23)
"""The age at which the stream gives a record up, as ``infra`` sets it."""
LONGEST_PAUSE = timedelta(minutes=5)
OUTAGE = timedelta(hours=20)
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
Records = Sequence[Mapping[str, Any]]
Publish = Callable[[Publisher, Records], list[str]]
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
class NumbersInMemory:
    """One clinic's numbers; some rows make their code raise, in each of several ways."""

    cursed: Mapping[str, Exception] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)

    def give(self, events: Sequence[BusEvent]) -> list[BusEvent]:
        for event in events:
            if event.event_id in self.cursed:
                raise self.cursed[event.event_id]
        return [
            event.numbered(self.given.setdefault(event.event_id, len(self.given) + 1)) for event in events
        ]


@dataclass
class StreamClock:
    """The time since the rows were written, as one shard sees it."""

    at: timedelta = timedelta(0)


@dataclass
class FlakyBus:
    """A bus that sometimes rejects a part or all; it may deliver accepted events twice and in any order."""

    dice: random.Random
    clock: StreamClock
    down_until: timedelta
    taken: list[dict[str, Any]] = field(default_factory=list)

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        refused: set[str] = set()
        if self.clock.at < self.down_until:
            refused = {event.event_id for event in events}
        elif self.dice.random() < 0.05:
            refused = {event.event_id for event in events if self.dice.random() < 0.5}
        for event in events:
            if event.event_id not in refused:
                self.taken.append(json.loads(event.detail))
        return Refusals(for_now=frozenset(refused))


@dataclass
class SetAside:
    """The marks of first failures, and the failures queue."""

    marked: set[str] = field(default_factory=set)
    kept: Counter[str] = field(default_factory=Counter)

    def failed_before(self, event_id: str) -> bool:
        before = event_id in self.marked
        self.marked.add(event_id)
        return before

    def keep(self, event_id: str, _sequence_number: str, _why: str) -> None:
        self.kept[event_id] += 1


@dataclass
class Stream:
    """An event source mapping of a shard: order, checkpoints, bisecting, retries, and a last resort."""

    dice: random.Random
    clock: StreamClock
    invoke: Callable[[Records], list[str]]
    retries: int | None
    given_up: list[str] = field(default_factory=list)
    invocations: int = 0
    failures: int = 0

    def drain(self, records: Records) -> None:
        for start in range(0, len(records), BATCH):
            self._batch(records[start : start + BATCH])
            if self.dice.random() < 0.05:  # at least once: a finished batch comes again
                self._batch(records[start : start + BATCH])

    def _batch(self, records: Records) -> None:
        attempts = 0
        while not self._gives_up(records, attempts):
            self.invocations += 1
            self.clock.at += timedelta(seconds=1)
            failed = self._invoke(records)
            if failed == []:
                return
            self.failures += 1
            if failed is None and len(records) > 1:  # bisecting costs no retry
                half = len(records) // 2
                self._batch(records[:half])
                self._batch(records[half:])
                return
            numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
            records = records[numbers.index(min(failed or numbers)) :]
            self.clock.at += min(timedelta(seconds=2 ** min(attempts, 9)), LONGEST_PAUSE)
            attempts += 1

    def _gives_up(self, records: Records, attempts: int) -> bool:
        if self.clock.at <= OLDEST and (self.retries is None or attempts <= self.retries):
            return False
        self.given_up += [record["dynamodb"]["SequenceNumber"] for record in records]
        return True

    def _invoke(self, records: Records) -> list[str] | None:
        """Returns the answer, or ``None`` when the function was killed or raised."""
        luck = self.dice.random()
        if luck < 0.05:
            return None
        try:
            failed = self.invoke(records)
        except (TypeError, KeyError, Unavailable):
            return None
        return None if luck < 0.10 else failed


@dataclass
class Seen:
    """The result of a run."""

    rows: list[Row]
    poison: set[str]
    cursed: set[str]
    bus: FlakyBus
    numbers: NumbersInMemory
    aside: SetAside
    streams: list[Stream]

    @property
    def good(self) -> set[str]:
        return {event_id_of(row) for row in self.rows} - self.poison - self.cursed

    @property
    def lost(self) -> set[str]:
        return self.good - {event["eventId"] for event in self.bus.taken}

    @property
    def given_up(self) -> list[str]:
        return [number for stream in self.streams for number in stream.given_up]

    @property
    def failing(self) -> float:
        return sum(stream.failures for stream in self.streams) / sum(
            stream.invocations for stream in self.streams
        )


def event_id_of(record: Row) -> str:
    return str(record["dynamodb"]["Keys"]["pk"]["S"])


CURSES = (TypeError("a bug"), KeyError("name"), ValueError(), AttributeError(), ZeroDivisionError())


def run(
    publish: Publish,
    seed: int,
    *,
    down_until: timedelta = timedelta(0),
    retries: int | None = None,
) -> Seen:
    dice = random.Random(seed)
    rows = [row(number) for number in range(ROWS)]
    chosen = dice.sample(rows, len(POISON) + len(CURSES))
    poisoned, cursed = chosen[: len(POISON)], chosen[len(POISON) :]
    for record, spoil in zip(poisoned, POISON, strict=True):
        spoil(record["dynamodb"]["NewImage"])
    clock, aside = StreamClock(), SetAside()
    numbers = NumbersInMemory(dict(zip(map(event_id_of, cursed), CURSES, strict=True)))
    bus = FlakyBus(dice, clock, down_until)
    publisher = Publisher(numbers, bus, aside)
    streams = []
    for shard in range(SHARDS):
        clock.at = timedelta(0)
        stream = Stream(dice, clock, lambda records: publish(publisher, records), retries)
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
        rows, set(map(event_id_of, poisoned)), set(map(event_id_of, cursed)), bus, numbers, aside, streams
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
def test_every_good_event_arrives_and_has_one_effect_and_one_number(seed: int) -> None:
    seen = run(Publisher.publish, seed)
    assert {event["eventId"] for event in seen.bus.taken} == seen.good
    assert seen.failing >= 0.1, "too few failures to prove anything"
    assert len(seen.bus.taken) > len(seen.good), "nothing came twice"
    numbers = {(event["eventId"], event["sequence"]) for event in seen.bus.taken}
    assert sorted(number for _, number in numbers) == list(range(1, len(seen.good) + 1))

    receiver = Receiver(Response(204))
    courier = courier_to(receiver)
    random.Random(seed).shuffle(seen.bus.taken)
    for event in seen.bus.taken:
        for delivery in courier.due(event):
            courier.attempt(delivery)
    effects = Counter(headers["webhook-id"] for _, headers, _ in receiver.got)
    assert set(effects) == seen.good
    assert set(effects.values()) == {1}
    assert {json.loads(body)["sequence"] for _, _, body in receiver.got} == {number for _, number in numbers}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bad_row_goes_to_the_failures_queue_and_blocks_no_shard(seed: int) -> None:
    """Poison at once, a row that makes the publisher raise after its second failure alone."""
    seen = run(Publisher.publish, seed)
    assert set(seen.aside.kept) == seen.poison | seen.cursed
    assert seen.aside.marked == seen.cursed
    assert seen.given_up == []
    assert seen.bus.clock.at < timedelta(hours=1)


def test_a_bus_that_is_down_for_20_hours_loses_and_sets_aside_no_good_event() -> None:
    seen = run(Publisher.publish, 1, down_until=OUTAGE)
    assert (seen.lost, seen.given_up) == (set(), [])
    assert set(seen.aside.kept) == seen.poison | seen.cursed


def swallowing(publisher: Publisher, records: Records) -> list[str]:
    publisher.publish(records)
    return []


def blocked_by_poison(publisher: Publisher, records: Records) -> list[str]:
    """Reports a poison row for another attempt."""
    for record in records:
        aside = SetAside()
        again = Publisher(publisher.numbers, publisher.bus, aside).publish([record])
        if again or aside.kept:
            return [record["dynamodb"]["SequenceNumber"]]
    return []


def blocked_by_a_bug(publisher: Publisher, records: Records) -> list[str]:
    """Never counts the failures of a row, so that a row which raises comes again and again."""
    publisher.failures.marked.clear()  # type: ignore[attr-defined]
    return publisher.publish(records)


@pytest.mark.parametrize("unguarded", [swallowing, blocked_by_poison, blocked_by_a_bug])
def test_control_without_one_guard_events_are_lost(unguarded: Publish) -> None:
    assert len(run(unguarded, 1).lost) >= 5


def test_control_with_twenty_retries_an_outage_loses_events() -> None:
    assert len(run(Publisher.publish, 1, down_until=OUTAGE, retries=20).lost) >= 50


def test_control_when_an_outage_counts_as_a_failure_good_events_are_set_aside() -> None:
    def blaming(publisher: Publisher, records: Records) -> list[str]:
        again = publisher.publish(records)
        failing = {
            record["dynamodb"]["SequenceNumber"]: str(record["dynamodb"]["Keys"]["pk"]["S"])
            for record in records
            if record["dynamodb"]["SequenceNumber"] in again
        }
        twice = [number for number, one in failing.items() if publisher.failures.failed_before(one)]
        for number in twice:
            publisher.failures.keep(failing[number], number, "failed-twice")
        return [number for number in again if number not in twice]

    seen = run(blaming, 1, down_until=OUTAGE)
    assert len(set(seen.aside.kept) & seen.good) > 100


@pytest.mark.parametrize("kind", ["MODIFY", "REMOVE"])
def test_only_inserted_rows_are_published(kind: str) -> None:
    """A row that gets its number or expires is no event."""
    bus = FlakyBus(random.Random(3), StreamClock(), timedelta(0))
    record: Row = {**row(1), "eventName": kind}
    assert Publisher(NumbersInMemory(), bus, SetAside()).publish([record]) == []
    assert bus.taken == []


def test_a_transient_fault_of_numbering_sets_nothing_aside() -> None:
    """DynamoDB is throttled: the row waits, however often it comes."""
    aside = SetAside()
    numbers = NumbersInMemory({event_id_of(row(1)): Unavailable()})
    publisher = Publisher(numbers, FlakyBus(random.Random(3), StreamClock(), timedelta(0)), aside)
    for _ in range(5):
        assert publisher.publish([row(1)]) == [row(1)["dynamodb"]["SequenceNumber"]]
    assert (aside.marked, aside.kept) == (set(), Counter())


def test_an_event_on_the_bus_has_ids_a_time_a_payer_and_its_number() -> None:
    class TakesAll:
        got: list[BusEvent] = []  # noqa: RUF012 - one test, one list

        def put(self, events: Sequence[BusEvent]) -> Refusals:
            self.got += events
            return Refusals()

    bus = TakesAll()
    Publisher(NumbersInMemory(), bus, SetAside()).publish([row(7)])
    assert json.loads(bus.got[0].detail) == {
        "eventId": event_id_of(row(7)),
        "type": "guarantee.issued",
        "at": "2026-11-21T12:00:07+00:00",
        "payer": "tryg",
        "clinicId": "cli_a",
        "sequence": 1,
        "data": {"claimId": "clm_7", "sessions": 3},
    }
