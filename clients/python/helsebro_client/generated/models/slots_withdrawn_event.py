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
    from ..models.slots_withdrawn import SlotsWithdrawn


T = TypeVar("T", bound="SlotsWithdrawnEvent")


@_attrs_define
class SlotsWithdrawnEvent:
    """Slots that are not booked are no longer free.

    Attributes:
        data (SlotsWithdrawn): Slots that the clinic withdraws, as `slots` or only their `keys`; at least one.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['slots.withdrawn']): The type of the event.
    """

    data: SlotsWithdrawn
    timestamp: datetime.datetime
    type_: Literal["slots.withdrawn"]

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
        from ..models.slots_withdrawn import SlotsWithdrawn  # noqa: PLC0415

        d = dict(src_dict)
        data = SlotsWithdrawn.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["slots.withdrawn"], d.pop("type"))
        if type_ != "slots.withdrawn":
            raise ValueError(f"type must match const 'slots.withdrawn', got '{type_}'")

        slots_withdrawn_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return slots_withdrawn_event
