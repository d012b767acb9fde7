from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_hint_absent_item import (
    ReferralHintAbsentItem,
    check_referral_hint_absent_item,
)

T = TypeVar("T", bound="ReferralHint")


@_attrs_define
class ReferralHint:
    """What the text of a referral seems to lack. A hint: nothing is decided by it.

    Attributes:
        absent (list[ReferralHintAbsentItem]): The parts of a whole referral that were not found.
        machine_readable (bool): Whether the paper has text; false for a picture of a paper.
        text (str): The hint in the caller's language.
    """

    absent: list[ReferralHintAbsentItem]
    machine_readable: bool
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        absent = []
        for absent_item_data in self.absent:
            absent_item: str = absent_item_data
            absent.append(absent_item)

        machine_readable = self.machine_readable

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "absent": absent,
                "machineReadable": machine_readable,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        absent = []
        _absent = d.pop("absent")
        for absent_item_data in _absent:
            absent_item = check_referral_hint_absent_item(absent_item_data)

            absent.append(absent_item)

        machine_readable = d.pop("machineReadable")

        text = d.pop("text")

        referral_hint = cls(
            absent=absent,
            machine_readable=machine_readable,
            text=text,
        )

        referral_hint.additional_properties = d
        return referral_hint

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
