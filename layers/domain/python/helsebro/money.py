"""Money: an exact amount in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import total_ordering
from typing import Literal

from helsebro.errors import BadInput, Fault

Currency = Literal["DKK", "NOK"]
CENT = Decimal("0.01")


@total_ordering
@dataclass(frozen=True)
class Money:
    """An amount (two decimals) in one currency; amounts in two currencies cannot be summed or compared."""

    amount: Decimal
    currency: Currency = "DKK"

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: Currency = "DKK") -> Money:
        """Returns the amount rounded to whole øre. Raises ``BadInput`` when it is not a number."""
        try:
            value = Decimal(amount).quantize(CENT, ROUND_HALF_UP)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            raise BadInput([Fault("/amount", "not-an-amount", "")])
        return cls(value, currency)

    @classmethod
    def zero(cls, currency: Currency = "DKK") -> Money:
        """Returns the amount 0.00 in the currency."""
        return cls(Decimal("0.00"), currency)

    @classmethod
    def of_ore(cls, ore: int, currency: Currency = "DKK") -> Money:
        """Returns so many øre as money."""
        return cls.of(Decimal(ore) / 100, currency)

    @property
    def ore(self) -> int:
        """The amount in øre, without a part of one."""
        return int(self.amount * 100)

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __mul__(self, count: int) -> Money:
        return Money.of(self.amount * count, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def _same(self, other: Money) -> Decimal:
        if other.currency != self.currency:
            raise ValueError("two currencies cannot be added, subtracted or compared")
        return other.amount

    def as_json(self) -> dict[str, str]:
        """Returns ``{"amount": "850.00", "currency": "DKK"}``, the shape of the public contract."""
        return {"amount": f"{self.amount:.2f}", "currency": self.currency}

    @classmethod
    def from_json(cls, shape: dict[str, str]) -> Money:
        """Returns the money from a stored or received ``as_json``."""
        return cls.of(shape["amount"], "NOK" if shape["currency"] == "NOK" else "DKK")
