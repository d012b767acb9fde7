from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calendar_subscription_fault_type_0 import (
    CalendarSubscriptionFaultType0,
    check_calendar_subscription_fault_type_0,
)
from ..models.calendar_subscription_state import (
    CalendarSubscriptionState,
    check_calendar_subscription_state,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.working_time import WorkingTime


T = TypeVar("T", bound="CalendarSubscription")


@_attrs_define
class CalendarSubscription:
    """How reading the calendar goes, and when there are sessions. Its address is never shown.

    Attributes:
        fault (CalendarSubscriptionFaultType0 | None): Why it cannot be read; else null. `not-understood`: an event has
            a time or a rule that we do not know, so no time of the calendar is used.
        fault_text (None | str): What the fault means and what to do, in the reader's language; else null.
        fetched_at (datetime.datetime | None): When it was last read; null if never.
        state (CalendarSubscriptionState): `waiting`: not read yet. `read`: all is well. `failing`: it cannot be read
            now.
        times (list[WorkingTime]): When there are sessions.
        failing_since (datetime.datetime | Unset): Since when it cannot be read; absent while it can.
    """

    fault: CalendarSubscriptionFaultType0 | None
    fault_text: None | str
    fetched_at: datetime.datetime | None
    state: CalendarSubscriptionState
    times: list[WorkingTime]
    failing_since: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fault: None | str
        if isinstance(self.fault, str):
            fault = self.fault
        else:
            fault = self.fault

        fault_text: None | str
        fault_text = self.fault_text

        fetched_at: None | str
        if isinstance(self.fetched_at, datetime.datetime):
            fetched_at = self.fetched_at.isoformat()
        else:
            fetched_at = self.fetched_at

        state: str = self.state

        times = []
        for times_item_data in self.times:
            times_item = times_item_data.to_dict()
            times.append(times_item)

        failing_since: str | Unset = UNSET
        if not isinstance(self.failing_since, Unset):
            failing_since = self.failing_since.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fault": fault,
                "faultText": fault_text,
                "fetchedAt": fetched_at,
                "state": state,
                "times": times,
            }
        )
        if failing_since is not UNSET:
            field_dict["failingSince"] = failing_since

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.working_time import WorkingTime  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_fault(data: object) -> CalendarSubscriptionFaultType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fault_type_0 = check_calendar_subscription_fault_type_0(data)

                return fault_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CalendarSubscriptionFaultType0 | None, data)

        fault = _parse_fault(d.pop("fault"))

        def _parse_fault_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fault_text = _parse_fault_text(d.pop("faultText"))

        def _parse_fetched_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fetched_at_type_0 = datetime.datetime.fromisoformat(data)

                return fetched_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        fetched_at = _parse_fetched_at(d.pop("fetchedAt"))

        state = check_calendar_subscription_state(d.pop("state"))

        times = []
        _times = d.pop("times")
        for times_item_data in _times:
            times_item = WorkingTime.from_dict(times_item_data)

            times.append(times_item)

        _failing_since = d.pop("failingSince", UNSET)
        failing_since: datetime.datetime | Unset
        if isinstance(_failing_since, Unset):
            failing_since = UNSET
        else:
            failing_since = datetime.datetime.fromisoformat(_failing_since)

        calendar_subscription = cls(
            fault=fault,
            fault_text=fault_text,
            fetched_at=fetched_at,
            state=state,
            times=times,
            failing_since=failing_since,
        )

        calendar_subscription.additional_properties = d
        return calendar_subscription

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
