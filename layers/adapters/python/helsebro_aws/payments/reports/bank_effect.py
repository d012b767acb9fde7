"""What contexts above this one add to the commit that marks a payable as paid or returned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

from helsebro.events import Event
from helsebro.payments.payable import Payable
from helsebro.payments.reports.received_report import ReceivedReport
from helsebro.payments.reports.report_row import ReportRow
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.operations import Operation

AlsoStored: TypeAlias = tuple[Sequence[Operation], Sequence[Event]]
"""What a commit stores, with its events."""
BankEffect: TypeAlias = "Callable[[Payable, datetime], AlsoStored]"
"""Returns what becomes of the invoice or refund behind a payable that is now ``paid`` or ``returned``."""


class OpensBankTasks(Protocol):
    """Opens the tasks of finance that follow from what a bank says."""

    def of_returned(self, payable: Payable, line: RunLine, at: datetime) -> AlsoStored:
        """Returns what opens the task of a payable whose payment was rejected or came back."""

    def of_difference(self, payable: Payable, row: ReportRow, at: datetime) -> AlsoStored:
        """Returns what opens the task of a row that says something else of a payable than is known."""

    def of_rows(self, report: ReceivedReport, at: datetime) -> AlsoStored:
        """Returns what opens the task of a report with rows that name no payable."""
