from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_payment_file_currency_type_0 import (
    NewPaymentFileCurrencyType0,
    check_new_payment_file_currency_type_0,
)
from ..models.new_payment_file_way import NewPaymentFileWay, check_new_payment_file_way
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPaymentFile")


@_attrs_define
class NewPaymentFile:
    """Which approved payables the file pays. Without a field, all of the payer's that wait.

    Attributes:
        currency (NewPaymentFileCurrencyType0 | None | Unset): The currency of the file: that of the payer.
        due_before (datetime.date | None | Unset): Only what is due before this day.
        payable_ids (list[str] | None | Unset): Only these. Each must be approved, and none may be named twice.
        way (NewPaymentFileWay | Unset): `bank`: a file for the payer's bank. `stripe`: transfers to the accounts at
            Stripe of clinics that are paid so for their sessions. What goes the other way waits for a file of its own.
            Default: 'bank'.
    """

    currency: NewPaymentFileCurrencyType0 | None | Unset = UNSET
    due_before: datetime.date | None | Unset = UNSET
    payable_ids: list[str] | None | Unset = UNSET
    way: NewPaymentFileWay | Unset = "bank"

    def to_dict(self) -> dict[str, Any]:
        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        elif isinstance(self.currency, str):
            currency = self.currency
        else:
            currency = self.currency

        due_before: None | str | Unset
        if isinstance(self.due_before, Unset):
            due_before = UNSET
        elif isinstance(self.due_before, datetime.date):
            due_before = self.due_before.isoformat()
        else:
            due_before = self.due_before

        payable_ids: list[str] | None | Unset
        if isinstance(self.payable_ids, Unset):
            payable_ids = UNSET
        elif isinstance(self.payable_ids, list):
            payable_ids = self.payable_ids

        else:
            payable_ids = self.payable_ids

        way: str | Unset = UNSET
        if not isinstance(self.way, Unset):
            way = self.way

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if currency is not UNSET:
            field_dict["currency"] = currency
        if due_before is not UNSET:
            field_dict["dueBefore"] = due_before
        if payable_ids is not UNSET:
            field_dict["payableIds"] = payable_ids
        if way is not UNSET:
            field_dict["way"] = way

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_currency(data: object) -> NewPaymentFileCurrencyType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                currency_type_0 = check_new_payment_file_currency_type_0(data)

                return currency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewPaymentFileCurrencyType0 | None | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        def _parse_due_before(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_before_type_0 = datetime.date.fromisoformat(data)

                return due_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        due_before = _parse_due_before(d.pop("dueBefore", UNSET))

        def _parse_payable_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                payable_ids_type_0 = cast(list[str], data)

                return payable_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        payable_ids = _parse_payable_ids(d.pop("payableIds", UNSET))

        _way = d.pop("way", UNSET)
        way: NewPaymentFileWay | Unset
        if isinstance(_way, Unset):
            way = UNSET
        else:
            way = check_new_payment_file_way(_way)

        new_payment_file = cls(
            currency=currency,
            due_before=due_before,
            payable_ids=payable_ids,
            way=way,
        )

        return new_payment_file
