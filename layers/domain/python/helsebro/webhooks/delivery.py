"""Deliveries: one event sent to one webhook endpoint in up to ten attempts (promise 11).

The attempts spread over three days; the receiver's response decides whether and when the next one follows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any, Literal

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import ClinicId

WAITS = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""How long after each failed attempt the next one follows; the tenth is the last."""
JITTER = 0.1
"""A wait is up to a tenth longer or shorter, so that the messages of one outage do not all come at once."""
LONGEST_ASKED_WAIT = timedelta(hours=24)

AttemptOutcome = Literal["delivered", "failed", "gone"]
DeliveryState = Literal["pending", "delivered", "exhausted", "cancelled"]


@dataclass(frozen=True)
class Response:
    """The receiver's response: its HTTP status, or None and a ``fault`` when there was none.

    ``fault`` is one of our own words (``timeout``, ``unreachable``, ``address-refused`` …), never their text.
    """

    status: int | None
    retry_after: timedelta | None = None
    fault: str | None = None

    @property
    def outcome(self) -> AttemptOutcome:
        """2xx means delivered; 410 means gone, a request to stop; all else, also a redirect, means failed."""
        if self.status is None:
            return "failed"
        if 200 <= self.status < 300:
            return "delivered"
        return "gone" if self.status == 410 else "failed"


@dataclass(frozen=True)
class Attempt:
    """One attempt, as the delivery log shows it."""

    at: datetime
    outcome: AttemptOutcome
    duration_ms: int
    status: int | None = None
    fault: str | None = None


@dataclass(frozen=True)
class Delivery:
    """One event for one endpoint. ``body`` holds ids only; ``message_id`` is the event's id on every attempt.

    ``replay_of`` is the id of the delivery that the clinic asked us to send again.
    """

    delivery_id: str
    clinic_id: ClinicId
    endpoint_id: str
    message_id: str
    type: str
    body: str
    created_at: datetime
    state: DeliveryState = "pending"
    attempts: tuple[Attempt, ...] = field(default=())
    next_attempt_at: datetime | None = None
    replay_of: str | None = None

    @classmethod
    def of(cls, event: Mapping[str, Any], endpoint_id: str, at: datetime) -> Delivery:
        """Returns the delivery of an event (from the bus) to an endpoint; the same two get the same id."""
        happened_at = datetime.fromisoformat(event["at"])
        which = sha256(f"{event['eventId']}\n{endpoint_id}".encode()).digest()
        return cls(
            ids.in_time_order("dlv", happened_at, which),
            event["clinicId"],
            endpoint_id,
            event["eventId"],
            event["type"],
            body(event["type"], happened_at, event["data"], event.get("sequence")),
            at,
        )

    def again(self, delivery_id: str, at: datetime) -> Delivery:
        """Returns a new delivery of the same message under the same message id, for a requested replay."""
        return Delivery(
            delivery_id,
            self.clinic_id,
            self.endpoint_id,
            self.message_id,
            self.type,
            self.body,
            at,
            replay_of=self.delivery_id,
        )

    def must_be_of(self, endpoint_id: str) -> Delivery:
        """Returns itself. Raises ``NotFound`` when it is another endpoint's; an empty id matches any."""
        if endpoint_id not in ("", self.endpoint_id):
            raise NotFound()
        return self

    def awaits(self, made: int) -> bool:
        """Whether exactly ``made`` attempts are done and the next one is still to be made."""
        return self.state == "pending" and len(self.attempts) == made

    def attempted(self, response: Response, at: datetime, duration_ms: int, jitter: float) -> Delivery:
        """Returns the delivery after one more attempt. ``jitter`` is a random number from −1 to 1."""
        attempt = Attempt(at, response.outcome, duration_ms, response.status, response.fault)
        attempts = (*self.attempts, attempt)
        following = next_attempt(len(attempts), response, at, jitter)
        state: DeliveryState = "pending" if following else "exhausted"
        if response.outcome != "failed":
            state = "delivered" if response.outcome == "delivered" else "cancelled"
        return replace(self, attempts=attempts, next_attempt_at=following, state=state)

    def cancelled(self) -> Delivery:
        """Returns the delivery cancelled, because its endpoint is disabled or deleted."""
        return replace(self, state="cancelled", next_attempt_at=None)


def next_attempt(made: int, response: Response, at: datetime, jitter: float) -> datetime | None:
    """Returns when the attempt after the first ``made`` is due; None after the last or unless one failed.

    A 429 or 503 with ``Retry-After`` is not tried again earlier, up to ``LONGEST_ASKED_WAIT``.
    """
    if response.outcome != "failed" or made > len(WAITS):
        return None
    wait = WAITS[made - 1] * (1 + JITTER * max(-1.0, min(1.0, jitter)))
    if response.status in (429, 503) and response.retry_after:
        wait = max(wait, min(response.retry_after, LONGEST_ASKED_WAIT))
    return at + wait


def retry_after(header: str | None, at: datetime) -> timedelta | None:
    """Returns the wait in a ``Retry-After`` header (seconds or an HTTP date); None when it has none."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=int(text[:9]))
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - at, timedelta(0))


def body(type_: str, at: datetime, data: Mapping[str, object], sequence: int | None = None) -> str:
    """Returns the body that every receiver gets: compact ``{"type","timestamp","sequence","data"}``.

    ``data`` holds ids only.
    ``sequence`` is the event's number in the clinic's feed; a test message is no event and has none.
    """
    timestamp = at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    number = {} if sequence is None else {"sequence": sequence}
    shape = {"type": type_, "timestamp": timestamp, **number, "data": dict(data)}
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
