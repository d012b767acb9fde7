"""Clinics: every notification that a clinic is sent of its clients."""

from __future__ import annotations

from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.rows.occasions import ALSO_SMS, on

TO_CLINICS = (
    NotificationKind(
        "client-session",
        "clinic",
        (on("booking.created"), on("booking.rescheduled"), on("booking.cancelled")),
        ALSO_SMS,
        variables=frozenset({"about", "booked", "change", "owed", "soon", "starts"}),
    ),
    NotificationKind(
        "client-matched",
        "clinic",
        (on("guarantee.issued"),),
        ALSO_SMS,
        variables=frozenset({"about", "hours"}),
    ),
    NotificationKind(
        "contact-due", "clinic", (on("contact.due"),), ALSO_SMS, variables=frozenset({"about", "until"})
    ),
    NotificationKind(
        "client-ended",
        "clinic",
        (on("match.ended"), on("guarantee.revoked")),
        variables=frozenset({"about"}),
    ),
)
"""What a clinic without a system is told of its clients, as a system is by webhooks. What has more than
24 hours leaves as an e-mail only."""
