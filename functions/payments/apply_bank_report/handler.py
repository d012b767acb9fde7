"""Applies bank reports, and events of Stripe: marks payments as paid or returned, with what follows.

A report goes on where an earlier run of this function stopped; a long one is applied in parts. No account is
decrypted here.

Trigger: its queue, fed by the bus with ``bank-report.received`` and ``bank-report.continued``, with
``ReportBatchItemFailures``. A second delivery has no second effect.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import BankReportId
from helsebro.payments.bank.bank_report import BankReport, ReportKind
from helsebro.payments.payable import PayableKind
from helsebro_aws.invoices.paying.bank_tasks import BankTasks
from helsebro_aws.invoices.paying.invoice_payments import InvoicePayments
from helsebro_aws.invoices.payouts.session_payments import SessionPayments
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.payments.bank.read_report import read_report
from helsebro_aws.payments.reports.apply_report import ReportApplying
from helsebro_aws.payments.reports.bank_effect import BankEffect
from helsebro_aws.payments.reports.booked_answers import BookedAnswers
from helsebro_aws.payments.reports.report_files import ReportFiles
from helsebro_aws.payments.stripe.event_report import report_of
from helsebro_aws.platform.log import done
from helsebro_aws.refunds.refund_payments import RefundPayments

TIMEOUT = 120
EFFECTS: Mapping[PayableKind, BankEffect] = {
    "invoice": InvoicePayments().follow,
    "refund": RefundPayments().follow,
    "session": SessionPayments().follow,
}
"""The kind of a payable → what becomes of that which it is owed for."""
tasks = BankTasks()


def read(kind: ReportKind, content: bytes) -> BankReport:
    """Returns what a stored file says, of a bank or of Stripe."""
    return report_of(content) if kind == "stripe" else read_report(content)


applying = ReportApplying(read, BookedAnswers(EFFECTS, tasks), tasks, files=ReportFiles(within=TIMEOUT))
processor = MessageBatch()


def apply(record: SQSRecord) -> None:
    """Applies the report of one message's event, or a part of it."""
    event = json.loads(record.body)
    report = applying.run(event["payer"], BankReportId(event["data"]["reportId"]))
    done("bank-report.followed", reportId=report.report_id, state=report.state, rows=report.done)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, apply, processor, context)
