"""Reads what SES reports about e-mails: delivered, bounced, complained about, rejected.

Trigger: the queue ``read-receipts``, fed by a rule on the default bus, with ``ReportBatchItemFailures``. A
second, late or unknown report changes nothing. SNS reports nothing about an SMS but lines in a log.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.notifications.returns.receipts import Receipts
from helsebro_aws.notifications.returns.ses_events import receipt_in
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

receipts = Receipts()
processor = MessageBatch()


def read(record: SQSRecord) -> None:
    """Stores the receipt of one message."""
    receipt = receipt_in(json.loads(record.body))
    if receipt is None:
        done("mail-receipt.ignored")
        return
    done(f"mail-receipt.{receipts.store(receipt)}", notificationId=receipt.notification_id)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, read, processor, context)
