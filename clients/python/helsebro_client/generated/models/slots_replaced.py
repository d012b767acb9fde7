from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.published_slot import PublishedSlot
    from ..models.weekly_slots import WeeklySlots


T = TypeVar("T", bound="SlotsReplaced")


@_attrs_define
class SlotsReplaced:
    """The whole calendar of a practitioner in a span: what it does not name is withdrawn, unless booked.

    Attributes:
        from_ (datetime.datetime): When the span begins.
        practitioner_key (str): The clinic's own key of the practitioner.
        to (datetime.datetime): When it ends, at most 92 days later. Slots begin before it.
        recurring (list[WeeklySlots] | Unset): Slots of every week, by the practitioner's local time.
        slots (list[PublishedSlot] | Unset): Slots, each by itself.
    """

    from_: datetime.datetime
    practitioner_key: str
    to: datetime.datetime
    recurring: list[WeeklySlots] | Unset = UNSET
    slots: list[PublishedSlot] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        practitioner_key = self.practitioner_key

        to = self.to.isoformat()

        recurring: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.recurring, Unset):
            recurring = []
            for recurring_item_data in self.recurring:
                recurring_item = recurring_item_data.to_dict()
                recurring.append(recurring_item)

        slots: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.slots, Unset):
            slots = []
            for slots_item_data in self.slots:
                slots_item = slots_item_data.to_dict()
                slots.append(slots_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "practitionerKey": practitioner_key,
                "to": to,
            }
        )
        if recurring is not UNSET:
            field_dict["recurring"] = recurring
        if slots is not UNSET:
            field_dict["slots"] = slots

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.published_slot import PublishedSlot  # noqa: PLC0415
        from ..models.weekly_slots import WeeklySlots  # noqa: PLC0415

        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        practitioner_key = d.pop("practitionerKey")

        to = datetime.datetime.fromisoformat(d.pop("to"))

        _recurring = d.pop("recurring", UNSET)
        recurring: list[WeeklySlots] | Unset = UNSET
        if _recurring is not UNSET:
            recurring = []
            for recurring_item_data in _recurring:
                recurring_item = WeeklySlots.from_dict(recurring_item_data)

                recurring.append(recurring_item)

        _slots = d.pop("slots", UNSET)
        slots: list[PublishedSlot] | Unset = UNSET
        if _slots is not UNSET:
            slots = []
            for slots_item_data in _slots:
                slots_item = PublishedSlot.from_dict(slots_item_data)

                slots.append(slots_item)

        slots_replaced = cls(
            from_=from_,
            practitioner_key=practitioner_key,
            to=to,
            recurring=recurring,
            slots=slots,
        )

        return slots_replaced
