"""A consumer that is broken for a while: its messages become dead letters, and are put back afterwards.

A message waits six minutes between two of its five receives; here the queue waits seconds, and gives a
message up after two. The emulator cannot move messages back, as ``make redrive`` does in an account, so they
are sent to their queue and deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from local.journey.steps import until
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.journeys.test_rights_are_enforced import without

SECONDS, RECEIVES = 3, 2


class BrokenConsumer:
    """A function, and the queue of its events."""

    def __init__(self, up: Stack, function: str, queue: str) -> None:
        self.up, self.function, self.sqs = up, function, client(up, "sqs")
        self.queue = self.sqs.get_queue_url(QueueName=STAGE.named(queue))["QueueUrl"]
        redrive = json.loads(self._attributes("RedrivePolicy")["RedrivePolicy"])
        dead = str(redrive["deadLetterTargetArn"]).rpartition(":")[2]
        self.dead = self.sqs.get_queue_url(QueueName=dead)["QueueUrl"]
        self.redrive: dict[str, Any] = redrive

    @contextmanager
    def broken(self) -> Iterator[None]:
        """Takes from the function the right to read its table, and lets its queue give up soon."""
        hidden = self._attributes("VisibilityTimeout")["VisibilityTimeout"]
        self._set(hidden=str(SECONDS), receives=RECEIVES)
        try:
            with without(self.up, self.function, "dynamodb:GetItem"):
                yield
        finally:
            self._set(hidden=hidden, receives=int(self.redrive["maxReceiveCount"]))

    def await_dead(self, text: str) -> None:
        """Waits until a dead letter holds this text."""
        until("the dead letter", lambda: any(text in each["Body"] for each in self._dead(0)), 120)

    def put_back(self) -> int:
        """Puts all dead letters back into their queue; returns how many."""
        letters = self._dead(SECONDS)
        for letter in letters:
            self.sqs.send_message(QueueUrl=self.queue, MessageBody=letter["Body"])
            self.sqs.delete_message(QueueUrl=self.dead, ReceiptHandle=letter["ReceiptHandle"])
        return len(letters)

    def _dead(self, hidden: int) -> list[dict[str, Any]]:
        found = self.sqs.receive_message(QueueUrl=self.dead, MaxNumberOfMessages=10, VisibilityTimeout=hidden)
        return list(found.get("Messages", ()))

    def _attributes(self, name: str) -> dict[str, str]:
        found = self.sqs.get_queue_attributes(QueueUrl=self.queue, AttributeNames=[name])
        return dict(found["Attributes"])

    def _set(self, hidden: str, receives: int) -> None:
        policy = json.dumps({**self.redrive, "maxReceiveCount": receives})
        attributes = {"VisibilityTimeout": hidden, "RedrivePolicy": policy}
        self.sqs.set_queue_attributes(QueueUrl=self.queue, Attributes=attributes)
