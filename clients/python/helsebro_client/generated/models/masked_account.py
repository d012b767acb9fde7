from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.masked_account_currency import (
    MaskedAccountCurrency,
    check_masked_account_currency,
)

T = TypeVar("T", bound="MaskedAccount")


@_attrs_define
class MaskedAccount:
    """An account that a payer pays from, or is to pay from.

    Attributes:
        bic (str): The BIC of the payer's bank.
        currency (MaskedAccountCurrency): The currency.
        masked (str): The last digits of the account.
        name (str): The payer's name as its bank has it.
        since (datetime.datetime): Since when it counts, or waits.
    """

    bic: str
    currency: MaskedAccountCurrency
    masked: str
    name: str
    since: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bic = self.bic

        currency: str = self.currency

        masked = self.masked

        name = self.name

        since = self.since.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bic": bic,
                "currency": currency,
                "masked": masked,
                "name": name,
                "since": since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bic = d.pop("bic")

        currency = check_masked_account_currency(d.pop("currency"))

        masked = d.pop("masked")

        name = d.pop("name")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        masked_account = cls(
            bic=bic,
            currency=currency,
            masked=masked,
            name=name,
            since=since,
        )

        masked_account.additional_properties = d
        return masked_account

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
