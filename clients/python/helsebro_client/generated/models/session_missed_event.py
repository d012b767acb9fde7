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
    from ..models.session_reported import SessionReported


T = TypeVar("T", bound="SessionMissedEvent")


@_attrs_define
class SessionMissedEvent:
    """The client did not come, today or earlier. The guarantee gets its session back.

    Attributes:
        data (SessionReported): The booking whose session was held or missed.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['session.missed']): The type of the event.
    """

    data: SessionReported
    timestamp: datetime.datetime
    type_: Literal["session.missed"]

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
        from ..models.session_reported import SessionReported  # noqa: PLC0415

        d = dict(src_dict)
        data = SessionReported.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["session.missed"], d.pop("type"))
        if type_ != "session.missed":
            raise ValueError(f"type must match const 'session.missed', got '{type_}'")

        session_missed_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return session_missed_event
