"""Relocates the bookings of a practitioner whose clinic has moved; the members are then told.

Trigger: its queue, fed by the bus with ``practitioner.moved`` {practitionerId}, with
``ReportBatchItemFailures``. All is read as it is now, so an event that is delivered twice, late or out of
order relocates nothing wrongly.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PractitionerId
from helsebro_aws.bookings.relocations import Relocations
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

relocations = Relocations()
processor = MessageBatch()


def relocate(record: SQSRecord) -> None:
    """Relocates the bookings of one message's practitioner."""
    practitioner_id = PractitionerId(json.loads(record.body)["data"]["practitionerId"])
    done("bookings.relocated", practitionerId=practitioner_id, bookings=relocations.of(practitioner_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, relocate, processor, context)
