"""Writes the file of a released payment file for the bank, an ISO 20022 pain.001 (F0-20).

The only function that decrypts the account of a member. It names no one in its log.

Trigger: its queue, fed by the bus with ``payment-file.released``, with ``ReportBatchItemFailures``. A second
delivery has no second effect.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PaymentFileId
from helsebro.payments.payable import Payable, PayableKind
from helsebro.payments.runs.carried import Creditor
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.invoices.invoice_creditors import InvoiceCreditors
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.invoices.payouts.session_creditors import SessionCreditors
from helsebro_aws.invoices.review.left_out_payments import LeftOutPayments
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.payments.bank.payment_file import written
from helsebro_aws.payments.runs.payment_files import PaymentFiles
from helsebro_aws.payments.runs.write_file import FileWriting
from helsebro_aws.platform.log import done
from helsebro_aws.refunds.refund_creditors import RefundCreditors

TIMEOUT = 120
CREDITORS: Mapping[PayableKind, Callable[[Payable, PaymentRun], Creditor]] = {
    "invoice": InvoiceCreditors().of,
    "refund": RefundCreditors().of,
    "session": SessionCreditors().of,
}
"""The kind of a payable → who reads whom it is paid to."""


def creditor_of(payable: Payable, run: PaymentRun) -> Creditor:
    """Returns whom a payable of the run is paid to. Raises ``NotCarried``."""
    return CREDITORS[payable.kind](payable, run)


writing = FileWriting(
    creditor_of,
    LeftOutPayments().opening,
    written,
    HeldSessions().must_hold,
    files=PaymentFiles(within=TIMEOUT),
)
processor = MessageBatch()


def write(record: SQSRecord) -> None:
    """Writes the file of one message's event."""
    event = json.loads(record.body)
    run = writing.run(event["payer"], PaymentFileId(event["data"]["fileId"]))
    done("payment-file.written", fileId=run.file_id, state=run.state, payables=run.count)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, write, processor, context)
