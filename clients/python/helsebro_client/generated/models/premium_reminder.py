from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PremiumReminder")


@_attrs_define
class PremiumReminder:
    """A reminder of an unpaid premium.

    Attributes:
        sent_on (datetime.date): When it was sent. One of today is sent to the policyholder now; one of an earlier day
            was sent by the payer itself.
        due_on (datetime.date | None | Unset): The last day to pay in time, before the reminder was sent.
    """

    sent_on: datetime.date
    due_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        sent_on = self.sent_on.isoformat()

        due_on: None | str | Unset
        if isinstance(self.due_on, Unset):
            due_on = UNSET
        elif isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sentOn": sent_on,
            }
        )
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sent_on = datetime.date.fromisoformat(d.pop("sentOn"))

        def _parse_due_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        due_on = _parse_due_on(d.pop("dueOn", UNSET))

        premium_reminder = cls(
            sent_on=sent_on,
            due_on=due_on,
        )

        return premium_reminder
