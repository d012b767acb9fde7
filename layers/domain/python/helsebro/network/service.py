"""Service: what a session at a clinic is, the first one of a course or one that follows (F0-09)."""

from __future__ import annotations

from typing import Literal

Service = Literal["first", "follow-up"]
SERVICES: tuple[Service, ...] = ("first", "follow-up")
"""The two services a clinic publishes, no more and no less."""
