"""Shared price: what we pay of a price that another insurer pays a part of (R-1415)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from helsebro.claims.claim import Claim
from helsebro.claims.facts.price_meaning import unit_of
from helsebro.claims.facts.shared_step import is_shared
from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money


@dataclass(frozen=True)
class SharedPrice:
    """``ours`` of a ``cost``, and the ``rest``; ``insurer`` is the other one's name, if it is known."""

    ours: Money
    cost: Money
    insurer: str | None = None

    @property
    def rest(self) -> Money:
        """What is left of the price."""
        return self.cost - self.ours


def shared_price(claim: Claim, guarantee: Guarantee) -> SharedPrice | None:
    """Returns what an approved claim's guarantee pays of the price; None when nothing is shared.

    A price of a session and one of the whole treatment are not compared.
    """
    cost, ours, decided = claim.question.treatment.cost, guarantee.fee, claim.decision
    if cost is None or ours is None or decided is None or not any(map(is_shared, decided.trail)):
        return None
    if cost.currency != ours.currency or guarantee.fee_for != unit_of(claim):
        return None
    if cost.amount - ours.amount <= Decimal(0):
        return None
    return SharedPrice(ours, cost, claim.question.evidence.other_insurer_name)
