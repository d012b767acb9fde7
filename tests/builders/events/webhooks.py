"""Webhook endpoints, the delivery log and the waiting room in memory, for tests of their callers."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from helsebro.errors import Conflict, NotFound
from helsebro.webhooks.delivery import Delivery, Response
from helsebro.webhooks.endpoint import WebhookEndpoint


@dataclass
class EndpointsInMemory:
    """``helsebro.webhooks.endpoint.WebhookEndpoints``; ``disabled`` holds the id of each notification."""

    kept: dict[tuple[str, str], WebhookEndpoint] = field(default_factory=dict)
    disabled: list[str] = field(default_factory=list)

    def put(self, endpoint: WebhookEndpoint) -> None:
        self.kept[endpoint.clinic_id, endpoint.endpoint_id] = endpoint

    def of_clinic(self, clinic_id: str) -> list[WebhookEndpoint]:
        return [one for one in self.kept.values() if one.clinic_id == clinic_id]

    def get(self, clinic_id: str, endpoint_id: str) -> WebhookEndpoint:
        try:
            return self.kept[clinic_id, endpoint_id]
        except KeyError:
            raise NotFound() from None

    def note(self, before: WebhookEndpoint, after: WebhookEndpoint) -> None:
        if after.disabled_at and not before.disabled_at:
            self.disabled.append(after.endpoint_id)
        self.put(after)


@dataclass
class DeliveriesInMemory:
    """``helsebro.webhooks.endpoint.Deliveries``."""

    kept: dict[tuple[str, str], Delivery] = field(default_factory=dict)

    def begin(self, delivery: Delivery) -> Delivery:
        return self.kept.setdefault((delivery.clinic_id, delivery.delivery_id), delivery)

    def get(self, clinic_id: str, delivery_id: str) -> Delivery:
        try:
            return self.kept[clinic_id, delivery_id]
        except KeyError:
            raise NotFound() from None

    def save(self, delivery: Delivery, made: int) -> None:
        if not self.get(delivery.clinic_id, delivery.delivery_id).awaits(made):
            raise Conflict()
        self.kept[delivery.clinic_id, delivery.delivery_id] = delivery


@dataclass
class Clock:
    """A clock that stays at ``at`` until a test moves it."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass
class WaitingRoom:
    """``helsebro_aws.webhooks.courier.RetryQueue``; shows a message when due, at most 15 minutes on."""

    messages: list[tuple[datetime, int, dict[str, Any]]] = field(default_factory=list)
    sent: int = 0

    def send(self, due_at: datetime, delivery: Delivery, made: int, now: datetime) -> None:
        message = {
            "clinicId": delivery.clinic_id,
            "deliveryId": delivery.delivery_id,
            "made": made,
            "dueAt": due_at.isoformat(),
        }
        self.sent += 1
        shown_at = min(due_at, now + timedelta(minutes=15))
        heapq.heappush(self.messages, (shown_at, self.sent, message))


@dataclass
class Receiver:
    """A clinic's system: returns ``answer``, and keeps every message in ``got``."""

    answer: Response = field(default_factory=lambda: Response(204))
    got: list[tuple[str, Mapping[str, str], bytes]] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: Mapping[str, str], _at: datetime) -> Response:
        self.got.append((url, headers, body))
        return self.answer
