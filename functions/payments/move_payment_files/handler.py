"""Moves the payables of payment files: drafts a file, gives back what was called off, follows what was sent.

A file goes on where an earlier run of this function stopped. No account is decrypted here.

Trigger: its queue, fed by the bus with ``payment-file.begun``, ``payment-file.withdrawn`` and
``payment-file.sent``, with ``ReportBatchItemFailures``. A second delivery has no second effect.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PaymentFileId
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.invoices.paying.payment_tasks import PaymentTasks
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.invoices.review.left_out_payments import LeftOutPayments
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.payments.runs.draft import RunDrafting
from helsebro_aws.payments.runs.follow import RunFollowing
from helsebro_aws.payments.runs.give_back import RunCancelling
from helsebro_aws.platform.log import done

STEPS: Mapping[str, Callable[[str, PaymentFileId], PaymentRun]] = {
    "payment-file.begun": RunDrafting(
        LeftOutPayments().opening, HeldSessions().must_hold, PaymentTasks().over_once_ordered
    ).run,
    "payment-file.withdrawn": RunCancelling().run,
    "payment-file.sent": RunFollowing().sent,
}
"""The event → what the payables of its file do."""
processor = MessageBatch()


def move(record: SQSRecord) -> None:
    """Moves the payables of one message's file."""
    event = json.loads(record.body)
    run = STEPS[event["type"]](event["payer"], PaymentFileId(event["data"]["fileId"]))
    done("payment-file.moved", fileId=run.file_id, state=run.state, payables=run.count)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, move, processor, context)
