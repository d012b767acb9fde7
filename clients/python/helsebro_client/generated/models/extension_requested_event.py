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
    from ..models.extension_requested import ExtensionRequested


T = TypeVar("T", bound="ExtensionRequestedEvent")


@_attrs_define
class ExtensionRequestedEvent:
    """The clinic asks for more sessions. The payer's staff decide.

    Attributes:
        data (ExtensionRequested): How many more sessions the clinic asks for, and why.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['extension.requested']): The type of the event.
    """

    data: ExtensionRequested
    timestamp: datetime.datetime
    type_: Literal["extension.requested"]

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
        from ..models.extension_requested import ExtensionRequested  # noqa: PLC0415

        d = dict(src_dict)
        data = ExtensionRequested.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["extension.requested"], d.pop("type"))
        if type_ != "extension.requested":
            raise ValueError(f"type must match const 'extension.requested', got '{type_}'")

        extension_requested_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return extension_requested_event
