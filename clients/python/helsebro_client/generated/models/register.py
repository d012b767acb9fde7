from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.register_differs_item import (
    RegisterDiffersItem,
    check_register_differs_item,
)
from ..models.register_state import RegisterState, check_register_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="Register")


@_attrs_define
class Register:
    """What the authorisation register said about a practitioner as the clinic describes them now.

    Attributes:
        differs (list[RegisterDiffersItem]): What does not agree, of a mismatch; else empty.
        state (RegisterState): `verified`: the register, or the network team, confirms what the clinic states;
            `mismatch`: the register has other details; `not-found`: it does not have the number; `unavailable`: it does not
            answer, or is not set up; `not-checked`: it was not asked about these details yet, or the clinic gave no number;
            `not-needed`: the clinic states no authorisation, or one that has not begun; `denied`: our network team found
            that they do not have it, so they count as not authorised until it is confirmed.
        checked_at (datetime.datetime | Unset): When it said so; absent while it was not asked.
    """

    differs: list[RegisterDiffersItem]
    state: RegisterState
    checked_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        differs = []
        for differs_item_data in self.differs:
            differs_item: str = differs_item_data
            differs.append(differs_item)

        state: str = self.state

        checked_at: str | Unset = UNSET
        if not isinstance(self.checked_at, Unset):
            checked_at = self.checked_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "differs": differs,
                "state": state,
            }
        )
        if checked_at is not UNSET:
            field_dict["checkedAt"] = checked_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        differs = []
        _differs = d.pop("differs")
        for differs_item_data in _differs:
            differs_item = check_register_differs_item(differs_item_data)

            differs.append(differs_item)

        state = check_register_state(d.pop("state"))

        _checked_at = d.pop("checkedAt", UNSET)
        checked_at: datetime.datetime | Unset
        if isinstance(_checked_at, Unset):
            checked_at = UNSET
        else:
            checked_at = datetime.datetime.fromisoformat(_checked_at)

        register = cls(
            differs=differs,
            state=state,
            checked_at=checked_at,
        )

        register.additional_properties = d
        return register

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
