"""The sweep: sends the events again that items have waited for too long (promise 29).

The very event of the outbox goes to the bus again, with its id: its consumer does its work as if the event
had come for the first time, and whoever has seen the event ignores it. An item is sent again after a pause
that grows from run to run, so that an event which can never be handled does not fill the queues.

It is about events, not clocks. It stands among the deadlines because one function, ``sweep``, runs it and
``DueDeadlines`` every 15 minutes, and because the time that an event may take is a time limit too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from helsebro.errors import Conflict, Unavailable
from helsebro_aws.deadlines.awaited import AWAITED, AwaitedEvent
from helsebro_aws.dynamodb.keys import LAST
from helsebro_aws.dynamodb.tables import Item, Tables, Update, tables
from helsebro_aws.dynamodb.waiting import place, waiting_for
from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.outbox_row import sent_again
from helsebro_aws.outbox.outbox_stream import EVENTS_PER_CALL, Bus
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

MOST_PAGES = 50
"""The most pages of ten items that a run reads of each kind; the next run goes on with the longest wait."""


class Sweep:
    """Finds what fell through, and sends each event again to its consumers."""

    def __init__(
        self,
        bus: Bus | None = None,
        on: Tables = tables,
        now: Callable[[], datetime] = clock.now,
        most_pages: int = MOST_PAGES,
    ) -> None:
        self.bus: Bus = bus or EventBridge()
        self.tables, self.now, self.most_pages = on, now, most_pages

    def run(self, has_time: Callable[[], bool]) -> Mapping[str, int]:
        """Sends events again while ``has_time``; returns how many of each type.

        Raises ``Unavailable`` at the end when the bus refused some; the next run sends them.
        """
        sent, refused = {kind.event_type: 0 for kind in AWAITED}, 0
        for kind in AWAITED:
            for page in self._pages(kind, has_time):
                taken = self._taken(page)
                refused += len(page) - len(taken)
                sent[kind.event_type] += sum(self._waits_on(kind, item) for item in taken)
        done("swept", sent=sent, refused=refused)
        if refused:
            raise Unavailable("busy")
        return sent

    def _taken(self, items: Sequence[Item]) -> list[Item]:
        """Sends the events of these items; returns those whose event the bus took, or will never take."""
        refusals = self.bus.put([sent_again(item["waitsFor"], self.now()) for item in items])
        return [item for item in items if item["waitsFor"]["eventId"] not in refusals.for_now]

    def _pages(self, kind: AwaitedEvent, has_time: Callable[[], bool]) -> Iterator[list[Item]]:
        cursor, until = None, place(self.now() - kind.within, LAST)
        for _ in range(self.most_pages):
            if not has_time():
                return
            page = self.tables.query(
                kind.table_of(self.tables.settings),
                waiting_for(kind.event_type),
                until=until,
                limit=EVENTS_PER_CALL,
                page_cursor=cursor,
                listing=True,
            )
            if page.items:
                yield page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def _waits_on(self, kind: AwaitedEvent, item: Item) -> bool:
        """Moves an item whose event was sent behind the others; False when it no longer waits."""
        times = int(item.get("sentAgain", 0)) + 1
        event_id = item["waitsFor"]["eventId"]
        since = self.now() + kind.pause(times) - kind.within
        moved = Update(
            kind.table_of(self.tables.settings),
            item["pk"],
            item["sk"],
            set={"listSk": place(since, event_id), "sentAgain": times},
            when="#listPk = :kind AND #listSk = :before",
            values={":kind": item["listPk"], ":before": item["listSk"]},
            otherwise=Conflict(),
        )
        try:
            self.tables.commit([moved])
        except Conflict:
            return False
        done("event.sent-again", eventId=event_id, type=kind.event_type, times=times)
        return True
