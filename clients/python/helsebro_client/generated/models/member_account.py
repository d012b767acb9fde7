from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.confirmed_account import ConfirmedAccount


T = TypeVar("T", bound="MemberAccount")


@_attrs_define
class MemberAccount:
    """Where the member is paid by a payer, and was before.

    Attributes:
        earlier (list[ConfirmedAccount]): The accounts before it, the latest first, at most 19.
        payer (str): The payer.
        confirmed_at (datetime.datetime | Unset): When the member confirmed it. Absent without one.
        masked (str | Unset): The last digits of the account that counts. Absent without one.
    """

    earlier: list[ConfirmedAccount]
    payer: str
    confirmed_at: datetime.datetime | Unset = UNSET
    masked: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        earlier = []
        for earlier_item_data in self.earlier:
            earlier_item = earlier_item_data.to_dict()
            earlier.append(earlier_item)

        payer = self.payer

        confirmed_at: str | Unset = UNSET
        if not isinstance(self.confirmed_at, Unset):
            confirmed_at = self.confirmed_at.isoformat()

        masked = self.masked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "earlier": earlier,
                "payer": payer,
            }
        )
        if confirmed_at is not UNSET:
            field_dict["confirmedAt"] = confirmed_at
        if masked is not UNSET:
            field_dict["masked"] = masked

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.confirmed_account import ConfirmedAccount  # noqa: PLC0415

        d = dict(src_dict)
        earlier = []
        _earlier = d.pop("earlier")
        for earlier_item_data in _earlier:
            earlier_item = ConfirmedAccount.from_dict(earlier_item_data)

            earlier.append(earlier_item)

        payer = d.pop("payer")

        _confirmed_at = d.pop("confirmedAt", UNSET)
        confirmed_at: datetime.datetime | Unset
        if isinstance(_confirmed_at, Unset):
            confirmed_at = UNSET
        else:
            confirmed_at = datetime.datetime.fromisoformat(_confirmed_at)

        masked = d.pop("masked", UNSET)

        member_account = cls(
            earlier=earlier,
            payer=payer,
            confirmed_at=confirmed_at,
            masked=masked,
        )

        member_account.additional_properties = d
        return member_account

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
