"""Consultation (konsultation): the kind of a session at a clinic, the first one or a follow-up (F0-09).

The contract of the API calls it ``service``.
"""

from __future__ import annotations

from typing import Literal

Consultation = Literal["first", "follow-up"]
CONSULTATIONS: tuple[Consultation, ...] = ("first", "follow-up")
"""The two that every clinic publishes."""
