"""Pays sessions that were held at clinics that are paid for each session, without an invoice (F1-06).

A session that was missed after all is paid no more.

Trigger: its queue, fed by the bus with ``session.held``, ``session.missed`` and ``payout.reopened``, with
``ReportBatchItemFailures``. A second delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import BookingId
from helsebro_aws.invoices.payouts.pay_session import SessionPayouts
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

payouts = SessionPayouts()
processor = MessageBatch()


def settle(record: SQSRecord) -> None:
    """Pays the session of one message, or takes its payment back."""
    booking_id = BookingId(json.loads(record.body)["data"]["bookingId"])
    done("session.looked-at", bookingId=booking_id, became=payouts.settle(booking_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, settle, processor, context)
