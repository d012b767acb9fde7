"""A batch of queue messages: a message that fails is logged and comes again, without the others."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType

from helsebro_aws.outbox.redelivery import NotYet
from helsebro_aws.platform.log import failed


class MessageBatch(BatchProcessor):
    """Powertools' processor, which by itself does not log a failed message.

    When every message fails, each is still reported on its own: the exception that Powertools would raise
    instead carries the text of every fault into the log.
    """

    def __init__(self) -> None:
        super().__init__(event_type=EventType.SQS, raise_on_entire_batch_failure=False)

    def failure_handler(self, record: Any, exception: Any) -> Any:
        """Called by Powertools for each message whose handler raised; ``NotYet`` is no fault."""
        if not isinstance(exception[1], NotYet):
            failed(exception[1], messageId=record.message_id)
        return super().failure_handler(record, exception)
