"""The webhook queue, with waits for the next attempt.

SQS delays a message for at most 15 minutes. A longer wait takes several rounds: the message comes early, is
not due, and is sent again. That needs no second service and loses nothing; the longest wait (24 h) is 96
rounds, which cost about a tenth of an øre.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cached_property
from math import ceil
from typing import Any

from helsebro.webhooks.delivery import Delivery
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

LONGEST_ROUND = 900


class WebhookQueue:
    """``helsebro_aws.webhooks.courier.RetryQueue`` on SQS."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("sqs", self.settings, self.within)

    def send(self, due_at: datetime, delivery: Delivery, made: int, now: datetime) -> None:
        """Sends the delivery's message, hidden until it is due or for the longest round."""
        seconds = ceil((due_at - now).total_seconds())
        message = {
            "clinicId": delivery.clinic_id,
            "deliveryId": delivery.delivery_id,
            "made": made,
            "dueAt": due_at.isoformat(),
        }
        self.client.send_message(
            QueueUrl=self.settings.webhooks_queue,
            MessageBody=json.dumps(message),
            DelaySeconds=max(0, min(seconds, LONGEST_ROUND)),
        )
