from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_kind import EventKind, check_event_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Event")


@_attrs_define
class Event:
    """What happened to the person.

    Attributes:
        kind (EventKind | Unset): What happened.
        occurred_on (datetime.date | Unset): When.
    """

    kind: EventKind | Unset = UNSET
    occurred_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        occurred_on: str | Unset = UNSET
        if not isinstance(self.occurred_on, Unset):
            occurred_on = self.occurred_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if kind is not UNSET:
            field_dict["kind"] = kind
        if occurred_on is not UNSET:
            field_dict["occurredOn"] = occurred_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _kind = d.pop("kind", UNSET)
        kind: EventKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_event_kind(_kind)

        _occurred_on = d.pop("occurredOn", UNSET)
        occurred_on: datetime.date | Unset
        if isinstance(_occurred_on, Unset):
            occurred_on = UNSET
        else:
            occurred_on = datetime.date.fromisoformat(_occurred_on)

        event = cls(
            kind=kind,
            occurred_on=occurred_on,
        )

        event.additional_properties = d
        return event

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
