"""Due deadlines: finds by their pointers the deadlines that a lost schedule did not wake (promise 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.deadlines.keeping import FAULTS
from helsebro_aws.deadlines.keys import CLOCKS
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.platform.log import done, failed

POINTERS_PER_PAGE = 50
MOST_PAGES = 100
"""The most pages that a run reads; the next run goes on with the oldest."""


@dataclass(frozen=True)
class DueDeadlines:
    """Wakes the deadlines whose instant is over, the oldest first."""

    engine: DeadlineEngine = field(default_factory=DeadlineEngine)
    most_pages: int = MOST_PAGES

    @property
    def deadlines(self) -> DynamoDeadlines:
        """Where the deadlines are stored."""
        return self.engine.deadlines

    def run(self, has_time: Callable[[], bool]) -> tuple[int, int]:
        """Wakes what is due while ``has_time``; returns how many were woken and how many were refused.

        A refused one does not stop the others; the next run tries it again.
        """
        woken = refused = 0
        for pointer in self._pointers(has_time):
            if self._wake(pointer):
                woken += 1
            else:
                refused += 1
        done("deadlines.woken", woken=woken, refused=refused)
        return woken, refused

    def _wake(self, pointer: Item) -> bool:
        try:
            if not self.engine.wake((pointer["deadlinePk"], pointer["deadlineSk"])):
                self.deadlines.drop(pointer)
        except FAULTS as fault:
            failed(fault, kind=str(pointer.get("deadlineSk", "")).removeprefix(CLOCKS).partition("#")[0])
            return False
        return True

    def _pointers(self, has_time: Callable[[], bool]) -> Iterator[Item]:
        cursor, until = None, self.engine.now()
        for _ in range(self.most_pages):
            if not has_time():
                return
            pointers, cursor = self.deadlines.due(until, POINTERS_PER_PAGE, cursor)
            yield from pointers
            if cursor is None:
                return
