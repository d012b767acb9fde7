"""Does what is due for a deadline: a warning, its end, an escalation (promise 8).

Trigger: the queue ``fall-due``, to which a one-time schedule sends the key of the deadline, with
``ReportBatchItemFailures``. A message that is early, late or repeated changes nothing more.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.deadlines.stage_engine import stage_engine
from helsebro_aws.outbox.message_batch import MessageBatch

engine = stage_engine()
processor = MessageBatch()


def fall_due(record: SQSRecord) -> None:
    """Wakes the deadline that one message names."""
    key = json.loads(record.body)
    engine.wake((key["pk"], key["sk"]))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, fall_due, processor, context)
