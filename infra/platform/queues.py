"""Queues: buffers before slow work, each with a dead-letter queue that has an alarm."""

from __future__ import annotations

from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.platform import retention
from infra.platform.alarms import Alarms, Kept
from infra.reasons import DEAD_LETTERS, acknowledge
from infra.stage import DEAD, UNDELIVERED, Stage

VISIBILITY_TIMES = 6
"""A message stays hidden six times as long as its function may run, as Lambda's documentation advises."""


@dataclass(frozen=True)
class WorkQueue:
    """A queue, and how long a function may work on one batch of it."""

    name: str
    queue: sqs.Queue
    timeout: Duration


class Queues(Construct):
    """A queue for each consumer of the bus, and ``undelivered`` for what the bus could not hand over."""

    def __init__(self, scope: Construct, alarms: Alarms, stage: Stage) -> None:
        super().__init__(scope, "Queues")
        self._alarms, self._tls_only = alarms, stage.tls_only
        self._stage = stage
        self.undelivered = self.dead_letters(UNDELIVERED, Kept.EVENTS)

    def dead_letters(self, name: str, kept: Kept) -> sqs.Queue:
        """Returns a new queue for messages that failed. It keeps them 14 days and alarms on the first one."""
        queue = sqs.Queue(
            self,
            f"{name}{DEAD}",
            queue_name=self._stage.named(f"{name}{DEAD}"),
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=self._tls_only,
            retention_period=retention.of("messages").time,
        )
        acknowledge(queue, DEAD_LETTERS)
        self._alarms.on_first_message(name, queue, kept)
        return queue

    def work_queue(self, name: str, timeout: Duration, receives: int) -> WorkQueue:
        """Returns a new queue that alarms when its oldest message waits too long.

        A message that was received ``receives`` times without success goes to the dead-letter queue.
        """
        queue = sqs.Queue(
            self,
            name,
            queue_name=self._stage.named(name),
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=self._tls_only,
            visibility_timeout=Duration.seconds(timeout.to_seconds() * VISIBILITY_TIMES),
            retention_period=retention.of("messages").time,
            dead_letter_queue=sqs.DeadLetterQueue(
                queue=self.dead_letters(name, Kept.MESSAGES), max_receive_count=receives
            ),
        )
        self._alarms.on_old_messages(name, queue)
        return WorkQueue(name, queue, timeout)
