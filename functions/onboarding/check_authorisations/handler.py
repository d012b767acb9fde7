"""Checks practitioners against the authorisation register once they are registered, and after changes.

Trigger: its queue, fed by the bus with ``practitioner.registered``, ``practitioner.changed`` and
``practitioner.ended`` {practitionerId}, and with ``deadline.reached``, with ``ReportBatchItemFailures``. A
register that does not answer brings the message again. A second delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import PractitionerId
from helsebro.network.registers.register_check import UNVERIFIED_CLOCK
from helsebro.occurrence import Occurrence
from helsebro_aws.onboarding.registers.connected_registers import registers_of_function
from helsebro_aws.onboarding.registers.register_look import RegisterLook
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

look = RegisterLook(registers_of_function())
processor = MessageBatch()


def check(record: SQSRecord) -> None:
    """Does what the event of one message asks for; the deadlines of all else pass by."""
    event = Occurrence.read(json.loads(record.body))
    if event.type != "deadline.reached":
        practitioner_id = PractitionerId(event.data["practitionerId"])
        done(f"register.{look.run(practitioner_id)}", practitionerId=practitioner_id)
    elif event.data.get("kind") == UNVERIFIED_CLOCK:
        practitioner_id = PractitionerId(event.data["practitionerId"])
        done("register.escalated", practitionerId=practitioner_id, opened=look.escalate(practitioner_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, check, processor, context)
