"""Usual amount: how many payments a payer has made to a clinic, or for refunds, and their sum."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from helsebro.money import Currency, Money


@dataclass(frozen=True)
class UsualAmount:
    """What the bank has paid so far; a currency of its own, as a payer has one."""

    payments: int = 0
    ore: int = 0

    def average(self, currency: Currency) -> Money:
        """Returns the average payment, zero before the first."""
        if not self.payments:
            return Money.zero(currency)
        return Money.of(Decimal(self.ore) / self.payments / 100, currency)
