from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FactChoice")


@_attrs_define
class FactChoice:
    """One value that a fact may have.

    Attributes:
        label (str): An answer to the question, in the caller's language.
        value (str): The value to send.
        group (str | Unset): The group of a treatment, to show it under.
        group_label (str | Unset): The group in words.
    """

    label: str
    value: str
    group: str | Unset = UNSET
    group_label: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        label = self.label

        value = self.value

        group = self.group

        group_label = self.group_label

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "label": label,
                "value": value,
            }
        )
        if group is not UNSET:
            field_dict["group"] = group
        if group_label is not UNSET:
            field_dict["groupLabel"] = group_label

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        label = d.pop("label")

        value = d.pop("value")

        group = d.pop("group", UNSET)

        group_label = d.pop("groupLabel", UNSET)

        fact_choice = cls(
            label=label,
            value=value,
            group=group,
            group_label=group_label,
        )

        fact_choice.additional_properties = d
        return fact_choice

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
