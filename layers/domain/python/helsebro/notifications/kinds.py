"""Kinds: the table of every notification that is sent (F4-26, F4-42, R-1402)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.rows.clinics import TO_CLINICS
from helsebro.notifications.rows.members import TO_MEMBERS
from helsebro.notifications.rows.others import TO_OTHERS

EVERY_TEXT = frozenset({"payer", "phone", "email", "address", "link", "reader"})
"""The variables of every text: the payer's name, phone, e-mail address and postal address (empty when
there is none), the link behind a login, and who reads it (``notification_kind.ReaderKind``)."""
KINDS: Mapping[str, NotificationKind] = {kind.kind: kind for kind in (*TO_MEMBERS, *TO_CLINICS, *TO_OTHERS)}
OF_CLIENTS = frozenset(kind.kind for kind in TO_CLINICS)
"""The kinds that a clinic gets only while no system of its own is told."""


def kinds_on(event_type: str, data: Mapping[str, Any]) -> Iterator[NotificationKind]:
    """Yields the notifications that an event asks for."""
    for kind in KINDS.values():
        if any(occasion.fits(event_type, data) for occasion in kind.occasions):
            yield kind


def event_types() -> frozenset[str]:
    """Returns the types of all events on which something is sent."""
    return frozenset(occasion.event for kind in KINDS.values() for occasion in kind.occasions)
