"""The simulation of promise 8: events, schedules and sweeps on a clock of its own, with tables in memory."""

from __future__ import annotations

import hashlib
import heapq
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from types import SimpleNamespace
from typing import Any

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.moments import StartFacts
from helsebro.events import Event
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.deadlines.case_reads import CaseReads
from helsebro_aws.deadlines.due_deadlines import DueDeadlines
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.deadlines.keeping import DeadlineKeeping
from helsebro_aws.deadlines.keys import DUE
from helsebro_aws.dynamodb.keys import Key
from tests.builders.messages.memory_tables import MemoryTables
from tests.promises.deadlines.courses import Course
from tests.promises.deadlines.oracle import DAY

SWEEP, LONGEST = timedelta(minutes=15), 90 * DAY
"""How often the sweep runs, and how long it goes on after the last schedule."""


class DueTables(MemoryTables):
    """Reads the pointers in their order. ``meanwhile`` is called once, between a read and what follows it."""

    def __init__(self, is_conditional: bool = True) -> None:
        super().__init__()
        self.pointers: list[str] = []
        self.is_conditional = is_conditional
        self.meanwhile: Callable[[], None] | None = None

    def get(self, table: str, pk: str, sk: str) -> Any:
        found, meanwhile, self.meanwhile = super().get(table, pk, sk), self.meanwhile, None
        if meanwhile:
            meanwhile()
        return found

    def query(self, _: str, pk: str, *, until: str, limit: int, page_cursor: str | None) -> Any:
        found = self.pointers[
            bisect_right(self.pointers, page_cursor or "") : bisect_right(self.pointers, until)
        ]
        page = found[:limit]
        items = [self.items[pk, sk] for sk in page]
        return SimpleNamespace(items=items, next_cursor=page[-1] if len(found) > limit else None)

    def commit(self, operations: Sequence[Any], *, events: Sequence[Event] = ()) -> None:
        if not self.is_conditional:
            operations = [replace(operation, when=None) for operation in operations]
        before = self._pointers(operations)
        super().commit(operations, events=events)
        after = self._pointers(operations)
        for sk in before - after:
            del self.pointers[bisect_left(self.pointers, sk)]
        for sk in after - before:
            insort(self.pointers, sk)

    def _pointers(self, operations: Sequence[Any]) -> set[str]:
        """Returns those of the pointers that the operations name which are stored."""
        keys = (
            (operation.item["pk"], operation.item["sk"])
            if hasattr(operation, "item")
            else (operation.pk, operation.sk)
            for operation in operations
        )
        return {sk for pk, sk in keys if pk == DUE and (pk, sk) in self.items}


@dataclass
class Schedules:
    """One schedule for each key; what happens to one follows from its key and instant."""

    now: Callable[[], datetime]
    at: dict[Key, datetime] = field(default_factory=dict)
    made: list[tuple[datetime, Key]] = field(default_factory=list)
    fates: Counter[str] = field(default_factory=Counter)

    def set(self, key: Key, at: datetime) -> None:
        assert at > self.now(), "a schedule in the past"
        if self.at.get(key) != at:
            self.at[key] = at
            self.made.append((at, key))
            self.fates[self.fate(key, at)] += 1

    def remove(self, key: Key) -> None:
        self.at.pop(key, None)

    def fate(self, key: Key, at: datetime) -> str:
        """Returns whether the schedule is lost or doubled, in one of a hundred cases each."""
        digest = hashlib.sha256(f"{key}{at}".encode()).digest()
        return {0: "lost", 1: "doubled"}.get(int.from_bytes(digest[:4], "big") % 100, "well")


class Simulation:
    """Plays courses on a simulated clock."""

    def __init__(self, played: Sequence[Course], *, sweeps: bool = True, is_conditional: bool = True) -> None:
        self.played, self.sweeps = played, sweeps
        self.time = min(course.start for course in played).replace(hour=0, minute=0, second=0)
        self.tables = DueTables(is_conditional)
        self.schedules = Schedules(lambda: self.time)
        self.engine = DeadlineEngine(
            DynamoDeadlines(self.tables),  # type: ignore[arg-type]
            self.schedules,
            breaches=dict.fromkeys(("open-task", "remind-clinic"), self._handled),
            now=lambda: self.time,
        )
        self.order, self.steps = count(), list[tuple[datetime, int, Callable[[], object]]]()

    def _handled(self, deadline: Deadline, *_: object) -> tuple[list[Any], list[Event]]:
        """A handler of a warning or breach, whose effect shows as an event."""
        return [], [Event("handled", self.time, deadline.payer, {"about": deadline.subject_id})]

    def run(self, random: Random, facts: Callable[[Course], StartFacts] | None = None) -> None:
        """Plays everything to its end."""
        for course in self.played:
            keep = self._keeping(course, facts or (lambda played: StartFacts(WorkCalendar(played.country))))
            for at, event in course.events():
                self._at(at, partial(keep, event))
                if random.random() < 0.1:
                    late = timedelta(seconds=random.choice([0, 0, random.randrange(90 * 86_400)]))
                    self._at(at + late, partial(keep, event))
        quarter = self.time
        while self.steps:
            at, _, step = heapq.heappop(self.steps)
            while quarter < at:
                self._sweep(quarter)
                quarter += SWEEP
            self.time = max(self.time, at)
            step()
            self._take_schedules()
        end = quarter + LONGEST
        while self.sweeps and self.tables.pointers and quarter < end:
            self._sweep(quarter)
            quarter += SWEEP

    def _at(self, at: datetime, step: Callable[[], object]) -> None:
        heapq.heappush(self.steps, (at, next(self.order), step))

    def _keeping(
        self, course: Course, facts: Callable[[Course], StartFacts]
    ) -> Callable[[Mapping[str, Any]], object]:
        def of_course(_: CaseReads, __: object) -> StartFacts:
            return facts(course)

        rows = (CLOCKS[course.kind],)
        return DeadlineKeeping(self.engine, rows_of=lambda _: rows, facts=of_course).keep

    def _sweep(self, at: datetime) -> None:
        self.time = max(self.time, at)
        if self.sweeps:
            _, refused = DueDeadlines(self.engine).run(lambda: True)
            assert not refused
            self._take_schedules()

    def _take_schedules(self) -> None:
        """Puts the schedules that were made into the order of time."""
        for at, key in self.schedules.made:
            fate = self.schedules.fate(key, at)
            if fate != "lost":
                self._at(at, partial(self._fire, key, at, fate == "doubled"))
        self.schedules.made.clear()

    def _fire(self, key: Key, at: datetime, twice: bool) -> None:
        """Calls the engine as a schedule does, unless it was moved; ``twice`` does so twice at once."""
        if self.schedules.at.get(key) != at:
            return
        if twice:
            self.tables.meanwhile = lambda: self._wake(key)
        self._wake(key)

    def _wake(self, key: Key) -> None:
        assert self.engine.wake(key)
