from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PaymentSent")


@_attrs_define
class PaymentSent:
    """What was paid. Money that comes back later makes the invoice `accepted` again.

    Attributes:
        booking_ids (list[str]): The sessions that it pays; empty when it pays none.
        payable_id (str): The id of the payable.
        guarantee_id (str | Unset): The id of the guarantee.
        invoice_id (str | Unset): The id of the invoice.
        practitioner_id (str | Unset): The id of the practitioner.
    """

    booking_ids: list[str]
    payable_id: str
    guarantee_id: str | Unset = UNSET
    invoice_id: str | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_ids = self.booking_ids

        payable_id = self.payable_id

        guarantee_id = self.guarantee_id

        invoice_id = self.invoice_id

        practitioner_id = self.practitioner_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingIds": booking_ids,
                "payableId": payable_id,
            }
        )
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booking_ids = cast(list[str], d.pop("bookingIds"))

        payable_id = d.pop("payableId")

        guarantee_id = d.pop("guaranteeId", UNSET)

        invoice_id = d.pop("invoiceId", UNSET)

        practitioner_id = d.pop("practitionerId", UNSET)

        payment_sent = cls(
            booking_ids=booking_ids,
            payable_id=payable_id,
            guarantee_id=guarantee_id,
            invoice_id=invoice_id,
            practitioner_id=practitioner_id,
        )

        payment_sent.additional_properties = d
        return payment_sent

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
