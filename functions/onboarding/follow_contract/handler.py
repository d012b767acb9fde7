"""Follows a contract: lets it expire on its last day, and resumes its workflow once it has an end.

Trigger: its queue, fed by the bus with ``contract.signed``, ``contract.declined``, ``contract.expired`` and
``deadline.reached``, with ``ReportBatchItemFailures``. A second delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.occurrence import Occurrence
from helsebro.onboarding.contract import EXPIRY_CLOCK
from helsebro_aws.onboarding.contract_follow_up import ContractFollowUp
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

following = ContractFollowUp()
processor = MessageBatch()


def follow(record: SQSRecord) -> None:
    """Does what the event of one message asks for; the deadlines of all else pass by."""
    event = Occurrence.read(json.loads(record.body))
    if event.type != "deadline.reached":
        done(following.resume(event.clinic_id), clinicId=event.clinic_id)
    elif event.data.get("kind") == EXPIRY_CLOCK:
        done(following.expire(event.data["clinicId"]), clinicId=event.data["clinicId"])


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, follow, processor, context)
