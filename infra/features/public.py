"""What anybody may ask: where help is, and whether a case reference is good."""

from __future__ import annotations

from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """``help`` reads nothing at all."""
    parts.function("help")
