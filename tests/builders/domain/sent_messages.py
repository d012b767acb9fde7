"""Builders of notifications that a provider has taken; any field that is not mentioned is irrelevant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from tests.builders.domain import notifications

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CLAIM_ID = "clm_ar2hezza4lxhmc6nmgjjqa2q"
"""A claim of the payer ``tryg``."""
EVENT_ID = "evt_0f2m3k8hqjt5e6p1s9vbdcagn4"
PERSON_ID = "per_" + "a" * 24
PROVIDER_ID = "0100018f-message"
HOME = PostalAddress(name="Anna Hansen", street="Vestergade 1", postcode="2100", city="København Ø")


def notification(**given: Any) -> Notification:
    """Returns a planned notification to a person about a claim."""
    base = {"case_id": CLAIM_ID, "recipient": PERSON_ID, "event_id": EVENT_ID, "planned_at": AT}
    return notifications.notification(**{**base, **given})


def sent(**given: Any) -> Notification:
    """Returns a notification that the provider has taken."""
    state = given.pop("state", "sent")
    taken = notification(**given).sending(AT).sent(AT, PROVIDER_ID, "d" * 64)
    return taken if state == "sent" else replace(taken, state=state)
