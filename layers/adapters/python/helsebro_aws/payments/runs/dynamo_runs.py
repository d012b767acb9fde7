"""Payment runs in the ``money`` table: ``{payer}#{fileId}`` / ``RUN``, ``LINE#{payableId}`` and ``WORK``.

A run is listed by its state. ``WORK`` is there while the run waits for its consumer: it holds the event that
the consumer should get, so that the sweep finds a run whose event was lost (promise 29).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import PayableId, PaymentFileId
from helsebro.payments.runs.payment_run import MOST_PAYABLES, PaymentRun, RunState
from helsebro.payments.runs.run_line import RunLine
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, Update, new_event_id, tables
from helsebro_aws.dynamodb.waiting import waiting_work
from helsebro_aws.payments.keys import LINES, line_key, run_key, run_work_key, runs_in_state

CHANGING = tuple(
    "state version odd draftedAt releasedBy releasedAt writtenAt digest sentAt cancelledAt settledAt".split()
)
"""The attributes that a change of the state writes; ``count``, ``ore``, ``paid`` and ``returned`` are only
added to."""
ANSWERED = ("state", "paidOn", "returnedOn", "bankReason", "debits", "credits")
"""The attributes of a line that an answer of the bank writes."""
HEARD = ("debits", "credits")
AS_READ = (
    "#state = :state AND (attribute_not_exists(#debits) OR size(#debits) = :debits)"
    " AND (attribute_not_exists(#credits) OR size(#credits) = :credits)"
)
"""A line is as it was read: what is heard of it is only ever added to."""
AT_ONCE = 30
"""How many payables one commit moves, with their lines."""


class RunChanged(Conflict):
    """The run is no longer as it was read."""


class RunFull(Conflict):
    """The run has as many payables as a file may have, or is drafted."""


class LineExists(Conflict):
    """The run has looked at the payable before."""


class DynamoRuns:
    """Payment runs with their lines."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.money_table

    def find(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        """Returns a payer's run. Raises ``NotFound``, also for another payer's."""
        item = self.tables.get(self.table, *run_key(payer, file_id))
        if item is None:
            raise NotFound()
        return from_item(PaymentRun, item)

    def page(
        self, payer: str, state: RunState, limit: int, cursor: str | None
    ) -> tuple[Sequence[PaymentRun], str | None]:
        """Returns a page of a payer's runs in a state, the latest first, and the cursor of the next page."""
        page = self.tables.query(
            self.table,
            runs_in_state(payer, state),
            limit=limit,
            page_cursor=cursor,
            listing=True,
            newest_first=True,
        )
        return [from_item(PaymentRun, item) for item in page.items], page.next_cursor

    def lines(self, run: PaymentRun) -> list[RunLine]:
        """Returns all lines of a run; they are at most ``MOST_PAYABLES``."""
        partition, _ = run_key(run.payer, run.file_id)
        return [
            from_item(RunLine, item) for item in self.tables.query_all(self.table, partition, begins=LINES)
        ]

    def begin(self, run: PaymentRun, receipt: Receipt) -> None:
        """Stores a new run, which waits for its consumer."""
        event = _event("payment-file.begun", run, run.begun_at)
        put = Put(
            self.table, {**as_attributes(run_key(run.payer, run.file_id)), **to_item(run), **_listed(run)}
        )
        self.tables.commit([put, self._work(run, event)], events=[event], receipt=receipt)

    def hand_on(
        self,
        before: PaymentRun,
        after: PaymentRun,
        happened: str,
        at: datetime,
        receipt: Receipt | None = None,
    ) -> None:
        """Stores what a person decided about a run, which waits for its consumer. Raises ``RunChanged``."""
        event = _event(happened, after, at)
        changes: list[Operation] = [self.change(before, after), self._work(after, event)]
        self.tables.commit(changes, events=[event], receipt=receipt)

    def end_work(self, before: PaymentRun, after: PaymentRun, happened: str, at: datetime) -> None:
        """Stores what the consumer of a run has finished. Raises ``RunChanged``."""
        event = _event(happened, after, at)
        self.tables.commit([self.change(before, after), self.no_work(after)], events=[event])

    def no_work(self, run: PaymentRun) -> Delete:
        """Returns the operation after which the run waits for no consumer."""
        return Delete(self.table, *run_work_key(run.payer, run.file_id), when=None)

    def change(self, before: PaymentRun, after: PaymentRun) -> Update:
        """Returns the operation that stores a run's new state; it fails with ``RunChanged``.

        It also fails when a payable has joined or left the run since, which ``before`` does not count.
        """
        item = to_item(after)
        return Update(
            self.table,
            *run_key(before.payer, before.file_id),
            set={**{name: item[name] for name in CHANGING if name in item}, **_listed(after)},
            when="#version = :before AND #count = :count",
            values={":before": before.version, ":count": before.count},
            otherwise=RunChanged(),
        )

    def joining(self, line: RunLine, payer: str) -> list[Operation]:
        """Returns the operations that count a payable in a run that is being drafted.

        They fail with ``LineExists``, ``RunFull``.
        """
        counted = Update(
            self.table,
            *run_key(payer, line.file_id),
            add={"count": 1, "ore": line.amount.ore},
            when="#state = :drafting AND #count < :most",
            values={":drafting": "drafting", ":most": MOST_PAYABLES},
            otherwise=RunFull(),
        )
        return [self.noting(line, payer), counted]

    def noting(self, line: RunLine, payer: str) -> Put:
        """Returns the operation that stores a new line; it fails with ``LineExists``."""
        key = as_attributes(line_key(payer, line.file_id, line.payable_id))
        return Put(self.table, {**key, **to_item(line)}, otherwise=LineExists())

    def losing(
        self, before: PaymentRun, after: PaymentRun, line: RunLine, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what takes a line out of a drafted run that nobody has released, and the event when none is
        left. It fails with ``RunChanged``.
        """
        taken = replace(self.change(before, after), add={"count": -1, "ore": -line.amount.ore})
        ended = [_event("payment-file.cancelled", after, at)] if after.state == "cancelled" else []
        return [self.marking(line, before.payer), taken], ended

    def leaving(self, line: RunLine, payer: str) -> list[Operation]:
        """Returns the operations that take a line out of a released run: it is counted there no more."""
        counted = Update(
            self.table,
            *run_key(payer, line.file_id),
            add={"count": -1, "ore": -line.amount.ore},
            when="#state = :released AND attribute_not_exists(#writtenAt)",
            values={":released": "released"},
            otherwise=RunChanged(),
        )
        return [self.marking(line, payer), counted]

    def marking(self, line: RunLine, payer: str) -> Update:
        """Returns the operation that stores a line's state, oddities and reason."""
        item = to_item(line)
        names = ("state", "odd", "why")
        key = line_key(payer, line.file_id, line.payable_id)
        return Update(self.table, *key, set={name: item[name] for name in names if name in item})

    def line(self, payer: str, file_id: PaymentFileId, payable_id: PayableId) -> RunLine | None:
        """Returns the line of a payable in a run; None when it has none."""
        item = self.tables.get(self.table, *line_key(payer, file_id, payable_id))
        return from_item(RunLine, item) if item else None

    def answering(self, before: RunLine, after: RunLine, payer: str) -> list[Operation]:
        """Returns the operations that store the bank's answer to a line, counted on its run.

        They fail with ``RunChanged`` when the line is no longer as it was read.
        """
        item = to_item(after)
        stored = Update(
            self.table,
            *line_key(payer, before.file_id, before.payable_id),
            set={name: item[name] for name in ANSWERED if name in item},
            when=AS_READ,
            values=_as_read(before),
            otherwise=RunChanged(),
        )
        counts: dict[str, int] = {after.state: 1}
        if before.state == "paid":
            counts["paid"] = -1
        counted = Update(self.table, *run_key(payer, before.file_id), add=counts)
        return [stored, counted]

    def hearing(self, before: RunLine, after: RunLine, payer: str) -> list[Operation]:
        """Returns the operation that stores one more booking of a line, whose state stays as it is.

        It fails with ``RunChanged`` when the line is no longer as it was read.
        """
        item = to_item(after)
        return [
            Update(
                self.table,
                *line_key(payer, before.file_id, before.payable_id),
                set={name: item[name] for name in HEARD},
                when=AS_READ,
                values=_as_read(before),
                otherwise=RunChanged(),
            )
        ]

    def mark(self, lines: Sequence[RunLine], payer: str) -> None:
        """Stores the state and the oddities of lines, some at a time; a second call changes nothing."""
        for start in range(0, len(lines), AT_ONCE):
            some = lines[start : start + AT_ONCE]
            self.tables.commit([self.marking(line, payer) for line in some])

    def _work(self, run: PaymentRun, event: Event) -> Put:
        return waiting_work(self.table, run_work_key(run.payer, run.file_id), event)


def _event(happened: str, run: PaymentRun, at: datetime) -> Event:
    """Returns an event that names the run alone; it has an id, as the item that waits names it."""
    return replace(Event(happened, at, run.payer, {"fileId": run.file_id}), event_id=new_event_id())


def _as_read(line: RunLine) -> Item:
    return {":state": line.state, ":debits": len(line.debits), ":credits": len(line.credits)}


def _listed(run: PaymentRun) -> Item:
    return {
        "listPk": runs_in_state(run.payer, run.state),
        "listSk": f"{instant(run.begun_at)}#{run.file_id}",
    }
