from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ConfirmedAccount")


@_attrs_define
class ConfirmedAccount:
    """An account that the member confirmed.

    Attributes:
        confirmed_at (datetime.datetime): When the member confirmed it.
        masked (str): The last digits of the account.
    """

    confirmed_at: datetime.datetime
    masked: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confirmed_at = self.confirmed_at.isoformat()

        masked = self.masked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmedAt": confirmed_at,
                "masked": masked,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        confirmed_at = datetime.datetime.fromisoformat(d.pop("confirmedAt"))

        masked = d.pop("masked")

        confirmed_account = cls(
            confirmed_at=confirmed_at,
            masked=masked,
        )

        confirmed_account.additional_properties = d
        return confirmed_account

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
