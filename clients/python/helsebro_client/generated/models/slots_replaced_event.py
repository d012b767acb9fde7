from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.slots_replaced import SlotsReplaced


T = TypeVar("T", bound="SlotsReplacedEvent")


@_attrs_define
class SlotsReplacedEvent:
    """A practitioner's whole calendar of a span. Booked slots stay.

    Attributes:
        data (SlotsReplaced): The whole calendar of a practitioner in a span: what it does not name is withdrawn, unless
            booked.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['slots.replaced']): The type of the event.
    """

    data: SlotsReplaced
    timestamp: datetime.datetime
    type_: Literal["slots.replaced"]

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        timestamp = self.timestamp.isoformat()

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
                "timestamp": timestamp,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.slots_replaced import SlotsReplaced  # noqa: PLC0415

        d = dict(src_dict)
        data = SlotsReplaced.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["slots.replaced"], d.pop("type"))
        if type_ != "slots.replaced":
            raise ValueError(f"type must match const 'slots.replaced', got '{type_}'")

        slots_replaced_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return slots_replaced_event
