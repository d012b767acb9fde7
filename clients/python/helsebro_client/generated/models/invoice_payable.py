from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_payable_status import (
    InvoicePayableStatus,
    check_invoice_payable_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="InvoicePayable")


@_attrs_define
class InvoicePayable:
    """What the payer still owes for an accepted invoice.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        status (InvoicePayableStatus): `approved`: it waits for a payment file. `drafted`, `released`, `sent`: it is in
            one. `paid`: the bank has paid it. `returned`: the bank has not, or sent it back, and the payer decides whether
            to pay again. `credited`: it is paid no more: credit notes took all of it away, or it came back and the payer
            has written it off (`writtenOff`).
        expected_on (datetime.date | Unset): When to expect the money: the first working day on or after the due day.
            Absent once it is paid or credited, and while it waits for an account that was ended: credit the invoice, and
            send it anew with an account that counts.
        written_off (Money | Unset): An amount of 0 or more, with at most two decimals.
    """

    amount: Money
    status: InvoicePayableStatus
    expected_on: datetime.date | Unset = UNSET
    written_off: Money | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        status: str = self.status

        expected_on: str | Unset = UNSET
        if not isinstance(self.expected_on, Unset):
            expected_on = self.expected_on.isoformat()

        written_off: dict[str, Any] | Unset = UNSET
        if not isinstance(self.written_off, Unset):
            written_off = self.written_off.to_dict()

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
        if written_off is not UNSET:
            field_dict["writtenOff"] = written_off

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        status = check_invoice_payable_status(d.pop("status"))

        _expected_on = d.pop("expectedOn", UNSET)
        expected_on: datetime.date | Unset
        if isinstance(_expected_on, Unset):
            expected_on = UNSET
        else:
            expected_on = datetime.date.fromisoformat(_expected_on)

        _written_off = d.pop("writtenOff", UNSET)
        written_off: Money | Unset
        if isinstance(_written_off, Unset):
            written_off = UNSET
        else:
            written_off = Money.from_dict(_written_off)

        invoice_payable = cls(
            amount=amount,
            status=status,
            expected_on=expected_on,
            written_off=written_off,
        )

        invoice_payable.additional_properties = d
        return invoice_payable

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
