"""Unit cap: the highest amount that is paid of a session or treatment (R-834, R-843, R-934)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from helsebro.coverage.trail import Step
from helsebro.errors import Fault
from helsebro.money import Money


@dataclass(frozen=True)
class UnitCap:
    """The rule that caps a session, its printed clause, and its amount in the policy's currency."""

    rule: str
    clause: str
    most: Decimal


def unit_cap(trail: Iterable[Step]) -> UnitCap | None:
    """Returns the lowest cap of a session in a trail; None without such a cap."""
    caps = (UnitCap(step.rule, step.clause, step.most) for step in trail if step.most is not None)
    return min(caps, key=lambda cap: cap.most, default=None)


def cap_faults(amount: Money, trail: Iterable[Step], pointer: str) -> list[Fault]:
    """Returns the fault of an amount above the cap of a session, which staff cannot override either."""
    cap = unit_cap(trail)
    if cap is None or amount.amount <= cap.most:
        return []
    most = replace(amount, amount=cap.most)
    return [Fault(pointer, "amount-above-cap", "", {"most": most, "clause": cap.clause})]
