from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.new_endpoint_events_item import (
    NewEndpointEventsItem,
    check_new_endpoint_events_item,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewEndpoint")


@_attrs_define
class NewEndpoint:
    """An address that is to receive the clinic's events.

    Attributes:
        url (str): The address: https, with a public name.
        events (list[NewEndpointEventsItem] | Unset): The types to send, at least one; `*` for all.
    """

    url: str
    events: list[NewEndpointEventsItem] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        events: list[str] | Unset = UNSET
        if not isinstance(self.events, Unset):
            events = []
            for events_item_data in self.events:
                events_item: str = events_item_data
                events.append(events_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
            }
        )
        if events is not UNSET:
            field_dict["events"] = events

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        _events = d.pop("events", UNSET)
        events: list[NewEndpointEventsItem] | Unset = UNSET
        if _events is not UNSET:
            events = []
            for events_item_data in _events:
                events_item = check_new_endpoint_events_item(events_item_data)

                events.append(events_item)

        new_endpoint = cls(
            url=url,
            events=events,
        )

        return new_endpoint
