from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.opening_hours_weekday import (
    OpeningHoursWeekday,
    check_opening_hours_weekday,
)

T = TypeVar("T", bound="OpeningHours")


@_attrs_define
class OpeningHours:
    """When the clinic is open on a weekday, in local time.

    Attributes:
        closes (str): When it closes.
        opens (str): When it opens.
        weekday (OpeningHoursWeekday): The weekday.
    """

    closes: str
    opens: str
    weekday: OpeningHoursWeekday
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        closes = self.closes

        opens = self.opens

        weekday: str = self.weekday

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "closes": closes,
                "opens": opens,
                "weekday": weekday,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        closes = d.pop("closes")

        opens = d.pop("opens")

        weekday = check_opening_hours_weekday(d.pop("weekday"))

        opening_hours = cls(
            closes=closes,
            opens=opens,
            weekday=weekday,
        )

        opening_hours.additional_properties = d
        return opening_hours

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
