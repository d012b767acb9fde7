from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.invoice_event import InvoiceEvent


T = TypeVar("T", bound="InvoiceInReviewMessage")


@_attrs_define
class InvoiceInReviewMessage:
    """The message of `invoice.in-review`.

    Attributes:
        data (InvoiceEvent): The invoice that was examined. Read it with `GET /v1/invoices/{invoiceId}`.
        timestamp (datetime.datetime): When it happened.
        type_ (Literal['invoice.in-review']): The type of the event.
        sequence (int | Unset): The event's number in the clinic's feed. A test message has none.
    """

    data: InvoiceEvent
    timestamp: datetime.datetime
    type_: Literal["invoice.in-review"]
    sequence: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        timestamp = self.timestamp.isoformat()

        type_ = self.type_

        sequence = self.sequence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "timestamp": timestamp,
                "type": type_,
            }
        )
        if sequence is not UNSET:
            field_dict["sequence"] = sequence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invoice_event import InvoiceEvent  # noqa: PLC0415

        d = dict(src_dict)
        data = InvoiceEvent.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["invoice.in-review"], d.pop("type"))
        if type_ != "invoice.in-review":
            raise ValueError(f"type must match const 'invoice.in-review', got '{type_}'")

        sequence = d.pop("sequence", UNSET)

        invoice_in_review_message = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
            sequence=sequence,
        )

        invoice_in_review_message.additional_properties = d
        return invoice_in_review_message

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
