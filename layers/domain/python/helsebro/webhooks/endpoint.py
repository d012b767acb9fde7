"""Webhook endpoints: where a clinic's system wants to be told, of what, and with which secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal, Protocol

from helsebro import events
from helsebro.errors import BadInput, Conflict, Fault
from helsebro.signing import secret as webhook_secret
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.delivery import Delivery, Response

GIVEN_UP_AFTER = timedelta(days=5)
"""An endpoint that has failed for so long, without one success, is disabled and the clinic told."""
ALL_TYPES = "*"
TEST_TYPE = "endpoint.test"
"""The type of the message that ``…/test`` sends, whatever the endpoint listens to."""

REQUESTED = "webhook.requested"
"""The event that somebody asked for one delivery, as a test or a replay: ``data["deliveryId"]``."""
TO_DELIVERIES = events.TO_CLINICS | {REQUESTED}
"""The types of events that lead to a delivery; the bus sends each of them to the queue of deliveries."""
DISABLED = "webhook.disabled"
"""The event that an endpoint was disabled: ``data["endpointId"]``, ``data["because"]``."""
MOST_OF_A_CLINIC = 10

DisabledBecause = Literal["gone", "failing"]


class EndpointDisabled(Conflict):
    """The endpoint answered 410 or failed for five days: it is deleted and created again, not revived."""

    code = "endpoint-disabled"


@dataclass(frozen=True)
class WebhookEndpoint:
    """One address of a clinic's system. ``listens_to`` holds event types, or ``*`` for all of them."""

    endpoint_id: str
    clinic_id: str
    url: str
    listens_to: tuple[str, ...]
    secrets: tuple[WebhookSecret, ...]
    created_at: datetime
    failing_since: datetime | None = None
    disabled_at: datetime | None = None
    disabled_because: DisabledBecause | None = None
    rotations: int = 0

    @property
    def enabled(self) -> bool:
        """Whether anything is sent to it."""
        return self.disabled_at is None

    def wants(self, type_: str) -> bool:
        """Whether an event of this type is delivered here."""
        return self.enabled and (ALL_TYPES in self.listens_to or type_ in (*self.listens_to, TEST_TYPE))

    def must_be_enabled(self) -> WebhookEndpoint:
        """Itself. Raises ``EndpointDisabled`` when nothing is sent there any more."""
        if not self.enabled:
            raise EndpointDisabled()
        return self

    def test(self, event_id: str, at: datetime) -> Delivery:
        """A delivery of a message that says nothing but that it is a test."""
        event = {"eventId": event_id, "type": TEST_TYPE, "at": at.isoformat(), "clinicId": self.clinic_id}
        return Delivery.of({**event, "data": {"endpointId": self.endpoint_id}}, self.endpoint_id, at)

    def rotated(self, new: WebhookSecret, at: datetime) -> WebhookEndpoint:
        """The endpoint with a new secret; the one before it signs along for another day (promise 9)."""
        secrets = webhook_secret.rotate(self.secrets, new, at)
        return replace(self, secrets=secrets, rotations=self.rotations + 1)

    def answered(self, response: Response, at: datetime) -> WebhookEndpoint:
        """The endpoint after an attempt: a success forgets every failure, 410 or five days of them end it."""
        if not self.enabled:
            return self
        if response.outcome == "delivered":
            return replace(self, failing_since=None)
        if response.outcome == "gone":
            return replace(self, disabled_at=at, disabled_because="gone")
        since = self.failing_since or at
        if at - since >= GIVEN_UP_AFTER:
            return replace(self, failing_since=since, disabled_at=at, disabled_because="failing")
        return replace(self, failing_since=since)


@dataclass(frozen=True)
class Subscription:
    """What a clinic asks for: ``url`` (already found safe) and the types to listen to."""

    url: str
    listens_to: tuple[str, ...] = field(default=(ALL_TYPES,))

    def faults(self) -> list[Fault]:
        """Every type that is not one of api.md's webhook types, and an empty list of them."""
        if not self.listens_to:
            return [Fault("/events", "no-event-types", "Name at least one event type, or * for all.")]
        known = events.TO_CLINICS | {ALL_TYPES}
        return [
            Fault(f"/events/{place}", "unknown-event-type", "One of: " + ", ".join(sorted(known)))
            for place, type_ in enumerate(self.listens_to)
            if type_ not in known
        ]

    def endpoint(
        self, endpoint_id: str, clinic_id: str, secret: WebhookSecret, at: datetime
    ) -> WebhookEndpoint:
        """The new endpoint. Raises ``BadInput`` with every fault."""
        if faults := self.faults():
            raise BadInput(faults)
        types = tuple(dict.fromkeys(self.listens_to))
        return WebhookEndpoint(endpoint_id, clinic_id, self.url, types, (secret,), at)


class WebhookEndpoints(Protocol):
    """Every clinic's endpoints."""

    def of_clinic(self, clinic_id: str) -> Sequence[WebhookEndpoint]:
        """All of a clinic's endpoints, disabled ones too."""

    def get(self, clinic_id: str, endpoint_id: str) -> WebhookEndpoint:
        """One endpoint. Raises ``NotFound``, also for another clinic's."""

    def note(self, before: WebhookEndpoint, after: WebhookEndpoint) -> None:
        """Keeps what an attempt changed; that an endpoint was disabled is told once."""


class Deliveries(Protocol):
    """The delivery log, kept for 30 days."""

    def begin(self, delivery: Delivery) -> Delivery:
        """Writes a new delivery, or answers with the one that is already there under its id."""

    def get(self, clinic_id: str, delivery_id: str) -> Delivery:
        """One delivery. Raises ``NotFound``."""

    def save(self, delivery: Delivery, made: int) -> None:
        """Writes what became of a delivery; ``Conflict`` unless it awaits the attempt after ``made``."""
