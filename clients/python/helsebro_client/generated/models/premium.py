from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.pricing import Pricing
    from ..models.sent_reminder import SentReminder


T = TypeVar("T", bound="Premium")


@_attrs_define
class Premium:
    """The premium of a policy: when it is due, and whether it is paid.

    Attributes:
        due_dates (list[str]): The days of the year on which it is due.
        next_due_on (datetime.date): When it is due next.
        pricing (None | Pricing): What the price follows on that day; null when the policy names nothing.
        reminders (list[SentReminder]): The reminders, oldest first.
        suspended (bool): Whether the cover is suspended for an unpaid premium.
    """

    due_dates: list[str]
    next_due_on: datetime.date
    pricing: None | Pricing
    reminders: list[SentReminder]
    suspended: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.pricing import Pricing  # noqa: PLC0415

        due_dates = self.due_dates

        next_due_on = self.next_due_on.isoformat()

        pricing: dict[str, Any] | None
        if isinstance(self.pricing, Pricing):
            pricing = self.pricing.to_dict()
        else:
            pricing = self.pricing

        reminders = []
        for reminders_item_data in self.reminders:
            reminders_item = reminders_item_data.to_dict()
            reminders.append(reminders_item)

        suspended = self.suspended

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dueDates": due_dates,
                "nextDueOn": next_due_on,
                "pricing": pricing,
                "reminders": reminders,
                "suspended": suspended,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pricing import Pricing  # noqa: PLC0415
        from ..models.sent_reminder import SentReminder  # noqa: PLC0415

        d = dict(src_dict)
        due_dates = cast(list[str], d.pop("dueDates"))

        next_due_on = datetime.date.fromisoformat(d.pop("nextDueOn"))

        def _parse_pricing(data: object) -> None | Pricing:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pricing_type_0 = Pricing.from_dict(data)

                return pricing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Pricing, data)

        pricing = _parse_pricing(d.pop("pricing"))

        reminders = []
        _reminders = d.pop("reminders")
        for reminders_item_data in _reminders:
            reminders_item = SentReminder.from_dict(reminders_item_data)

            reminders.append(reminders_item)

        suspended = d.pop("suspended")

        premium = cls(
            due_dates=due_dates,
            next_due_on=next_due_on,
            pricing=pricing,
            reminders=reminders,
            suspended=suspended,
        )

        premium.additional_properties = d
        return premium

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
