from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_calendar_period_holidays import (
    NewCalendarPeriodHolidays,
    check_new_calendar_period_holidays,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCalendarPeriod")


@_attrs_define
class NewCalendarPeriod:
    """Whose public holidays count in the payer's deadlines, from a day on.

    Attributes:
        from_ (datetime.date): Its first day.
        holidays (NewCalendarPeriodHolidays): The country whose public holidays count.
        until (datetime.date | None | Unset): Its last day. Leave it out for until further notice.
    """

    from_: datetime.date
    holidays: NewCalendarPeriodHolidays
    until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        holidays: str = self.holidays

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

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

        holidays = check_new_calendar_period_holidays(d.pop("holidays"))

        def _parse_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        new_calendar_period = cls(
            from_=from_,
            holidays=holidays,
            until=until,
        )

        return new_calendar_period
