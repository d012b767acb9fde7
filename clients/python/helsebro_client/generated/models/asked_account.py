from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.asked_account_status import AskedAccountStatus, check_asked_account_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="AskedAccount")


@_attrs_define
class AskedAccount:
    """The account that the invoice asks to be paid to.

    Attributes:
        account (str): The account, of which the last four digits are shown.
        status (AskedAccountStatus): Where it stands with the clinic by now. `unknown`: it is not registered.
            `registered`: another person must approve it. `waiting`: its three days are not over. Only `in-force` can be
            approved.
        in_force_from (datetime.datetime | Unset): From when it can be paid; absent before its approval.
    """

    account: str
    status: AskedAccountStatus
    in_force_from: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        status: str = self.status

        in_force_from: str | Unset = UNSET
        if not isinstance(self.in_force_from, Unset):
            in_force_from = self.in_force_from.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "status": status,
            }
        )
        if in_force_from is not UNSET:
            field_dict["inForceFrom"] = in_force_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        account = d.pop("account")

        status = check_asked_account_status(d.pop("status"))

        _in_force_from = d.pop("inForceFrom", UNSET)
        in_force_from: datetime.datetime | Unset
        if isinstance(_in_force_from, Unset):
            in_force_from = UNSET
        else:
            in_force_from = datetime.datetime.fromisoformat(_in_force_from)

        asked_account = cls(
            account=account,
            status=status,
            in_force_from=in_force_from,
        )

        asked_account.additional_properties = d
        return asked_account

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
