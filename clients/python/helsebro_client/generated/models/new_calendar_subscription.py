from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_working_time import NewWorkingTime


T = TypeVar("T", bound="NewCalendarSubscription")


@_attrs_define
class NewCalendarSubscription:
    """The address of the calendar, and when there are sessions.

    Attributes:
        times (list[NewWorkingTime]): When there are sessions, by the practitioner's local time. A session that meets an
            event of the calendar is not offered.
        ics_url (None | str | Unset): The private address of the calendar in the format iCalendar: https, with a public
            name; `webcal:` is read as https. It is never shown again. Absent keeps the address that is stored.
    """

    times: list[NewWorkingTime]
    ics_url: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        times = []
        for times_item_data in self.times:
            times_item = times_item_data.to_dict()
            times.append(times_item)

        ics_url: None | str | Unset
        if isinstance(self.ics_url, Unset):
            ics_url = UNSET
        else:
            ics_url = self.ics_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "times": times,
            }
        )
        if ics_url is not UNSET:
            field_dict["icsUrl"] = ics_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_working_time import NewWorkingTime  # noqa: PLC0415

        d = dict(src_dict)
        times = []
        _times = d.pop("times")
        for times_item_data in _times:
            times_item = NewWorkingTime.from_dict(times_item_data)

            times.append(times_item)

        def _parse_ics_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ics_url = _parse_ics_url(d.pop("icsUrl", UNSET))

        new_calendar_subscription = cls(
            times=times,
            ics_url=ics_url,
        )

        return new_calendar_subscription
