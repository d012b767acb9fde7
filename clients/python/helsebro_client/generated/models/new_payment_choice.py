from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_payment_choice_paid_by import (
    NewPaymentChoicePaidBy,
    check_new_payment_choice_paid_by,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPaymentChoice")


@_attrs_define
class NewPaymentChoice:
    """How the clinic is paid from now on.

    Attributes:
        paid_by (NewPaymentChoicePaidBy): `invoice`: it sends invoices. `session`: it reports its sessions, and sends no
            invoices for them.
        payee_id (None | str | Unset): The account that sessions are paid to without an invoice. Without it the only one
            in force is, and with several in force nothing is paid until one is chosen.
    """

    paid_by: NewPaymentChoicePaidBy
    payee_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        paid_by: str = self.paid_by

        payee_id: None | str | Unset
        if isinstance(self.payee_id, Unset):
            payee_id = UNSET
        else:
            payee_id = self.payee_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "paidBy": paid_by,
            }
        )
        if payee_id is not UNSET:
            field_dict["payeeId"] = payee_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        paid_by = check_new_payment_choice_paid_by(d.pop("paidBy"))

        def _parse_payee_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        payee_id = _parse_payee_id(d.pop("payeeId", UNSET))

        new_payment_choice = cls(
            paid_by=paid_by,
            payee_id=payee_id,
        )

        return new_payment_choice
