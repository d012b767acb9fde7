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
    from ..models.client_referred_on import ClientReferredOn


T = TypeVar("T", bound="ClientReferredOnEvent")


@_attrs_define
class ClientReferredOnEvent:
    """The client needs other help. The payer assesses the case again.

    Attributes:
        data (ClientReferredOn): The client of a booking or of a guarantee, and where the clinic referred them to.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['client.referred-on']): The type of the event.
    """

    data: ClientReferredOn
    timestamp: datetime.datetime
    type_: Literal["client.referred-on"]

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
        from ..models.client_referred_on import ClientReferredOn  # noqa: PLC0415

        d = dict(src_dict)
        data = ClientReferredOn.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["client.referred-on"], d.pop("type"))
        if type_ != "client.referred-on":
            raise ValueError(f"type must match const 'client.referred-on', got '{type_}'")

        client_referred_on_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return client_referred_on_event
