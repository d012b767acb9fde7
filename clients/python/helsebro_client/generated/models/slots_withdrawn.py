from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.withdrawn_slot import WithdrawnSlot


T = TypeVar("T", bound="SlotsWithdrawn")


@_attrs_define
class SlotsWithdrawn:
    """Slots that the clinic withdraws, as `slots` or only their `keys`; at least one.

    Attributes:
        practitioner_key (str): The clinic's own key of the practitioner.
        keys (list[str] | Unset): The keys of the slots.
        slots (list[WithdrawnSlot] | Unset): The slots, as published.
    """

    practitioner_key: str
    keys: list[str] | Unset = UNSET
    slots: list[WithdrawnSlot] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        practitioner_key = self.practitioner_key

        keys: list[str] | Unset = UNSET
        if not isinstance(self.keys, Unset):
            keys = self.keys

        slots: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.slots, Unset):
            slots = []
            for slots_item_data in self.slots:
                slots_item = slots_item_data.to_dict()
                slots.append(slots_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "practitionerKey": practitioner_key,
            }
        )
        if keys is not UNSET:
            field_dict["keys"] = keys
        if slots is not UNSET:
            field_dict["slots"] = slots

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.withdrawn_slot import WithdrawnSlot  # noqa: PLC0415

        d = dict(src_dict)
        practitioner_key = d.pop("practitionerKey")

        keys = cast(list[str], d.pop("keys", UNSET))

        _slots = d.pop("slots", UNSET)
        slots: list[WithdrawnSlot] | Unset = UNSET
        if _slots is not UNSET:
            slots = []
            for slots_item_data in _slots:
                slots_item = WithdrawnSlot.from_dict(slots_item_data)

                slots.append(slots_item)

        slots_withdrawn = cls(
            practitioner_key=practitioner_key,
            keys=keys,
            slots=slots,
        )

        return slots_withdrawn
