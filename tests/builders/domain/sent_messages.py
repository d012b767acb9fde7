"""Builders of notifications; any field that is not mentioned is irrelevant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification, id_for

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CLAIM_ID = "clm_ar2hezza4lxhmc6nmgjjqa2q"
"""A claim of the payer ``tryg``."""
EVENT_ID = "evt_0f2m3k8hqjt5e6p1s9vbdcagn4"
PERSON_ID = "per_" + "a" * 24
PROVIDER_ID = "0100018f-message"
HOME = PostalAddress(name="Anna Hansen", street="Vestergade 1", postcode="2100", city="København Ø")


def notification(**given: Any) -> Notification:
    """Returns a planned notification."""
    base: dict[str, Any] = {
        "kind": "guarantee-issued",
        "payer": "tryg",
        "case_id": CLAIM_ID,
        "recipient": PERSON_ID,
        "channel": "email",
        "address": "anna@example.org",
        "language": "da",
        "event_id": EVENT_ID,
        "planned_at": AT,
    }
    values = {**base, **given}
    named = id_for(values["event_id"], values["kind"], values["recipient"], values["channel"])
    return Notification(**{"notification_id": named, **values})


def sent(**given: Any) -> Notification:
    """Returns a notification that the provider has taken."""
    state = given.pop("state", "sent")
    taken = notification(**given).sending(AT).sent(AT, PROVIDER_ID, "d" * 64)
    return taken if state == "sent" else replace(taken, state=state)
