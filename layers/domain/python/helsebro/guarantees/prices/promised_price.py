"""Promised price: the most that a guarantee pays of its next session, which a member's bill is held to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money


@dataclass(frozen=True)
class PromisedPrice:
    """``first`` is the price of the first session, ``later`` that of each later one; None is an open price.

    When it is for the ``whole``, both are what is left of the price of all sessions together.
    """

    first: Money | None = None
    later: Money | None = None
    is_for: PriceUnit = "session"

    @classmethod
    def of(cls, guarantee: Guarantee) -> PromisedPrice:
        """Returns the price of a guarantee of which nothing is paid yet."""
        if guarantee.fee_for == "whole":
            return cls(guarantee.fee, guarantee.fee, "whole")
        return cls(guarantee.price_of("first"), guarantee.price_of("follow-up"))

    def after(self, paid: Money | None) -> PromisedPrice:
        """Returns the price after one more session, of which an amount was ``paid``, if that is known."""
        if self.is_for == "session" or self.later is None or paid is None:
            return replace(self, first=self.later)
        zero = Money.zero(self.later.currency)
        left = max(self.later - paid, zero) if paid.currency == zero.currency else self.later
        return replace(self, first=left, later=left)
