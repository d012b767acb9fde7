"""Haste: what a clinic has to do within 24 hours reaches it by SMS too."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.notification_kind import NotificationKind

IN_HASTE = frozenset({"client-matched", "contact-due"})


def in_time(kind: NotificationKind, to: Addressee, variables: Mapping[str, str]) -> Addressee:
    """Returns the clinic with the channels on which it hears of this in time."""
    return to if kind.kind in IN_HASTE or variables.get("soon") else to.without_haste()
