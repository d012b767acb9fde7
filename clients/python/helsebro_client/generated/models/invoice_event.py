from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="InvoiceEvent")


@_attrs_define
class InvoiceEvent:
    """The invoice that was examined. Read it with `GET /v1/invoices/{invoiceId}`.

    Attributes:
        invoice_id (str): The id of the invoice.
        guarantee_id (str | Unset): The id of the guarantee.
        payable_id (str | Unset): The id of the payable.
    """

    invoice_id: str
    guarantee_id: str | Unset = UNSET
    payable_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        invoice_id = self.invoice_id

        guarantee_id = self.guarantee_id

        payable_id = self.payable_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "invoiceId": invoice_id,
            }
        )
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        invoice_id = d.pop("invoiceId")

        guarantee_id = d.pop("guaranteeId", UNSET)

        payable_id = d.pop("payableId", UNSET)

        invoice_event = cls(
            invoice_id=invoice_id,
            guarantee_id=guarantee_id,
            payable_id=payable_id,
        )

        invoice_event.additional_properties = d
        return invoice_event

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
