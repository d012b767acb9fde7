from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.electronic_address import ElectronicAddress


T = TypeVar("T", bound="InvoiceReferences")


@_attrs_define
class InvoiceReferences:
    """What the invoice for the session must name.

    Attributes:
        booking_id (str): The id of the booking.
        buyer_reference (str): The buyer reference: the guarantee's case reference.
        endpoint (ElectronicAddress): The payer's electronic address, the `EndpointID` of the buyer.
        order_reference (str): The order reference: the guarantee's number.
    """

    booking_id: str
    buyer_reference: str
    endpoint: ElectronicAddress
    order_reference: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        buyer_reference = self.buyer_reference

        endpoint = self.endpoint.to_dict()

        order_reference = self.order_reference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingId": booking_id,
                "buyerReference": buyer_reference,
                "endpoint": endpoint,
                "orderReference": order_reference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.electronic_address import ElectronicAddress  # noqa: PLC0415

        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        buyer_reference = d.pop("buyerReference")

        endpoint = ElectronicAddress.from_dict(d.pop("endpoint"))

        order_reference = d.pop("orderReference")

        invoice_references = cls(
            booking_id=booking_id,
            buyer_reference=buyer_reference,
            endpoint=endpoint,
            order_reference=order_reference,
        )

        invoice_references.additional_properties = d
        return invoice_references

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
