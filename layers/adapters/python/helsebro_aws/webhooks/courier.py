"""The courier: takes a message from the webhook queue and sends it to the endpoints that listen to it.

A message is an event (from the bus) or a delivery whose next attempt is due. A message may come twice, and
comes again after a crash. There is one delivery per event and endpoint, and the message of the next attempt
is sent before an attempt is logged, so that no attempt is lost or made twice (promises 10, 11).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any, Protocol

from helsebro.errors import Conflict, NotFound
from helsebro.signing import signature
from helsebro.webhooks.delivery import Delivery, Response
from helsebro.webhooks.endpoint import REQUESTED, Deliveries, WebhookEndpoint, WebhookEndpoints
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

Post = Callable[[str, bytes, Mapping[str, str], datetime], Response]


def always(_: Delivery) -> bool:
    """Returns that a delivery may be sent."""
    return True


class RetryQueue(Protocol):
    """Where a delivery waits for its next attempt."""

    def send(self, due_at: datetime, delivery: Delivery, made: int, now: datetime) -> None:
        """Sends the message of the attempt after the first ``made``; it comes at ``due_at`` or before."""


@dataclass(frozen=True)
class Courier:
    """Sends deliveries; ``now`` is its clock and ``draw`` returns a random number from −1 to 1.

    ``may_be_sent`` is asked before every attempt, because days may pass between two of them.
    """

    endpoints: WebhookEndpoints
    deliveries: Deliveries
    waiting: RetryQueue
    post: Post
    may_be_sent: Callable[[Delivery], bool] = always
    now: Callable[[], datetime] = clock.real_now
    draw: Callable[[], float] = lambda: random.uniform(-1, 1)

    def due(self, message: Mapping[str, Any]) -> list[Delivery]:
        """Returns the deliveries of a message that must be attempted now."""
        if "deliveryId" in message:
            return self._due_again(message)
        if message["type"] == REQUESTED:
            deliveries = [self.deliveries.get(message["clinicId"], message["data"]["deliveryId"])]
        else:
            deliveries = [
                self.deliveries.begin(Delivery.of(message, endpoint.endpoint_id, self.now()))
                for endpoint in self.endpoints.of_clinic(message["clinicId"])
                if endpoint.wants(message["type"])
            ]
        return [delivery for delivery in deliveries if delivery.awaits(0)]

    def _due_again(self, message: Mapping[str, Any]) -> list[Delivery]:
        now, due_at, made = self.now(), datetime.fromisoformat(message["dueAt"]), int(message["made"])
        delivery = self.deliveries.get(message["clinicId"], message["deliveryId"])
        if not delivery.awaits(made):
            return []
        if due_at > now:
            self.waiting.send(due_at, delivery, made, now)
            return []
        return [delivery]

    def attempt(self, delivery: Delivery) -> None:
        """Makes and logs one attempt and sends the next one's message.

        Cancels for a disabled endpoint, and a delivery that may not be sent any more.
        """
        try:
            endpoint: WebhookEndpoint | None = self.endpoints.get(delivery.clinic_id, delivery.endpoint_id)
        except NotFound:
            endpoint = None
        made = len(delivery.attempts)
        if endpoint and endpoint.enabled and self.may_be_sent(delivery):
            self._log(self._attempted(delivery, endpoint), made)
        else:
            self._log(delivery.cancelled(), made)

    def _attempted(self, delivery: Delivery, endpoint: WebhookEndpoint) -> Delivery:
        at, began = self.now(), monotonic()
        body = delivery.body.encode()
        headers = signature.sign(delivery.message_id, at, body, endpoint.secrets)
        response = self.post(endpoint.url, body, headers, at)
        after = delivery.attempted(response, at, round((monotonic() - began) * 1000), self.draw())
        self.endpoints.note(endpoint, endpoint.answered(response, at))
        if after.next_attempt_at:
            self.waiting.send(after.next_attempt_at, after, len(after.attempts), at)
        return after

    def _log(self, delivery: Delivery, made: int) -> None:
        # A conflict means that another run logged this attempt first and also asked for the next one.
        with suppress(Conflict):
            self.deliveries.save(delivery, made)
        last = delivery.attempts[-1] if delivery.attempts else None
        done(
            f"webhook.{delivery.state}",
            clinicId=delivery.clinic_id,
            endpointId=delivery.endpoint_id,
            deliveryId=delivery.delivery_id,
            messageId=delivery.message_id,
            eventType=delivery.type,
            attempts=len(delivery.attempts),
            status=last.status if last else None,
            fault=last.fault if last else None,
        )
