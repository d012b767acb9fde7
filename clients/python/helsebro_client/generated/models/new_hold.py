from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewHold")


@_attrs_define
class NewHold:
    """A slot to hold, and the guarantee to hold it for.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        slot_id (str): The id of the slot.
    """

    guarantee_id: str
    slot_id: str

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        slot_id = self.slot_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "slotId": slot_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        slot_id = d.pop("slotId")

        new_hold = cls(
            guarantee_id=guarantee_id,
            slot_id=slot_id,
        )

        return new_hold
