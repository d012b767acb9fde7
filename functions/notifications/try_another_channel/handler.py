"""Plans a message that came back on another channel, or opens a task when none reaches the recipient.

Trigger: its queue, fed by the bus with ``notification.bounced`` and ``notification.undeliverable``, with
``ReportBatchItemFailures``. A second delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.notifications import news
from helsebro.occurrence import Occurrence
from helsebro_aws.notifications.returns.other_channel import OtherChannel
from helsebro_aws.notifications.returns.undeliverable import UndeliverableTasks
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

other_channel, tasks = OtherChannel(), UndeliverableTasks()
processor = MessageBatch()


def try_another(record: SQSRecord) -> None:
    """Plans the notification of one message again, or opens its task."""
    event = Occurrence.read(json.loads(record.body))
    notification_id = event.data["notificationId"]
    if event.type == news.UNDELIVERABLE:
        outcome = tasks.open(event.payer, event.case_id, notification_id)
    else:
        outcome = other_channel.run(event.payer, event.case_id, notification_id)
    done(f"notification.{outcome}", notificationId=notification_id)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, try_another, processor, context)
