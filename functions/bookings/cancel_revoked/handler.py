"""Cancels the coming sessions of a revoked guarantee, of which the clinic and the member are told.

Trigger: its queue, fed by the bus with ``guarantee.revoked`` {guaranteeId}, with ``ReportBatchItemFailures``.
All is read as it is now, so an event that is delivered twice cancels nothing twice.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import GuaranteeId
from helsebro_aws.bookings.revoked.revoked_bookings import RevokedBookings
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

bookings = RevokedBookings()
processor = MessageBatch()


def cancel(record: SQSRecord) -> None:
    """Cancels the bookings of one message's guarantee."""
    guarantee_id = GuaranteeId(json.loads(record.body)["data"]["guaranteeId"])
    done("bookings.cancelled", guaranteeId=guarantee_id, bookings=bookings.cancel(guarantee_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, cancel, processor, context)
