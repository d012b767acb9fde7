from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SentReminder")


@_attrs_define
class SentReminder:
    """A reminder of an unpaid premium.

    Attributes:
        paid_on (datetime.date | None): When it was paid; null until then.
        sent_on (datetime.date): When it was sent.
        suspends_from (datetime.date): The first day without cover if it is not paid before.
        due_on (datetime.date | Unset): The last day to pay in time. Absent when it is not known.
    """

    paid_on: datetime.date | None
    sent_on: datetime.date
    suspends_from: datetime.date
    due_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        paid_on: None | str
        if isinstance(self.paid_on, datetime.date):
            paid_on = self.paid_on.isoformat()
        else:
            paid_on = self.paid_on

        sent_on = self.sent_on.isoformat()

        suspends_from = self.suspends_from.isoformat()

        due_on: str | Unset = UNSET
        if not isinstance(self.due_on, Unset):
            due_on = self.due_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paidOn": paid_on,
                "sentOn": sent_on,
                "suspendsFrom": suspends_from,
            }
        )
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_paid_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_on_type_0 = datetime.date.fromisoformat(data)

                return paid_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        paid_on = _parse_paid_on(d.pop("paidOn"))

        sent_on = datetime.date.fromisoformat(d.pop("sentOn"))

        suspends_from = datetime.date.fromisoformat(d.pop("suspendsFrom"))

        _due_on = d.pop("dueOn", UNSET)
        due_on: datetime.date | Unset
        if isinstance(_due_on, Unset):
            due_on = UNSET
        else:
            due_on = datetime.date.fromisoformat(_due_on)

        sent_reminder = cls(
            paid_on=paid_on,
            sent_on=sent_on,
            suspends_from=suspends_from,
            due_on=due_on,
        )

        sent_reminder.additional_properties = d
        return sent_reminder

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
