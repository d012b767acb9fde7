from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.new_opening_hours_weekday import (
    NewOpeningHoursWeekday,
    check_new_opening_hours_weekday,
)

T = TypeVar("T", bound="NewOpeningHours")


@_attrs_define
class NewOpeningHours:
    """When the clinic is open on a weekday, in local time.

    Attributes:
        closes (str): When it closes, on the same day.
        opens (str): When it opens.
        weekday (NewOpeningHoursWeekday): The weekday.
    """

    closes: str
    opens: str
    weekday: NewOpeningHoursWeekday

    def to_dict(self) -> dict[str, Any]:
        closes = self.closes

        opens = self.opens

        weekday: str = self.weekday

        field_dict: dict[str, Any] = {}

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

        weekday = check_new_opening_hours_weekday(d.pop("weekday"))

        new_opening_hours = cls(
            closes=closes,
            opens=opens,
            weekday=weekday,
        )

        return new_opening_hours
