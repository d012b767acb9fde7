"""Asks staff to match the clients of a practitioner who has left the clinic, with one task a guarantee.

Their guarantees are bound to no one from then on. So are those of a practitioner whose authorisation was
denied. Trigger: its queue, fed by the bus with ``practitioner.ended`` and ``practitioner.changed``
{practitionerId}, with ``ReportBatchItemFailures``. A second delivery opens no second task.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PractitionerId
from helsebro_aws.bookings.booked_clinics import standing_sessions
from helsebro_aws.guarantees.matching.left_clients import LeftClients
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

clients = LeftClients(standing_sessions)
processor = MessageBatch()


def open_tasks(record: SQSRecord) -> None:
    """Opens the tasks of one message's practitioner."""
    practitioner_id = PractitionerId(json.loads(record.body)["data"]["practitionerId"])
    done("rematch.asked", practitionerId=practitioner_id, tasks=clients.run(practitioner_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, open_tasks, processor, context)
