"""Bank reports in the ``money`` table: ``{payer}#{reportId}`` / ``REPORT``, ``ROW#{number}`` and ``WORK``.

``WORK`` is there while rows wait for their consumer: it holds the event that the consumer should get, so that
the sweep finds a report whose event was lost (promise 29).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import BankReportId
from helsebro.payments.reports.received_report import ReceivedReport
from helsebro.payments.reports.report_row import ReportRow
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Delete, Operation, Put, Tables, Update, new_event_id, tables
from helsebro_aws.dynamodb.waiting import waiting_work
from helsebro_aws.payments.keys import ROWS, bank_reports, report_key, report_row_key, report_work_key


class ReportKnown(Conflict):
    """The file came before."""


class RowApplied(Conflict):
    """The row was applied before: another run of the same step has done it."""


class ReportFollowed(Conflict):
    """Another run of the same step is further in the report."""


class DynamoReports:
    """Bank reports with their rows."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.money_table

    def find(self, payer: str, report_id: BankReportId) -> ReceivedReport:
        """Returns a payer's report. Raises ``NotFound``, also for another payer's."""
        item = self.tables.get(self.table, *report_key(payer, report_id))
        if item is None:
            raise NotFound()
        return from_item(ReceivedReport, item)

    def page(self, payer: str, limit: int, cursor: str | None) -> tuple[Sequence[ReceivedReport], str | None]:
        """Returns a page of a payer's reports, the latest first, and the cursor of the next page."""
        page = self.tables.query(
            self.table, bank_reports(payer), limit=limit, page_cursor=cursor, listing=True, newest_first=True
        )
        return [from_item(ReceivedReport, item) for item in page.items], page.next_cursor

    def rows(
        self, report: ReceivedReport, limit: int, cursor: str | None
    ) -> tuple[Sequence[ReportRow], str | None]:
        """Returns a page of what became of a report's rows so far, and the cursor of the next page."""
        partition, _ = report_key(report.payer, report.report_id)
        page = self.tables.query(self.table, partition, begins=ROWS, limit=limit, page_cursor=cursor)
        return [from_item(ReportRow, item) for item in page.items], page.next_cursor

    def row(self, report: ReceivedReport, number: int) -> ReportRow | None:
        """Returns what became of a row; None when it was not applied yet."""
        item = self.tables.get(self.table, *report_row_key(report.payer, report.report_id, number))
        return from_item(ReportRow, item) if item else None

    def receive(self, report: ReceivedReport, receipt: Receipt | None = None) -> None:
        """Stores a new report, which waits for its consumer. Raises ``ReportKnown``."""
        event = _event("bank-report.received", report, report.received_at)
        put = Put(
            self.table,
            {
                **as_attributes(report_key(report.payer, report.report_id)),
                "listPk": bank_reports(report.payer),
                "listSk": f"{instant(report.received_at)}#{report.report_id}",
                **to_item(report),
            },
            otherwise=ReportKnown(),
        )
        self.tables.commit([put, self._work(report, event)], events=[event], receipt=receipt)

    def answer(self, receipt: Receipt) -> None:
        """Stores the answer to a file that came before; nothing else changes."""
        self.tables.commit([], receipt=receipt)

    def applying(self, report: ReceivedReport, row: ReportRow) -> list[Operation]:
        """Returns the operations that store what became of a row, once; they fail with ``RowApplied``."""
        key = as_attributes(report_row_key(report.payer, report.report_id, row.number))
        kept = Put(self.table, {**key, **to_item(row)}, otherwise=RowApplied())
        asking = {"asking": 1} if row.ruling.needs_a_person and not row.payable_id else {}
        counts = {row.state: 1, **asking}
        return [kept, Update(self.table, *report_key(report.payer, report.report_id), add=counts)]

    def go_on(self, before: ReceivedReport, done: int, at: datetime) -> ReceivedReport:
        """Stores that the first rows are applied; the next ones wait for the consumer.

        Raises ``ReportFollowed``.
        """
        after = before.followed(done)
        event = _event("bank-report.continued", after, at)
        self.tables.commit([self._change(before, after), self._work(after, event)], events=[event])
        return after

    def end(
        self, before: ReceivedReport, at: datetime, task: Sequence[Operation], opened: Sequence[Event]
    ) -> ReceivedReport:
        """Stores that all rows are applied, with the task that asks about some. Raises ``ReportFollowed``."""
        after = before.ended(at)
        done = Delete(self.table, *report_work_key(after.payer, after.report_id), when=None)
        event = _event("bank-report.applied", after, at)
        self.tables.commit([self._change(before, after), done, *task], events=[event, *opened])
        return after

    def _change(self, before: ReceivedReport, after: ReceivedReport) -> Update:
        item = to_item(after)
        changing = ("done", "state", "appliedAt")
        return Update(
            self.table,
            *report_key(before.payer, before.report_id),
            set={name: item[name] for name in changing if name in item},
            when="#done = :done AND #state = :state",
            values={":done": before.done, ":state": before.state},
            otherwise=ReportFollowed(),
        )

    def _work(self, report: ReceivedReport, event: Event) -> Put:
        return waiting_work(self.table, report_work_key(report.payer, report.report_id), event)


def _event(happened: str, report: ReceivedReport, at: datetime) -> Event:
    """Returns an event that names the report alone; it has an id, as the item that waits names it."""
    event = Event(happened, at, report.payer, {"reportId": report.report_id})
    return replace(event, event_id=new_event_id())
