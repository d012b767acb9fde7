from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refused_slot_code import RefusedSlotCode, check_refused_slot_code
from ..types import UNSET, Unset

T = TypeVar("T", bound="RefusedSlot")


@_attrs_define
class RefusedSlot:
    """A slot that was not stored or withdrawn, and why.

    Attributes:
        code (RefusedSlotCode): Why.
        key (str): The clinic's own key of the slot.
        booking_id (str | Unset): The booking that has the slot: cancel its session first. Absent without one.
    """

    code: RefusedSlotCode
    key: str
    booking_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        key = self.key

        booking_id = self.booking_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "key": key,
            }
        )
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = check_refused_slot_code(d.pop("code"))

        key = d.pop("key")

        booking_id = d.pop("bookingId", UNSET)

        refused_slot = cls(
            code=code,
            key=key,
            booking_id=booking_id,
        )

        refused_slot.additional_properties = d
        return refused_slot

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
