"""Keeps the deadlines: starts, pauses and ends those that an event moves (F1-07, F4-06).

Trigger: its queue, fed by the bus with every type of event in the table of clocks, with
``ReportBatchItemFailures``. Events may come in any order and more than once.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.deadlines.stage_engine import stage_keeping
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

keeping = stage_keeping()
processor = MessageBatch()


def keep(record: SQSRecord) -> None:
    """Changes the deadlines that the event of one message moves."""
    content = json.loads(record.body)
    done("deadlines.kept", eventId=content["eventId"], kinds=keeping.keep(content))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, keep, processor, context)
