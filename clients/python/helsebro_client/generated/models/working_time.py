from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.working_time_service import WorkingTimeService, check_working_time_service
from ..models.working_time_weekday import WorkingTimeWeekday, check_working_time_weekday

T = TypeVar("T", bound="WorkingTime")


@_attrs_define
class WorkingTime:
    """The hours of a weekday in which there are sessions, one after the other.

    Attributes:
        address_key (None | str): The key of the address where they are; null for the first.
        closes (str): When the last one has ended.
        minutes (int): How long each lasts.
        opens (str): When the first one starts.
        service (WorkingTimeService): The kind of session.
        weekday (WorkingTimeWeekday): The weekday.
    """

    address_key: None | str
    closes: str
    minutes: int
    opens: str
    service: WorkingTimeService
    weekday: WorkingTimeWeekday
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address_key: None | str
        address_key = self.address_key

        closes = self.closes

        minutes = self.minutes

        opens = self.opens

        service: str = self.service

        weekday: str = self.weekday

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "addressKey": address_key,
                "closes": closes,
                "minutes": minutes,
                "opens": opens,
                "service": service,
                "weekday": weekday,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_address_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address_key = _parse_address_key(d.pop("addressKey"))

        closes = d.pop("closes")

        minutes = d.pop("minutes")

        opens = d.pop("opens")

        service = check_working_time_service(d.pop("service"))

        weekday = check_working_time_weekday(d.pop("weekday"))

        working_time = cls(
            address_key=address_key,
            closes=closes,
            minutes=minutes,
            opens=opens,
            service=service,
            weekday=weekday,
        )

        working_time.additional_properties = d
        return working_time

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
