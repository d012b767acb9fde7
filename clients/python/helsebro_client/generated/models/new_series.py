from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewSeries")


@_attrs_define
class NewSeries:
    """Slots of one practitioner to book together, and the guarantee that pays.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        slot_ids (list[str]): The slots, each once, all of one practitioner.
    """

    guarantee_id: str
    slot_ids: list[str]

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        slot_ids = self.slot_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "slotIds": slot_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        slot_ids = cast(list[str], d.pop("slotIds"))

        new_series = cls(
            guarantee_id=guarantee_id,
            slot_ids=slot_ids,
        )

        return new_series
