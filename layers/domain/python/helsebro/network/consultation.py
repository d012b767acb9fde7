"""Consultation (konsultation): the kind of a session at a clinic, the first one or a follow-up (F0-09).

In crisis help there is a debriefing by phone, too (F1-12). The contract of the API calls it ``service``.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, get_args

Consultation = Literal["first", "follow-up"]
CONSULTATIONS: tuple[Consultation, ...] = ("first", "follow-up")
"""The two that every clinic publishes."""
Service = Literal["first", "follow-up", "debriefing"]
SERVICES: tuple[Service, ...] = get_args(Service)
DEBRIEFING: Service = "debriefing"
SHORTEST_DEBRIEFING, LONGEST_DEBRIEFING = timedelta(minutes=30), timedelta(minutes=45)


def is_wanted(service: str, asked: str | None) -> bool:
    """Whether a slot of the service is one for who asks for a kind, or for none: no debriefing then."""
    return service == asked if asked else service != DEBRIEFING
