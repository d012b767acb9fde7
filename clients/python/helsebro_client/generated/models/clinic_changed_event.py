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
    from ..models.clinic_changed import ClinicChanged


T = TypeVar("T", bound="ClinicChangedEvent")


@_attrs_define
class ClinicChangedEvent:
    """The clinic has new details.

    Attributes:
        data (ClinicChanged): The changed details of the clinic; what is absent stays.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['clinic.changed']): The type of the event.
    """

    data: ClinicChanged
    timestamp: datetime.datetime
    type_: Literal["clinic.changed"]

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
        from ..models.clinic_changed import ClinicChanged  # noqa: PLC0415

        d = dict(src_dict)
        data = ClinicChanged.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["clinic.changed"], d.pop("type"))
        if type_ != "clinic.changed":
            raise ValueError(f"type must match const 'clinic.changed', got '{type_}'")

        clinic_changed_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return clinic_changed_event
