"""Promise 29: a clinic that reads its feed with ``after`` gets every event once, in order and without a gap,
also when a commit lands ten seconds after the id of its event was made.

Time is a number that the test raises: at each second some commits land, publishers of two shards read what
has landed, some are killed between numbering and publishing and begin again, and a reader reads on.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.caller import CLINIC_SYSTEM, Caller
from helsebro.ids import ClinicId
from helsebro_aws.clinic_systems.clinic_feed import ClinicFeed
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Numbers, Publisher, Refusals
from tests.builders.events.outbox import Row, commit_lands, event_id_of, outbox_row_of, stream_records
from tests.promises.atomic_dynamodb import Operation, atomic_transactions
from tests.suite.sizes import size

BEGAN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECONDS, SHARDS, EVENTS = 40, 2, size(60, 400)
SLOWEST = 10
CLINIC = ClinicId("cli_a")
READER = Caller(CLINIC, frozenset({CLINIC_SYSTEM}), clinic_id=CLINIC)
SEEDS = range(1, 1 + size(2, 20))
Read = Callable[[Sequence[Row], datetime, "str | None"], list[str]]
"""The ids that a reader gets at a time, who continues after an id; the rows are those that have landed."""

pytestmark = pytest.mark.usefixtures("aws")


class Killed(BaseException):
    """The process ended here."""


@dataclass
class KilledBus:
    """A bus whose caller is sometimes killed before it takes the events."""

    dice: random.Random = field(default_factory=random.Random)
    kills_of_ten: int = 0
    taken: list[BusEvent] = field(default_factory=list)
    kills: int = 0

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        if self.dice.randrange(10) < self.kills_of_ten:
            self.kills += 1
            raise Killed
        self.taken += events
        return Refusals()


class NothingFails:
    """The failures queue of a run in which no row is bad."""

    def failed_before(self, event_id: str) -> bool:
        raise AssertionError(event_id)

    def keep(self, event_id: str, _sequence_number: str, why: str) -> None:
        raise AssertionError(event_id, why)


@dataclass
class Shard:
    """The stream of one shard: it repeats its rows until one call has ended well."""

    publisher: Publisher
    waiting: list[Row] = field(default_factory=list)

    def publish(self) -> None:
        try:
            assert self.publisher.publish(stream_records(self.waiting)) == []
        except Killed:
            return
        self.waiting = []


@dataclass
class Outcome:
    """What a run left: the ids in the order of the reader, and each event as the bus got it."""

    landed: list[str]
    read: list[str]
    bus: KilledBus

    @property
    def numbers(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = {}
        for event in self.bus.taken:
            found.setdefault(event.event_id, set()).add(event.content["sequence"])
        return found


def by_number(_landed: Sequence[Row], _at: datetime, after: str | None) -> list[str]:
    items, _ = ClinicFeed().after(READER, after, 100, None)
    return [str(item["eventId"]) for item in items]


def by_id(landed: Sequence[Row], at: datetime, after: str | None) -> list[str]:
    """Reads as the feed once did: in the order of the ids, and only those that are five seconds old."""
    settled = ids.in_time_order("evt", at - timedelta(seconds=5), bytes(10))
    return sorted(one for one in map(event_id_of, landed) if (after or "") < one < settled)


def run(aws: dict[str, Any], seed: int, read: Read) -> Outcome:
    dice = random.Random(seed)
    bus = KilledBus(dice, kills_of_ten=2)
    shards = [Shard(Publisher(FeedNumbers(), bus, NothingFails())) for _ in range(SHARDS)]
    lands: dict[int, list[Row]] = {}
    for number in range(EVENTS):
        made = dice.randrange(SECONDS)
        row = outbox_row_of(BEGAN + timedelta(seconds=made), number)
        lands.setdefault(made + dice.randrange(SLOWEST + 1), []).append(row)
    landed: list[Row] = []
    seen: list[str] = []
    for second in range(SECONDS + 4 * SLOWEST):
        for row in lands.get(second, []):
            landed.append(commit_lands(aws, row))
            dice.choice(shards).waiting.append(row)
        for shard in dice.sample(shards, SHARDS):
            shard.publish()
        seen += read(landed, BEGAN + timedelta(seconds=second), seen[-1] if seen else None)
    return Outcome([event_id_of(row) for row in landed], seen, bus)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reader_gets_every_event_once_beside_commits_of_ten_seconds(seed: int, aws: dict[str, Any]) -> None:
    outcome = run(aws, seed, by_number)
    assert outcome.bus.kills > 5, "too few crashes to prove anything"
    assert sorted(outcome.landed) != outcome.landed, "no commit was overtaken"
    assert sorted(outcome.read) == sorted(outcome.landed)

    in_order = [next(iter(outcome.numbers[event_id])) for event_id in outcome.read]
    assert in_order == list(range(1, EVENTS + 1))
    assert {len(numbers) for numbers in outcome.numbers.values()} == {1}, "a webhook got another number"


def test_control_a_reader_by_id_misses_events(aws: dict[str, Any]) -> None:
    outcome = run(aws, 1, by_id)
    assert len(set(outcome.landed) - set(outcome.read)) >= 5


def test_an_event_that_commits_7_seconds_after_its_id_was_made_is_not_skipped(aws: dict[str, Any]) -> None:
    publisher = Publisher(FeedNumbers(), KilledBus(), NothingFails())
    fast, slow = [outbox_row_of(BEGAN - timedelta(seconds=seconds), seconds) for seconds in (6, 7)]
    assert publisher.publish(stream_records([commit_lands(aws, fast)])) == []
    assert by_number([], BEGAN, None) == [event_id_of(fast)]
    assert publisher.publish(stream_records([commit_lands(aws, slow)])) == []
    assert by_number([], BEGAN, event_id_of(fast)) == [event_id_of(slow)]
    assert by_id([fast, slow], BEGAN, event_id_of(fast)) == [], "the order of the ids would show it as well"


def number_in_parallel(numbers: Numbers, rows: Sequence[Row]) -> list[list[int]]:
    """Numbers each half of the rows, and all of them once more, by publishers that run at the same time."""
    events = [BusEvent(event_id_of(row), "booking.created", BEGAN, {"clinicId": CLINIC}) for row in rows]
    half = len(events) // 2
    batches = [
        part[start : start + 5] for part in (events[:half], events[half:]) for start in range(0, half, 5)
    ]
    batches += [events[start : start + 10] for start in range(0, len(events), 10)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(numbers.give, batches))
    return [[event.content["sequence"] for event in batch] for batch in done]


def test_publishers_that_race_for_one_clinic_leave_no_gap_and_no_double(aws: dict[str, Any]) -> None:
    rows = [commit_lands(aws, outbox_row_of(BEGAN, number)) for number in range(40)]
    halves = number_in_parallel(FeedNumbers(), rows)
    assert sorted(number for batch in halves[:8] for number in batch) == list(range(1, 41))
    assert all(batch == sorted(batch) for batch in halves[:8])
    items, _ = ClinicFeed().after(READER, None, 100, None)
    assert [item["sequence"] for item in items] == list(range(1, 41))


@dataclass
class Overtaken(Tables):
    """Tables whose first commit is overtaken: something else happens between its reads and its writes."""

    meanwhile: Callable[[], object]

    def __post_init__(self) -> None:
        super().__init__()

    def commit(self, operations: Sequence[Any], **also: Any) -> None:
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        super().commit(operations, **also)


def overtaken(rows: Sequence[Row]) -> list[int]:
    """Numbers three rows while another publisher numbers the last of them and a fourth."""
    events = [BusEvent(event_id_of(row), "booking.created", BEGAN, {"clinicId": CLINIC}) for row in rows]
    by_other: list[BusEvent] = []
    slow = FeedNumbers(Overtaken(lambda: by_other.extend(FeedNumbers().give(events[2:]))))
    by_slow = slow.give(events[:3])
    return [event.content["sequence"] for event in (*by_other, *by_slow)]


def test_a_publisher_that_is_overtaken_reads_again(aws: dict[str, Any]) -> None:
    rows = [commit_lands(aws, outbox_row_of(BEGAN, number)) for number in range(4)]
    assert overtaken(rows) == [1, 2, 3, 4, 1]
    items, _ = ClinicFeed().after(READER, None, 100, None)
    assert [(item["sequence"], item["data"]["bookingId"]) for item in items] == [
        *((1, "bkg_2"), (2, "bkg_3"), (3, "bkg_0"), (4, "bkg_1"))
    ]


def always(_: Operation) -> bool:
    return True


def test_control_without_its_conditions_a_number_is_given_twice(aws: dict[str, Any]) -> None:
    rows = [commit_lands(aws, outbox_row_of(BEGAN, number)) for number in range(4)]
    with atomic_transactions(always):
        assert overtaken(rows) == [1, 2, 1, 2, 3]
