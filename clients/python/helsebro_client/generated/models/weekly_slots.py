from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.weekly_slots_service import WeeklySlotsService, check_weekly_slots_service
from ..models.weekly_slots_weekday import WeeklySlotsWeekday, check_weekly_slots_weekday
from ..types import UNSET, Unset

T = TypeVar("T", bound="WeeklySlots")


@_attrs_define
class WeeklySlots:
    """One time of the week. On the day on which the clock skips that hour the message is refused.

    Attributes:
        at (str): When it starts, in the practitioner's local time. Of an hour that comes twice it is the first.
        from_ (datetime.date): Its first possible day.
        key_prefix (str): The beginning of the key of each slot; the key ends with its day.
        minutes (int): How long it lasts.
        service (WeeklySlotsService): The kind of session.
        until (datetime.date): Its last possible day, at most 24 months ahead.
        weekday (WeeklySlotsWeekday): The day of the week.
        address_key (None | str | Unset): The key of the practitioner's address where it is; absent for the first
            address.
    """

    at: str
    from_: datetime.date
    key_prefix: str
    minutes: int
    service: WeeklySlotsService
    until: datetime.date
    weekday: WeeklySlotsWeekday
    address_key: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        at = self.at

        from_ = self.from_.isoformat()

        key_prefix = self.key_prefix

        minutes = self.minutes

        service: str = self.service

        until = self.until.isoformat()

        weekday: str = self.weekday

        address_key: None | str | Unset
        if isinstance(self.address_key, Unset):
            address_key = UNSET
        else:
            address_key = self.address_key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at": at,
                "from": from_,
                "keyPrefix": key_prefix,
                "minutes": minutes,
                "service": service,
                "until": until,
                "weekday": weekday,
            }
        )
        if address_key is not UNSET:
            field_dict["addressKey"] = address_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = d.pop("at")

        from_ = datetime.date.fromisoformat(d.pop("from"))

        key_prefix = d.pop("keyPrefix")

        minutes = d.pop("minutes")

        service = check_weekly_slots_service(d.pop("service"))

        until = datetime.date.fromisoformat(d.pop("until"))

        weekday = check_weekly_slots_weekday(d.pop("weekday"))

        def _parse_address_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address_key = _parse_address_key(d.pop("addressKey", UNSET))

        weekly_slots = cls(
            at=at,
            from_=from_,
            key_prefix=key_prefix,
            minutes=minutes,
            service=service,
            until=until,
            weekday=weekday,
            address_key=address_key,
        )

        return weekly_slots
