"""Price change: what a guarantee promises of a session, and what the facts of its claim give now."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.money import Money


@dataclass(frozen=True)
class PriceChange:
    """``promised`` stands in the guarantee, which keeps it; ``now`` is what the engine proposes today."""

    promised: Money
    now: Money
