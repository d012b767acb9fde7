"""Events: facts about what happened, published to all who need them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.ids import ClinicId

TO_CLINICS = frozenset(
    "guarantee.issued guarantee.extended guarantee.extension-denied guarantee.revoked booking.created "
    "booking.rescheduled booking.cancelled consent.withdrawn invoice.accepted invoice.in-review "
    "invoice.rejected payment.sent contact.due contract.ended match.ended".split()
)
"""The types a clinic's webhook endpoint may receive (api.md, Webhooks to clinics)."""

NOT_SENT_YET = frozenset({"contract.ended"})
"""The types of ``TO_CLINICS`` that no code sends yet. Whoever sends one takes it out."""


@dataclass(frozen=True)
class Event:
    """Something that happened; ``data`` holds ids only and never anything personal.

    ``payer`` is the tenant it belongs to, empty when it belongs to none (a slot published by a clinic).
    ``clinic_id`` puts it into that clinic's own feed and, for the types of ``TO_CLINICS``, on its webhooks.
    ``event_id`` is given when a stored item names the event; otherwise the commit makes one.
    """

    type: str
    at: datetime
    payer: str
    data: Mapping[str, object] = field(default_factory=dict)
    clinic_id: ClinicId | None = None
    event_id: str = ""


def has_values(data: Mapping[str, object], only: Mapping[str, frozenset[str]]) -> bool:
    """Returns whether each field that ``only`` names has one of its values in the data of an event."""
    return all(str(data.get(name)) in allowed for name, allowed in only.items())
