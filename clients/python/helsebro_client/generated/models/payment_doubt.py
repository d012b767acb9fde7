from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="PaymentDoubt")


@_attrs_define
class PaymentDoubt:
    """What a bank said of a payment that finance has to look at.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        text (str): That code, or what the row contradicts, in the caller's language.
        day (datetime.date | Unset): When the bank booked it. Absent when it did not.
        reason (str | Unset): The bank's code of why. Absent without.
        report_id (str | Unset): The bank report, in a task about its row.
        row (int | Unset): The number of that row.
        why (str | Unset): What the row contradicts, as a code, in a task with the reason `payment-differs`.
    """

    amount: Money
    text: str
    day: datetime.date | Unset = UNSET
    reason: str | Unset = UNSET
    report_id: str | Unset = UNSET
    row: int | Unset = UNSET
    why: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        text = self.text

        day: str | Unset = UNSET
        if not isinstance(self.day, Unset):
            day = self.day.isoformat()

        reason = self.reason

        report_id = self.report_id

        row = self.row

        why = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "text": text,
            }
        )
        if day is not UNSET:
            field_dict["day"] = day
        if reason is not UNSET:
            field_dict["reason"] = reason
        if report_id is not UNSET:
            field_dict["reportId"] = report_id
        if row is not UNSET:
            field_dict["row"] = row
        if why is not UNSET:
            field_dict["why"] = why

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        text = d.pop("text")

        _day = d.pop("day", UNSET)
        day: datetime.date | Unset
        if isinstance(_day, Unset):
            day = UNSET
        else:
            day = datetime.date.fromisoformat(_day)

        reason = d.pop("reason", UNSET)

        report_id = d.pop("reportId", UNSET)

        row = d.pop("row", UNSET)

        why = d.pop("why", UNSET)

        payment_doubt = cls(
            amount=amount,
            text=text,
            day=day,
            reason=reason,
            report_id=report_id,
            row=row,
            why=why,
        )

        payment_doubt.additional_properties = d
        return payment_doubt

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
