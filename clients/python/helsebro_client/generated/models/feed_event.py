from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feed_event_type import FeedEventType, check_feed_event_type

if TYPE_CHECKING:
    from ..models.event_ids import EventIds


T = TypeVar("T", bound="FeedEvent")


@_attrs_define
class FeedEvent:
    """An event of the clinic's feed; the webhook of the event has the same content.

    Attributes:
        data (EventIds): The ids of what an event is about, and what else the webhook of the same type says.
        event_id (str): The id of the event.
        sequence (int): Its number in the feed, in the order of publication.
        timestamp (datetime.datetime): When it happened.
        type_ (FeedEventType): The type of the event.
    """

    data: EventIds
    event_id: str
    sequence: int
    timestamp: datetime.datetime
    type_: FeedEventType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        event_id = self.event_id

        sequence = self.sequence

        timestamp = self.timestamp.isoformat()

        type_: str = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "eventId": event_id,
                "sequence": sequence,
                "timestamp": timestamp,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_ids import EventIds  # noqa: PLC0415

        d = dict(src_dict)
        data = EventIds.from_dict(d.pop("data"))

        event_id = d.pop("eventId")

        sequence = d.pop("sequence")

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = check_feed_event_type(d.pop("type"))

        feed_event = cls(
            data=data,
            event_id=event_id,
            sequence=sequence,
            timestamp=timestamp,
            type_=type_,
        )

        feed_event.additional_properties = d
        return feed_event

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
