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
    from ..models.course_ended import CourseEnded


T = TypeVar("T", bound="CourseEndedEvent")


@_attrs_define
class CourseEndedEvent:
    """The clinic has finished the treatment.

    Attributes:
        data (CourseEnded): The guarantee under which the treatment is finished.
        timestamp (datetime.datetime): When it happened: at most 5 minutes ahead of our clock, and not before what it is
            about was booked or issued.
        type_ (Literal['course.ended']): The type of the event.
    """

    data: CourseEnded
    timestamp: datetime.datetime
    type_: Literal["course.ended"]

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
        from ..models.course_ended import CourseEnded  # noqa: PLC0415

        d = dict(src_dict)
        data = CourseEnded.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["course.ended"], d.pop("type"))
        if type_ != "course.ended":
            raise ValueError(f"type must match const 'course.ended', got '{type_}'")

        course_ended_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return course_ended_event
