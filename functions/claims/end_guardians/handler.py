"""Ends the consents and mandates of someone who is no guardian of a child any more (F4-20).

Trigger: its queue, fed by the bus with ``family.changed`` {personId, guardianId, what}, with
``ReportBatchItemFailures``. The family is read as it is now, so an event that is delivered twice, late or out
of order ends nothing wrongly. Until it is handled, no holder of such a mandate sees the case: every read asks
the family.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PersonId
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.claims.custody.ended_guardians import EndedGuardians
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

guardians = EndedGuardians(clinics_at_work)
processor = MessageBatch()


def end(record: SQSRecord) -> None:
    """Ends what one message's guardian decided; any other change of a family ends nothing."""
    data = json.loads(record.body)["data"]
    if data["what"] == "ended":
        child, guardian_id = PersonId(data["personId"]), PersonId(data["guardianId"])
        done("guardian.ended", personId=child, claims=guardians.end(child, guardian_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, end, processor, context)
