from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_choice_paid_by import (
    PaymentChoicePaidBy,
    check_payment_choice_paid_by,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="PaymentChoice")


@_attrs_define
class PaymentChoice:
    """How a clinic is paid for the sessions that begin from now on.

    Attributes:
        clinic_id (str): The id of the clinic.
        paid_by (PaymentChoicePaidBy): `invoice`: it sends invoices. `session`: it is paid for what it reports.
        payee_id (str | Unset): The id of the payee.
        since (datetime.datetime | Unset): Since when; absent where it has never chosen.
    """

    clinic_id: str
    paid_by: PaymentChoicePaidBy
    payee_id: str | Unset = UNSET
    since: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        paid_by: str = self.paid_by

        payee_id = self.payee_id

        since: str | Unset = UNSET
        if not isinstance(self.since, Unset):
            since = self.since.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "paidBy": paid_by,
            }
        )
        if payee_id is not UNSET:
            field_dict["payeeId"] = payee_id
        if since is not UNSET:
            field_dict["since"] = since

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        paid_by = check_payment_choice_paid_by(d.pop("paidBy"))

        payee_id = d.pop("payeeId", UNSET)

        _since = d.pop("since", UNSET)
        since: datetime.datetime | Unset
        if isinstance(_since, Unset):
            since = UNSET
        else:
            since = datetime.datetime.fromisoformat(_since)

        payment_choice = cls(
            clinic_id=clinic_id,
            paid_by=paid_by,
            payee_id=payee_id,
            since=since,
        )

        payment_choice.additional_properties = d
        return payment_choice

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
