"""A stack whose clock a test moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from local.clock.forward import move
from local.clock.stack_clock import StackClock


@dataclass(frozen=True)
class Moved:
    """A stack whose clock a test moves."""

    addresses: dict[str, Any]
    clock: StackClock

    def by(self, span: timedelta) -> list[str]:
        """Moves the clock on and returns the lines that say what fell due; no run may fail."""
        return self.to(self.clock.now() + span)

    def to(self, at: datetime) -> list[str]:
        """Moves the clock on to an instant, as ``by`` does."""
        lines: list[str] = []
        assert move(self.addresses, at, lines.append) == 0, lines
        return lines
