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
    from ..models.session_cancelled import SessionCancelled


T = TypeVar("T", bound="SessionCancelledEvent")


@_attrs_define
class SessionCancelledEvent:
    """A session was cancelled. A slot that the clinic cancelled is withdrawn.

    Attributes:
        data (SessionCancelled): The booking that was cancelled, and by whom.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['session.cancelled']): The type of the event.
    """

    data: SessionCancelled
    timestamp: datetime.datetime
    type_: Literal["session.cancelled"]

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
        from ..models.session_cancelled import SessionCancelled  # noqa: PLC0415

        d = dict(src_dict)
        data = SessionCancelled.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["session.cancelled"], d.pop("type"))
        if type_ != "session.cancelled":
            raise ValueError(f"type must match const 'session.cancelled', got '{type_}'")

        session_cancelled_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return session_cancelled_event
