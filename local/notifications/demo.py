"""Demo data of the notifications: a value for each variable, a sender, an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from helsebro import ids
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import Language, PostalAddress
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import NotificationKind
from helsebro_aws.notifications.sender import Sender

SENT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 27)
SENDER = Sender("Tryg", "+45 70 11 20 20", "sundhed@example.org", "https://min.helsebro.example")
POSTAL = PostalAddress("Åse Ærø", "Nørregade 12, 2. tv.", "8000", "Aarhus C")
PAYER = "tryg"
SEED = bytes(range(10))
VALUES: Mapping[str, str] = {
    "answer": "2026-12-04",
    "day": "2026-12-18",
    "due": "2026-12-04",
    "kind": "first-answer",
    "missing": "consent documents",
    "notice": "conditions",
    "policy": "TR-2024-0117",
    "queue": "claims",
    "starts": "2026-12-18T10:15",
}
ABOUT: Mapping[str, str] = {"policyholder": "pol", "clinic": "cli", "former-address": "per"}
"""Recipient → the start of the id of what a message is about; a claim for all others."""
ONLY_WITHOUT_LOGIN: Mapping[str, str] = {"clauses": "5.2.1 7-10"}


def example(kind: NotificationKind, language: Language, channel: Channel = "email") -> Notification:
    """Returns a notification of the kind with demo data."""
    values = {**VALUES, **(ONLY_WITHOUT_LOGIN if channel == "letter" else {})}
    return Notification(
        notification_id="ntf_demo",
        kind=kind.kind,
        payer=PAYER,
        case_id=ids.mint(ABOUT.get(kind.recipient, "clm"), PAYER, SEED),
        recipient="per_demo",
        channel=channel,
        address="",
        language=language,
        event_id="evt_demo",
        planned_at=SENT,
        variables={name: values[name] for name in sorted(kind.variables) if name in values},
    )
