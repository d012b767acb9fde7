"""Deliveries: one event on its way to one webhook endpoint, attempt by attempt (promise 11).

Ten attempts over three days; what the receiver answers decides whether there is a next one, and when.
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

WAITS = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""How long after each failed attempt the next one follows; after the tenth there is none."""
JITTER = 0.1
"""A wait is up to a tenth longer or shorter, so that the messages of one outage do not return at once."""
LONGEST_ASKED_WAIT = timedelta(hours=24)

Outcome = Literal["delivered", "failed", "gone"]
State = Literal["pending", "delivered", "exhausted", "cancelled"]


@dataclass(frozen=True)
class Response:
    """What the receiver answered: its HTTP status, or None when there was no answer, and why not.

    ``fault`` is one of our own words (``timeout``, ``unreachable``, ``address-refused`` …), never their text.
    """

    status: int | None
    retry_after: timedelta | None = None
    fault: str | None = None

    @property
    def outcome(self) -> Outcome:
        """2xx is delivered, 410 asks us to stop; all else, redirects too, is a failure."""
        if self.status is None:
            return "failed"
        if 200 <= self.status < 300:
            return "delivered"
        return "gone" if self.status == 410 else "failed"


@dataclass(frozen=True)
class Attempt:
    """One attempt as the delivery log shows it."""

    at: datetime
    outcome: Outcome
    duration_ms: int
    status: int | None = None
    fault: str | None = None


@dataclass(frozen=True)
class Delivery:
    """One event for one endpoint. ``body`` holds ids only; ``message_id`` is the event's id on every attempt.

    ``replay_of`` names the delivery that somebody asked to send once more.
    """

    delivery_id: str
    clinic_id: str
    endpoint_id: str
    message_id: str
    type: str
    body: str
    created_at: datetime
    state: State = "pending"
    attempts: tuple[Attempt, ...] = field(default=())
    next_attempt_at: datetime | None = None
    replay_of: str | None = None

    @classmethod
    def of(cls, event: Mapping[str, Any], endpoint_id: str, at: datetime) -> Delivery:
        """The one delivery of an event (as the bus carries it) to an endpoint: the same two, the same id."""
        happened_at = datetime.fromisoformat(event["at"])
        which = sha256(f"{event['eventId']}\n{endpoint_id}".encode()).digest()
        return cls(
            ids.in_time_order("dlv", happened_at, which),
            event["clinicId"],
            endpoint_id,
            event["eventId"],
            event["type"],
            body(event["type"], happened_at, event["data"]),
            at,
        )

    def again(self, delivery_id: str, at: datetime) -> Delivery:
        """A new delivery of the same message, as somebody asked for, under the same message id."""
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
        """Itself. Raises ``NotFound`` when it is another endpoint's; an empty id asks for none."""
        if endpoint_id not in ("", self.endpoint_id):
            raise NotFound()
        return self

    def awaits(self, made: int) -> bool:
        """Whether the attempt after the ``made`` first ones is still to be made."""
        return self.state == "pending" and len(self.attempts) == made

    def attempted(self, response: Response, at: datetime, duration_ms: int, jitter: float) -> Delivery:
        """The delivery after one more attempt. ``jitter`` lies in −1 … 1 and is a draw of the caller."""
        attempt = Attempt(at, response.outcome, duration_ms, response.status, response.fault)
        attempts = (*self.attempts, attempt)
        following = next_attempt(len(attempts), response, at, jitter)
        state: State = "pending" if following else "exhausted"
        if response.outcome != "failed":
            state = "delivered" if response.outcome == "delivered" else "cancelled"
        return replace(self, attempts=attempts, next_attempt_at=following, state=state)

    def cancelled(self) -> Delivery:
        """The delivery once its endpoint is disabled or deleted: nothing more is sent."""
        return replace(self, state="cancelled", next_attempt_at=None)


def next_attempt(made: int, response: Response, at: datetime, jitter: float) -> datetime | None:
    """When the attempt after the ``made`` first ones is due; None after the last, or when none is wanted.

    A 429 or 503 that names its time is not asked again before it, up to ``LONGEST_ASKED_WAIT``.
    """
    if response.outcome != "failed" or made > len(WAITS):
        return None
    wait = WAITS[made - 1] * (1 + JITTER * max(-1.0, min(1.0, jitter)))
    if response.status in (429, 503) and response.retry_after:
        wait = max(wait, min(response.retry_after, LONGEST_ASKED_WAIT))
    return at + wait


def retry_after(header: str | None, at: datetime) -> timedelta | None:
    """The wait a ``Retry-After`` header asks for, in seconds or as an HTTP date; None when it is no wait."""
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


def body(type_: str, at: datetime, data: Mapping[str, object]) -> str:
    """The body every receiver gets: ``{"type","timestamp","data"}``, ids only, compact."""
    timestamp = at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    shape = {"type": type_, "timestamp": timestamp, "data": dict(data)}
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
