"""Money in a body: ``{"amount": "850.00", "currency": "DKK"}``; the amount is a text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from helsebro.money import Money
from helsebro_aws.http.bodies import Body

AmountText = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{1,12}(\.[0-9]{1,2})?$",
        description="The amount, as text with at most two decimals.",
        examples=["850.00"],
    ),
]
CurrencyText = Annotated[Literal["DKK", "NOK"], Field(description="The currency.")]


class MoneyShape(Body):
    """An amount of 0 or more, with at most two decimals."""

    amount: AmountText
    currency: CurrencyText

    def money(self) -> Money:
        """Returns it as money."""
        return Money.of(self.amount, self.currency)
