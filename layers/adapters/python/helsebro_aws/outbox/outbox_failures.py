"""Rows that cannot be published: a mark of the first failure, and the failures queue of the outbox.

The stream does not say how often a record was sent, so the first failure of a row leaves a mark in the
``idempotency`` table. The mark is not on the row: a row may fail because it cannot be written.
"""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cached_property
from typing import Any

from helsebro.errors import Conflict
from helsebro_aws.dynamodb.keys import as_attributes, outbox_failure_key
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.settings import Settings, settings

MARK_KEPT = timedelta(days=2)
"""Longer than the stream keeps a record."""


class OutboxFailures:
    """``helsebro_aws.outbox.outbox_stream.Failures`` on DynamoDB and SQS."""

    def __init__(self, to: Settings = settings, on: Tables = tables) -> None:
        self.settings = to
        self.tables = on

    @cached_property
    def client(self) -> Any:
        """The client of SQS, made on first use."""
        return clients.client("sqs", self.settings)

    def failed_before(self, event_id: str) -> bool:
        """Marks the row as failed; returns whether it has the mark already. Raises ``Unavailable``."""
        ends = int((clock.real_now() + MARK_KEPT).timestamp())
        mark = {**as_attributes(outbox_failure_key(event_id)), "expiresAt": ends}
        try:
            self.tables.commit([Put(self.tables.settings.idempotency_table, mark)])
        except Conflict:
            return True
        return False

    def keep(self, event_id: str, sequence_number: str, why: str) -> None:
        """Sends one message with the row's key; an error of the queue makes the stream repeat the batch."""
        message = {"eventId": event_id, "sequenceNumber": sequence_number, "why": why}
        queue = self.settings.environment["HELSEBRO_OUTBOX_FAILURES_QUEUE"]
        self.client.send_message(QueueUrl=queue, MessageBody=json.dumps(message))
