from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.booked_money_currency import (
    BookedMoneyCurrency,
    check_booked_money_currency,
)

T = TypeVar("T", bound="BookedMoney")


@_attrs_define
class BookedMoney:
    """An amount that the ledger has; that of an account may be below zero when something is wrong.

    Attributes:
        amount (str): The amount, as text with at most two decimals.
        currency (BookedMoneyCurrency): The currency.
    """

    amount: str
    currency: BookedMoneyCurrency

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        currency: str = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "currency": currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        currency = check_booked_money_currency(d.pop("currency"))

        booked_money = cls(
            amount=amount,
            currency=currency,
        )

        return booked_money
