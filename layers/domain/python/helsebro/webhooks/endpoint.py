"""Webhook endpoints: where a clinic's system receives events, which types, and with which secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal, Protocol

from helsebro import events
from helsebro.errors import BadInput, Conflict, Fault
from helsebro.ids import ClinicId
from helsebro.signing import secret as webhook_secret
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.delivery import Delivery, Response

GIVEN_UP_AFTER = timedelta(days=5)
"""An endpoint that fails for this long without one success is disabled, and the clinic is notified."""
ALL_TYPES = "*"
LISTENED_TO = (*sorted(events.TO_CLINICS), ALL_TYPES)
"""What an endpoint may listen to."""
TEST_TYPE = "endpoint.test"
"""The type of the message that ``…/test`` sends, whichever types the endpoint listens to."""

REQUESTED = "webhook.requested"
"""The event that a test or a replay was requested: ``data["deliveryId"]``."""
TO_DELIVERIES = events.TO_CLINICS | {REQUESTED}
"""The event types that cause a delivery; the bus sends each of them to the queue of deliveries."""
DISABLED = "webhook.disabled"
"""The event that an endpoint was disabled: ``data["endpointId"]``, ``data["because"]``."""
MOST_OF_A_CLINIC = 10

DisabledBecause = Literal["gone", "failing"]


class EndpointDisabled(Conflict):
    """The endpoint answered 410 or failed for five days; the clinic must delete it and create a new one."""

    code = "endpoint-disabled"


@dataclass(frozen=True)
class WebhookEndpoint:
    """One address of a clinic's system. ``listens_to`` holds event types, or ``*`` for all."""

    endpoint_id: str
    clinic_id: ClinicId
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
        """Whether deliveries are sent to it."""
        return self.disabled_at is None

    def wants(self, type_: str) -> bool:
        """Whether an event of this type is delivered here."""
        return self.enabled and (ALL_TYPES in self.listens_to or type_ in (*self.listens_to, TEST_TYPE))

    def must_be_enabled(self) -> WebhookEndpoint:
        """Returns itself. Raises ``EndpointDisabled`` when it is disabled."""
        if not self.enabled:
            raise EndpointDisabled()
        return self

    def test(self, event_id: str, at: datetime) -> Delivery:
        """Returns a delivery of a test message."""
        event = {"eventId": event_id, "type": TEST_TYPE, "at": at.isoformat(), "clinicId": self.clinic_id}
        return Delivery.of({**event, "data": {"endpointId": self.endpoint_id}}, self.endpoint_id, at)

    def rotated(self, new: WebhookSecret, at: datetime) -> WebhookEndpoint:
        """Returns the endpoint with a new secret; the old one also signs for another day (promise 9)."""
        secrets = webhook_secret.rotate(self.secrets, new, at)
        return replace(self, secrets=secrets, rotations=self.rotations + 1)

    def answered(self, response: Response, at: datetime) -> WebhookEndpoint:
        """Returns the endpoint after an attempt: success clears the failures, 410 or five days disable it."""
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
    """A clinic's request: ``url`` (already checked to be safe) and the event types to listen to."""

    url: str
    listens_to: tuple[str, ...] = field(default=(ALL_TYPES,))

    def faults(self) -> list[Fault]:
        """Returns a fault for each type that is not a webhook type of api.md, and for an empty list."""
        if not self.listens_to:
            return [Fault("/events", "no-event-types", "")]
        known = events.TO_CLINICS | {ALL_TYPES}
        return [
            Fault(f"/events/{place}", "unknown-event-type", ", ".join(sorted(known)))
            for place, type_ in enumerate(self.listens_to)
            if type_ not in known
        ]

    def endpoint(
        self, endpoint_id: str, clinic_id: ClinicId, secret: WebhookSecret, at: datetime
    ) -> WebhookEndpoint:
        """Returns the new endpoint. Raises ``BadInput`` with every fault."""
        if faults := self.faults():
            raise BadInput(faults)
        types = tuple(dict.fromkeys(self.listens_to))
        return WebhookEndpoint(endpoint_id, clinic_id, self.url, types, (secret,), at)


class WebhookEndpoints(Protocol):
    """The stored endpoints of all clinics."""

    def of_clinic(self, clinic_id: ClinicId) -> Sequence[WebhookEndpoint]:
        """Returns all of a clinic's endpoints, also the disabled ones."""

    def get(self, clinic_id: ClinicId, endpoint_id: str) -> WebhookEndpoint:
        """Returns one endpoint. Raises ``NotFound``, also for another clinic's."""

    def note(self, before: WebhookEndpoint, after: WebhookEndpoint) -> None:
        """Stores what an attempt changed; publishes once that an endpoint was disabled."""


class Deliveries(Protocol):
    """The delivery log, stored for 30 days."""

    def begin(self, delivery: Delivery) -> Delivery:
        """Stores a new delivery and returns it, or returns the one already stored under its id."""

    def get(self, clinic_id: ClinicId, delivery_id: str) -> Delivery:
        """Returns one delivery. Raises ``NotFound``."""

    def save(self, delivery: Delivery, made: int) -> None:
        """Stores a changed delivery. Raises ``Conflict`` unless exactly ``made`` attempts were stored."""
