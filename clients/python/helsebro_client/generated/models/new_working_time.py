from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_working_time_service import (
    NewWorkingTimeService,
    check_new_working_time_service,
)
from ..models.new_working_time_weekday import (
    NewWorkingTimeWeekday,
    check_new_working_time_weekday,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWorkingTime")


@_attrs_define
class NewWorkingTime:
    """The hours of a weekday in which there are sessions, one after the other.

    Attributes:
        closes (str): When the last one has ended, on the same day.
        minutes (int): How long each lasts.
        opens (str): When the first one starts.
        service (NewWorkingTimeService): The kind of session.
        weekday (NewWorkingTimeWeekday): The weekday.
        address_key (None | str | Unset): The key of the practitioner's address where they are; absent for the first
            address.
    """

    closes: str
    minutes: int
    opens: str
    service: NewWorkingTimeService
    weekday: NewWorkingTimeWeekday
    address_key: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        closes = self.closes

        minutes = self.minutes

        opens = self.opens

        service: str = self.service

        weekday: str = self.weekday

        address_key: None | str | Unset
        if isinstance(self.address_key, Unset):
            address_key = UNSET
        else:
            address_key = self.address_key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "closes": closes,
                "minutes": minutes,
                "opens": opens,
                "service": service,
                "weekday": weekday,
            }
        )
        if address_key is not UNSET:
            field_dict["addressKey"] = address_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        closes = d.pop("closes")

        minutes = d.pop("minutes")

        opens = d.pop("opens")

        service = check_new_working_time_service(d.pop("service"))

        weekday = check_new_working_time_weekday(d.pop("weekday"))

        def _parse_address_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address_key = _parse_address_key(d.pop("addressKey", UNSET))

        new_working_time = cls(
            closes=closes,
            minutes=minutes,
            opens=opens,
            service=service,
            weekday=weekday,
            address_key=address_key,
        )

        return new_working_time
