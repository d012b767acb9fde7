"""Money as the contract writes it: ``{"amount": "850.00", "currency": "DKK"}``, the amount a text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from helsebro.money import Money
from helsebro_aws.http.bodies import Body


class MoneyShape(Body):
    """An amount from nought up, with at most two decimals."""

    amount: Annotated[str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,2})?$")]
    currency: Literal["DKK", "NOK"]

    def money(self) -> Money:
        """The money it tells of."""
        return Money.of(self.amount, self.currency)
