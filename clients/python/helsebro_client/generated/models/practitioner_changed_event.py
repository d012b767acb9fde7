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
    from ..models.practitioner_changed import PractitionerChanged


T = TypeVar("T", bound="PractitionerChangedEvent")


@_attrs_define
class PractitionerChangedEvent:
    """A practitioner takes other clients than before.

    Attributes:
        data (PractitionerChanged): What a practitioner takes now; what is absent stays. A pause or a capacity that is
            null ends.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['practitioner.changed']): The type of the event.
    """

    data: PractitionerChanged
    timestamp: datetime.datetime
    type_: Literal["practitioner.changed"]

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
        from ..models.practitioner_changed import PractitionerChanged  # noqa: PLC0415

        d = dict(src_dict)
        data = PractitionerChanged.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["practitioner.changed"], d.pop("type"))
        if type_ != "practitioner.changed":
            raise ValueError(f"type must match const 'practitioner.changed', got '{type_}'")

        practitioner_changed_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return practitioner_changed_event
