from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.listed_invoice_kind import ListedInvoiceKind, check_listed_invoice_kind
from ..models.listed_invoice_status import (
    ListedInvoiceStatus,
    check_listed_invoice_status,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="ListedInvoice")


@_attrs_define
class ListedInvoice:
    """An invoice in a list.

    Attributes:
        clinic_id (str): The id of the clinic.
        fatal (int): The number of those that reject it.
        findings (int): The number of its findings.
        invoice_id (str): The id of the invoice.
        received_at (datetime.datetime): When it was received.
        status (ListedInvoiceStatus): `received` until checked, then `accepted` or `rejected`, and in the end `paid`.
            `in-review` while the payer's finance staff look at its findings of the severity `review`.
        guarantee_id (str | Unset): The guarantee that it names; absent when none is known.
        judged_at (datetime.datetime | Unset): When it was checked; absent before.
        kind (ListedInvoiceKind | Unset): What the document is; absent until it is checked, or when it cannot be read.
        number (str | Unset): The clinic's own number; present once it is checked, unless it cannot be read or may be a
            person's number.
        payable_id (str | Unset): What is to be paid; present for an accepted invoice, not for a credit note.
    """

    clinic_id: str
    fatal: int
    findings: int
    invoice_id: str
    received_at: datetime.datetime
    status: ListedInvoiceStatus
    guarantee_id: str | Unset = UNSET
    judged_at: datetime.datetime | Unset = UNSET
    kind: ListedInvoiceKind | Unset = UNSET
    number: str | Unset = UNSET
    payable_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        fatal = self.fatal

        findings = self.findings

        invoice_id = self.invoice_id

        received_at = self.received_at.isoformat()

        status: str = self.status

        guarantee_id = self.guarantee_id

        judged_at: str | Unset = UNSET
        if not isinstance(self.judged_at, Unset):
            judged_at = self.judged_at.isoformat()

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        number = self.number

        payable_id = self.payable_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "fatal": fatal,
                "findings": findings,
                "invoiceId": invoice_id,
                "receivedAt": received_at,
                "status": status,
            }
        )
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if judged_at is not UNSET:
            field_dict["judgedAt"] = judged_at
        if kind is not UNSET:
            field_dict["kind"] = kind
        if number is not UNSET:
            field_dict["number"] = number
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        fatal = d.pop("fatal")

        findings = d.pop("findings")

        invoice_id = d.pop("invoiceId")

        received_at = datetime.datetime.fromisoformat(d.pop("receivedAt"))

        status = check_listed_invoice_status(d.pop("status"))

        guarantee_id = d.pop("guaranteeId", UNSET)

        _judged_at = d.pop("judgedAt", UNSET)
        judged_at: datetime.datetime | Unset
        if isinstance(_judged_at, Unset):
            judged_at = UNSET
        else:
            judged_at = datetime.datetime.fromisoformat(_judged_at)

        _kind = d.pop("kind", UNSET)
        kind: ListedInvoiceKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_listed_invoice_kind(_kind)

        number = d.pop("number", UNSET)

        payable_id = d.pop("payableId", UNSET)

        listed_invoice = cls(
            clinic_id=clinic_id,
            fatal=fatal,
            findings=findings,
            invoice_id=invoice_id,
            received_at=received_at,
            status=status,
            guarantee_id=guarantee_id,
            judged_at=judged_at,
            kind=kind,
            number=number,
            payable_id=payable_id,
        )

        listed_invoice.additional_properties = d
        return listed_invoice

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
