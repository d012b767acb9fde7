"""Plans what is sent for an event: to whom, on which channels, and when (F4-26, F4-42, R-1402).

Trigger: its queue, fed by the bus with every event of the table of kinds, with ``ReportBatchItemFailures``. A
second delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.occurrence import Occurrence
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.claims.mandated.holder_addresses import HolderAddresses
from helsebro_aws.messages.case_workers import CaseWorkers
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.planning import Planning
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.onboarding.dynamo_applications import DynamoApplications
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import (
    DynamoPractitionerLogins,
)
from helsebro_aws.outbox.message_batch import MessageBatch

recipients = Recipients(
    applicant_of=DynamoApplications().find,
    invited_of=DynamoPractitionerLogins().invited,
    works_on=CaseWorkers().of,
    written=HolderAddresses().of,
)
planning = Planning(recipients, EventFacts(DynamoBookings().find))
processor = MessageBatch()


def notify(record: SQSRecord) -> None:
    """Plans the notifications of the event of one message."""
    planning.run(Occurrence.read(json.loads(record.body)))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, notify, processor, context)
