from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refund_payment_status import (
    RefundPaymentStatus,
    check_refund_payment_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="RefundPayment")


@_attrs_define
class RefundPayment:
    """How far the payment of a refund has come.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        status (RefundPaymentStatus): `waiting`: we have not sent it to the bank yet. `sent`: the bank has it. `paid`:
            the bank has paid it. `returned`: the bank could not pay it, or the money came back; the member checks the
            account, and the staff pay it again. `ended`: it is not paid any more.
        expected_on (datetime.date | Unset): When the money should be there. Absent once that day has passed, and when
            nothing is under way.
    """

    amount: Money
    status: RefundPaymentStatus
    expected_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        status: str = self.status

        expected_on: str | Unset = UNSET
        if not isinstance(self.expected_on, Unset):
            expected_on = self.expected_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "status": status,
            }
        )
        if expected_on is not UNSET:
            field_dict["expectedOn"] = expected_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        status = check_refund_payment_status(d.pop("status"))

        _expected_on = d.pop("expectedOn", UNSET)
        expected_on: datetime.date | Unset
        if isinstance(_expected_on, Unset):
            expected_on = UNSET
        else:
            expected_on = datetime.date.fromisoformat(_expected_on)

        refund_payment = cls(
            amount=amount,
            status=status,
            expected_on=expected_on,
        )

        refund_payment.additional_properties = d
        return refund_payment

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
