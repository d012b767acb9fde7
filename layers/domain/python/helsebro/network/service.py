"""Service: the kind of a session at a clinic, the first one of a course or a follow-up (F0-09)."""

from __future__ import annotations

from typing import Literal

Service = Literal["first", "follow-up"]
SERVICES: tuple[Service, ...] = ("first", "follow-up")
"""The two services that every clinic publishes."""
