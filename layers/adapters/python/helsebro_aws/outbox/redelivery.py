"""Redelivery: a message that cannot be handled yet comes again after a chosen time, and is no fault."""

from __future__ import annotations

from typing import NoReturn

from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings


class NotYet(Exception):
    """The message waits for the result of something else, and comes again by itself."""


def come_again(record: SQSRecord, queue: str, seconds: int, within: int, to: Settings = settings) -> NoReturn:
    """Hides the message for ``seconds``, less than the queue would, and raises ``NotYet``.

    ``within`` is the function's timeout in seconds. Needs the right ``sqs:ChangeMessageVisibility``.
    """
    clients.client("sqs", to, within).change_message_visibility(
        QueueUrl=queue, ReceiptHandle=record.receipt_handle, VisibilityTimeout=seconds
    )
    raise NotYet()
