"""Queues: a buffer before slow work, each with a dead-letter queue that somebody is told about."""

from __future__ import annotations

from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.platform.alarms import Alarms
from infra.reasons import DEAD_LETTERS, acknowledge
from infra.stage import Stage

VISIBILITY_TIMES = 6
"""A message stays hidden six times as long as its function may run, as Lambda's own advice has it."""


@dataclass(frozen=True)
class Work:
    """A queue and what may be spent on one message of it."""

    queue: sqs.Queue
    timeout: Duration


class Queues(Construct):
    """``invoices`` before validation, ``webhooks`` before delivery."""

    def __init__(self, scope: Construct, alarms: Alarms, stage: Stage) -> None:
        super().__init__(scope, "Queues")
        self._alarms, self._tls_only = alarms, stage.tls_only
        self.invoices = self._work("invoices", timeout=Duration.seconds(60), receives=5)
        self.webhooks = self._work("webhooks", timeout=Duration.seconds(30), receives=12)

    def dead_letters(self, name: str) -> sqs.Queue:
        """A queue for what could not be done, kept 14 days, with an alarm on its first message."""
        queue = sqs.Queue(
            self,
            f"{name}-dead",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=self._tls_only,
            retention_period=Duration.days(14),
        )
        acknowledge(queue, DEAD_LETTERS)
        self._alarms.on_first_message(name, queue)
        return queue

    def _work(self, name: str, timeout: Duration, receives: int) -> Work:
        queue = sqs.Queue(
            self,
            name,
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=self._tls_only,
            visibility_timeout=Duration.seconds(timeout.to_seconds() * VISIBILITY_TIMES),
            retention_period=Duration.days(14),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.dead_letters(name), max_receive_count=receives),
        )
        return Work(queue, timeout)
