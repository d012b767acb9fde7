"""Prints the papers of a guarantee again when its clinic changed.

Trigger: its queue, fed by the bus with ``client.matched`` and ``match.ended`` {guaranteeId}, with
``ReportBatchItemFailures``. The papers are those of the guarantee as it is now, so an event that is delivered
twice, late or out of order changes nothing wrongly.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import GuaranteeId
from helsebro_aws.guarantees.matching.reprint import GuaranteeReprint
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

reprint = GuaranteeReprint()
processor = MessageBatch()


def print_again(record: SQSRecord) -> None:
    """Prints the papers of the guarantee that one message names."""
    guarantee = reprint.run(GuaranteeId(json.loads(record.body)["data"]["guaranteeId"]))
    done("guarantee.printed", guaranteeId=guarantee.guarantee_id)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, print_again, processor, context)
