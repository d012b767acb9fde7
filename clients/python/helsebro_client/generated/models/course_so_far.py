from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CourseSoFar")


@_attrs_define
class CourseSoFar:
    """The sessions under a guarantee until now, and what is left of it.

    Attributes:
        booked (list[datetime.date]): The days of those that are booked.
        held (list[datetime.date]): The days of the sessions that were held.
        missed (list[datetime.date]): The days of those that the client missed.
        sessions_granted (int): How many were granted.
        sessions_left (int): How many of them were not held yet.
        valid_until (datetime.date): The last day of the guarantee.
    """

    booked: list[datetime.date]
    held: list[datetime.date]
    missed: list[datetime.date]
    sessions_granted: int
    sessions_left: int
    valid_until: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booked = []
        for booked_item_data in self.booked:
            booked_item = booked_item_data.isoformat()
            booked.append(booked_item)

        held = []
        for held_item_data in self.held:
            held_item = held_item_data.isoformat()
            held.append(held_item)

        missed = []
        for missed_item_data in self.missed:
            missed_item = missed_item_data.isoformat()
            missed.append(missed_item)

        sessions_granted = self.sessions_granted

        sessions_left = self.sessions_left

        valid_until = self.valid_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "booked": booked,
                "held": held,
                "missed": missed,
                "sessionsGranted": sessions_granted,
                "sessionsLeft": sessions_left,
                "validUntil": valid_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booked = []
        _booked = d.pop("booked")
        for booked_item_data in _booked:
            booked_item = datetime.date.fromisoformat(booked_item_data)

            booked.append(booked_item)

        held = []
        _held = d.pop("held")
        for held_item_data in _held:
            held_item = datetime.date.fromisoformat(held_item_data)

            held.append(held_item)

        missed = []
        _missed = d.pop("missed")
        for missed_item_data in _missed:
            missed_item = datetime.date.fromisoformat(missed_item_data)

            missed.append(missed_item)

        sessions_granted = d.pop("sessionsGranted")

        sessions_left = d.pop("sessionsLeft")

        valid_until = datetime.date.fromisoformat(d.pop("validUntil"))

        course_so_far = cls(
            booked=booked,
            held=held,
            missed=missed,
            sessions_granted=sessions_granted,
            sessions_left=sessions_left,
            valid_until=valid_until,
        )

        course_so_far.additional_properties = d
        return course_so_far

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
