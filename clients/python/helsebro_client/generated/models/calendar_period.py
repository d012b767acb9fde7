from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calendar_period_holidays import (
    CalendarPeriodHolidays,
    check_calendar_period_holidays,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="CalendarPeriod")


@_attrs_define
class CalendarPeriod:
    """Whose public holidays count in the payer's deadlines, from a day on.

    Attributes:
        from_ (datetime.date): Its first day.
        holidays (CalendarPeriodHolidays): The country whose public holidays count.
        until (datetime.date | Unset): Its last day. Absent until further notice.
    """

    from_: datetime.date
    holidays: CalendarPeriodHolidays
    until: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        holidays: str = self.holidays

        until: str | Unset = UNSET
        if not isinstance(self.until, Unset):
            until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "holidays": holidays,
            }
        )
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.date.fromisoformat(d.pop("from"))

        holidays = check_calendar_period_holidays(d.pop("holidays"))

        _until = d.pop("until", UNSET)
        until: datetime.date | Unset
        if isinstance(_until, Unset):
            until = UNSET
        else:
            until = datetime.date.fromisoformat(_until)

        calendar_period = cls(
            from_=from_,
            holidays=holidays,
            until=until,
        )

        calendar_period.additional_properties = d
        return calendar_period

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
