from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PayingAccount")


@_attrs_define
class PayingAccount:
    """The account that a payer pays from.

    Attributes:
        masked (str): The last digits of the account.
        name (str): Its name as its bank has it.
        payer (str): The short name of the payer.
    """

    masked: str
    name: str
    payer: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        masked = self.masked

        name = self.name

        payer = self.payer

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "masked": masked,
                "name": name,
                "payer": payer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        masked = d.pop("masked")

        name = d.pop("name")

        payer = d.pop("payer")

        paying_account = cls(
            masked=masked,
            name=name,
            payer=payer,
        )

        paying_account.additional_properties = d
        return paying_account

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
