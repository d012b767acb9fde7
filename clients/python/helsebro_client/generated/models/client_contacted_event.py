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
    from ..models.client_contacted import ClientContacted


T = TypeVar("T", bound="ClientContactedEvent")


@_attrs_define
class ClientContactedEvent:
    """The clinic has contacted the client. The first contact counts.

    Attributes:
        data (ClientContacted): The client of a booking or of a guarantee, and how the clinic contacted them.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['client.contacted']): The type of the event.
    """

    data: ClientContacted
    timestamp: datetime.datetime
    type_: Literal["client.contacted"]

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
        from ..models.client_contacted import ClientContacted  # noqa: PLC0415

        d = dict(src_dict)
        data = ClientContacted.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["client.contacted"], d.pop("type"))
        if type_ != "client.contacted":
            raise ValueError(f"type must match const 'client.contacted', got '{type_}'")

        client_contacted_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return client_contacted_event
