from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.register_doubt_differs_item import (
    RegisterDoubtDiffersItem,
    check_register_doubt_differs_item,
)
from ..models.register_doubt_state import RegisterDoubtState, check_register_doubt_state

T = TypeVar("T", bound="RegisterDoubt")


@_attrs_define
class RegisterDoubt:
    """What the authorisation register said about a practitioner.

    Attributes:
        differs (list[RegisterDoubtDiffersItem]): What does not agree, of a mismatch; else empty.
        state (RegisterDoubtState): `verified`: the register, or the network team, confirms what the clinic states;
            `mismatch`: the register has other details; `not-found`: it does not have the number; `unavailable`: it does not
            answer, or is not set up; `not-checked`: it was not asked about these details yet, or the clinic gave no number;
            `not-needed`: the clinic states no authorisation, or one that has not begun; `denied`: our network team found
            that they do not have it, so they count as not authorised until it is confirmed.
    """

    differs: list[RegisterDoubtDiffersItem]
    state: RegisterDoubtState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        differs = []
        for differs_item_data in self.differs:
            differs_item: str = differs_item_data
            differs.append(differs_item)

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "differs": differs,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        differs = []
        _differs = d.pop("differs")
        for differs_item_data in _differs:
            differs_item = check_register_doubt_differs_item(differs_item_data)

            differs.append(differs_item)

        state = check_register_doubt_state(d.pop("state"))

        register_doubt = cls(
            differs=differs,
            state=state,
        )

        register_doubt.additional_properties = d
        return register_doubt

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
