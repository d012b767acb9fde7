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
    from ..models.session_corrected import SessionCorrected


T = TypeVar("T", bound="SessionCorrectedEvent")


@_attrs_define
class SessionCorrectedEvent:
    """Whether a session was held, after the opposite was reported. What was paid for it without an invoice follows.

    Attributes:
        data (SessionCorrected): The booking whose report was wrong, and what became of its session.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['session.corrected']): The type of the event.
    """

    data: SessionCorrected
    timestamp: datetime.datetime
    type_: Literal["session.corrected"]

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
        from ..models.session_corrected import SessionCorrected  # noqa: PLC0415

        d = dict(src_dict)
        data = SessionCorrected.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["session.corrected"], d.pop("type"))
        if type_ != "session.corrected":
            raise ValueError(f"type must match const 'session.corrected', got '{type_}'")

        session_corrected_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return session_corrected_event
