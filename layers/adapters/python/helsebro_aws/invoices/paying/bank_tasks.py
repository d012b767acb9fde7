"""Bank tasks: the tasks of finance that follow from what a bank says of payments."""

from __future__ import annotations

from datetime import datetime

from helsebro.payments.payable import Payable
from helsebro.payments.reports.received_report import ReceivedReport
from helsebro.payments.reports.report_row import ReportRow
from helsebro.payments.runs.run_line import RunLine
from helsebro.tasks.doubts.finance_doubt import PaymentDoubt
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import BankReportReview, PaymentReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.invoices.review.left_out_payments import WITHIN
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.tasks.follow_ups import FollowUps


class BankTasks:
    """Opens ``payment-returned``, ``payment-differs`` and ``bank-rows-unmatched``, each once."""

    def __init__(self, on: Tables = tables) -> None:
        self.follow_ups = FollowUps(on)

    def of_returned(self, payable: Payable, line: RunLine, at: datetime) -> AlsoStored:
        """Returns what opens the task of a payable whose payment was rejected or came back."""
        subject = PaymentReview(payable.payable_id, line.file_id)
        doubt = PaymentDoubt(payable.amount, line.bank_reason, line.returned_on)
        about = f"{payable.payable_id}:{line.file_id}"
        return self._opening(
            follow_up("payments", subject, "payment-returned", about, at, WITHIN, payment=doubt)
        )

    def of_difference(self, payable: Payable, row: ReportRow, at: datetime) -> AlsoStored:
        """Returns what opens the task of a row that says something else of a payable than is known."""
        assert row.file_id, "a row about a payable names its file"
        subject = PaymentReview(payable.payable_id, row.file_id)
        doubt = PaymentDoubt(payable.amount, row.reason, row.booked_on, row.why, row.report_id, row.number)
        about = f"{payable.payable_id}:{row.report_id}:{row.number}"
        return self._opening(
            follow_up("payments", subject, "payment-differs", about, at, WITHIN, payment=doubt)
        )

    def of_rows(self, report: ReceivedReport, at: datetime) -> AlsoStored:
        """Returns what opens the task of a report with rows that name no payable, one for all of them."""
        subject = BankReportReview(report.report_id)
        return self._opening(
            follow_up("payments", subject, "bank-rows-unmatched", report.report_id, at, WITHIN)
        )

    def _opening(self, task: Task) -> AlsoStored:
        operation, opened = self.follow_ups.opening(task)
        return [operation], [opened]
