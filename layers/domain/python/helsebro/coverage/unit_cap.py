"""Unit cap: the most that is paid of one session or treatment, as a trail has it (R-834, R-843, R-934)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from helsebro.coverage.answer import Step
from helsebro.errors import Fault
from helsebro.money import Money


@dataclass(frozen=True)
class UnitCap:
    """The rule that caps one session, its printed clause, and its amount in the policy's currency."""

    rule: str
    clause: str
    most: Decimal


def unit_cap(trail: Iterable[Step]) -> UnitCap | None:
    """The lowest cap of one session in a trail, whatever else the decision hung on."""
    caps = (UnitCap(step.rule, step.clause, step.most) for step in trail if step.most is not None)
    return min(caps, key=lambda cap: cap.most, default=None)


def cap_faults(amount: Money, trail: Iterable[Step], pointer: str) -> list[Fault]:
    """The fault of an amount past the cap of one session: no person overrides it either."""
    cap = unit_cap(trail)
    if cap is None or amount.amount <= cap.most:
        return []
    return [Fault(pointer, "amount-above-cap", f"{cap.rule} ({cap.clause}): {cap.most:.2f}")]
