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
    from ..models.slots_published import SlotsPublished


T = TypeVar("T", bound="SlotsPublishedEvent")


@_attrs_define
class SlotsPublishedEvent:
    """A practitioner has free slots. A slot with a known key moves to its new time.

    Attributes:
        data (SlotsPublished): Free slots of one practitioner, at least one.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['slots.published']): The type of the event.
    """

    data: SlotsPublished
    timestamp: datetime.datetime
    type_: Literal["slots.published"]

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
        from ..models.slots_published import SlotsPublished  # noqa: PLC0415

        d = dict(src_dict)
        data = SlotsPublished.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["slots.published"], d.pop("type"))
        if type_ != "slots.published":
            raise ValueError(f"type must match const 'slots.published', got '{type_}'")

        slots_published_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return slots_published_event
