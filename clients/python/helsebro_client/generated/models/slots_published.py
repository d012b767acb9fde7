from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.published_slot import PublishedSlot


T = TypeVar("T", bound="SlotsPublished")


@_attrs_define
class SlotsPublished:
    """Free slots of one practitioner; each key and minute stands there once.

    Attributes:
        practitioner_key (str): The clinic's own key of the practitioner.
        slots (list[PublishedSlot]): The slots, at least one.
    """

    practitioner_key: str
    slots: list[PublishedSlot]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        practitioner_key = self.practitioner_key

        slots = []
        for slots_item_data in self.slots:
            slots_item = slots_item_data.to_dict()
            slots.append(slots_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "practitionerKey": practitioner_key,
                "slots": slots,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.published_slot import PublishedSlot  # noqa: PLC0415

        d = dict(src_dict)
        practitioner_key = d.pop("practitionerKey")

        slots = []
        _slots = d.pop("slots")
        for slots_item_data in _slots:
            slots_item = PublishedSlot.from_dict(slots_item_data)

            slots.append(slots_item)

        slots_published = cls(
            practitioner_key=practitioner_key,
            slots=slots,
        )

        slots_published.additional_properties = d
        return slots_published

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
