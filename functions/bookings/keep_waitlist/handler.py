"""Offers slots that became free to members on the waitlist, and keeps their entries as their case is.

Trigger: its queue, fed by the bus with the events of ``helsebro.bookings.waitlist.occasions``, with
``ReportBatchItemFailures``. All is read as it is now, so an event that is delivered twice, late or out of
order changes nothing wrongly.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.occurrence import Occurrence
from helsebro_aws.bookings.waitlist.waitlist_keeping import WaitlistKeeping
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

keeping = WaitlistKeeping()
processor = MessageBatch()


def keep(record: SQSRecord) -> None:
    """Does what the event of one message asks for."""
    event = Occurrence.read(json.loads(record.body))
    done("waitlist.kept", eventId=event.event_id, entries=keeping.keep(event))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, keep, processor, context)
