"""Builders of notifications, their causes and addressees."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Channel
from helsebro.notifications.notification import Notification, id_for
from helsebro.occurrence import Occurrence

CLAIM = "clm_ar2he6lhaaaaaaaaaaaaaaaa"
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
"""Noon in Denmark, on a Monday."""


def cause(event_type: str = "guarantee.issued", event_id: str = "evt_1", **data: Any) -> Occurrence:
    """Returns an event of a claim."""
    return Occurrence(event_id, event_type, NOON, "tryg", {"claimId": CLAIM, **data})


def addressee(**changes: Any) -> Addressee:
    """Returns a person in Denmark with an e-mail address and a phone number."""
    addresses: dict[Channel, str] = {"email": "anna@example.org", "sms": "+4520123456"}
    return replace(Addressee("per_anna", "da", "DK", addresses), **changes)


def notification(event_id: str = "evt_1", **changes: Any) -> Notification:
    """Returns a planned e-mail that a guarantee was issued."""
    made = Notification(
        notification_id="",
        kind="guarantee-issued",
        payer="tryg",
        case_id=CLAIM,
        recipient="per_anna",
        channel="email",
        address="anna@example.org",
        language="da",
        event_id=event_id,
        planned_at=NOON,
    )
    made = replace(made, **changes)
    derived = id_for(made.event_id, made.kind, made.recipient, made.channel)
    return replace(made, notification_id=made.notification_id or derived)
