from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_kind import InvoiceKind, check_invoice_kind
from ..models.invoice_status import InvoiceStatus, check_invoice_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attachment import Attachment
    from ..models.finding import Finding
    from ..models.invoice_payable import InvoicePayable
    from ..models.invoiced_session import InvoicedSession
    from ..models.judged_by import JudgedBy
    from ..models.money import Money
    from ..models.named_clinic import NamedClinic


T = TypeVar("T", bound="Invoice")


@_attrs_define
class Invoice:
    """An invoice of a clinic, and the result of its check.

    Attributes:
        findings (list[Finding]): Every finding; empty when there is none.
        invoice_id (str): The id of the invoice.
        received_at (datetime.datetime): When it was received.
        status (InvoiceStatus): `received` until checked, then `accepted` or `rejected`, and in the end `paid`. `in-
            review` while the payer's finance staff look at its findings of the severity `review`.
        amount (Money | Unset): An amount of 0 or more, with at most two decimals.
        attachments (list[Attachment] | Unset): The files inside it; present for an accepted invoice that has any.
        clinic (NamedClinic | Unset): The clinic, as the register of clinics named it then.
        credited (Money | Unset): An amount of 0 or more, with at most two decimals.
        credited_by (list[str] | Unset): The credit notes that credit it; present for an invoice that has any.
        due_on (datetime.date | Unset): When it is to be paid if it is accepted; absent for a credit note.
        guarantee_id (str | Unset): The guarantee that it names; absent when none is known.
        judged_at (datetime.datetime | Unset): When it was checked; absent before.
        judged_by (list[JudgedBy] | Unset): The official rule sets that checked it; empty when the document cannot be
            read.
        kind (InvoiceKind | Unset): What the document is; absent until it is checked, or when it cannot be read.
        number (str | Unset): The clinic's own number; present once it is checked, unless it cannot be read or may be a
            person's number.
        paid_at (datetime.datetime | Unset): When the bank was known to have paid it. Absent until then.
        payable (InvoicePayable | Unset): What the payer still owes for an accepted invoice.
        payable_id (str | Unset): What is to be paid; present for an accepted invoice, not for a credit note.
        sessions (list[InvoicedSession] | Unset): The sessions in it; absent until checked or without a known guarantee.
    """

    findings: list[Finding]
    invoice_id: str
    received_at: datetime.datetime
    status: InvoiceStatus
    amount: Money | Unset = UNSET
    attachments: list[Attachment] | Unset = UNSET
    clinic: NamedClinic | Unset = UNSET
    credited: Money | Unset = UNSET
    credited_by: list[str] | Unset = UNSET
    due_on: datetime.date | Unset = UNSET
    guarantee_id: str | Unset = UNSET
    judged_at: datetime.datetime | Unset = UNSET
    judged_by: list[JudgedBy] | Unset = UNSET
    kind: InvoiceKind | Unset = UNSET
    number: str | Unset = UNSET
    paid_at: datetime.datetime | Unset = UNSET
    payable: InvoicePayable | Unset = UNSET
    payable_id: str | Unset = UNSET
    sessions: list[InvoicedSession] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        invoice_id = self.invoice_id

        received_at = self.received_at.isoformat()

        status: str = self.status

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        attachments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attachments, Unset):
            attachments = []
            for attachments_item_data in self.attachments:
                attachments_item = attachments_item_data.to_dict()
                attachments.append(attachments_item)

        clinic: dict[str, Any] | Unset = UNSET
        if not isinstance(self.clinic, Unset):
            clinic = self.clinic.to_dict()

        credited: dict[str, Any] | Unset = UNSET
        if not isinstance(self.credited, Unset):
            credited = self.credited.to_dict()

        credited_by: list[str] | Unset = UNSET
        if not isinstance(self.credited_by, Unset):
            credited_by = self.credited_by

        due_on: str | Unset = UNSET
        if not isinstance(self.due_on, Unset):
            due_on = self.due_on.isoformat()

        guarantee_id = self.guarantee_id

        judged_at: str | Unset = UNSET
        if not isinstance(self.judged_at, Unset):
            judged_at = self.judged_at.isoformat()

        judged_by: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.judged_by, Unset):
            judged_by = []
            for judged_by_item_data in self.judged_by:
                judged_by_item = judged_by_item_data.to_dict()
                judged_by.append(judged_by_item)

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        number = self.number

        paid_at: str | Unset = UNSET
        if not isinstance(self.paid_at, Unset):
            paid_at = self.paid_at.isoformat()

        payable: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payable, Unset):
            payable = self.payable.to_dict()

        payable_id = self.payable_id

        sessions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sessions, Unset):
            sessions = []
            for sessions_item_data in self.sessions:
                sessions_item = sessions_item_data.to_dict()
                sessions.append(sessions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "findings": findings,
                "invoiceId": invoice_id,
                "receivedAt": received_at,
                "status": status,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if attachments is not UNSET:
            field_dict["attachments"] = attachments
        if clinic is not UNSET:
            field_dict["clinic"] = clinic
        if credited is not UNSET:
            field_dict["credited"] = credited
        if credited_by is not UNSET:
            field_dict["creditedBy"] = credited_by
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if judged_at is not UNSET:
            field_dict["judgedAt"] = judged_at
        if judged_by is not UNSET:
            field_dict["judgedBy"] = judged_by
        if kind is not UNSET:
            field_dict["kind"] = kind
        if number is not UNSET:
            field_dict["number"] = number
        if paid_at is not UNSET:
            field_dict["paidAt"] = paid_at
        if payable is not UNSET:
            field_dict["payable"] = payable
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id
        if sessions is not UNSET:
            field_dict["sessions"] = sessions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attachment import Attachment  # noqa: PLC0415
        from ..models.finding import Finding  # noqa: PLC0415
        from ..models.invoice_payable import InvoicePayable  # noqa: PLC0415
        from ..models.invoiced_session import InvoicedSession  # noqa: PLC0415
        from ..models.judged_by import JudgedBy  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.named_clinic import NamedClinic  # noqa: PLC0415

        d = dict(src_dict)
        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = Finding.from_dict(findings_item_data)

            findings.append(findings_item)

        invoice_id = d.pop("invoiceId")

        received_at = datetime.datetime.fromisoformat(d.pop("receivedAt"))

        status = check_invoice_status(d.pop("status"))

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        _attachments = d.pop("attachments", UNSET)
        attachments: list[Attachment] | Unset = UNSET
        if _attachments is not UNSET:
            attachments = []
            for attachments_item_data in _attachments:
                attachments_item = Attachment.from_dict(attachments_item_data)

                attachments.append(attachments_item)

        _clinic = d.pop("clinic", UNSET)
        clinic: NamedClinic | Unset
        if isinstance(_clinic, Unset):
            clinic = UNSET
        else:
            clinic = NamedClinic.from_dict(_clinic)

        _credited = d.pop("credited", UNSET)
        credited: Money | Unset
        if isinstance(_credited, Unset):
            credited = UNSET
        else:
            credited = Money.from_dict(_credited)

        credited_by = cast(list[str], d.pop("creditedBy", UNSET))

        _due_on = d.pop("dueOn", UNSET)
        due_on: datetime.date | Unset
        if isinstance(_due_on, Unset):
            due_on = UNSET
        else:
            due_on = datetime.date.fromisoformat(_due_on)

        guarantee_id = d.pop("guaranteeId", UNSET)

        _judged_at = d.pop("judgedAt", UNSET)
        judged_at: datetime.datetime | Unset
        if isinstance(_judged_at, Unset):
            judged_at = UNSET
        else:
            judged_at = datetime.datetime.fromisoformat(_judged_at)

        _judged_by = d.pop("judgedBy", UNSET)
        judged_by: list[JudgedBy] | Unset = UNSET
        if _judged_by is not UNSET:
            judged_by = []
            for judged_by_item_data in _judged_by:
                judged_by_item = JudgedBy.from_dict(judged_by_item_data)

                judged_by.append(judged_by_item)

        _kind = d.pop("kind", UNSET)
        kind: InvoiceKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_invoice_kind(_kind)

        number = d.pop("number", UNSET)

        _paid_at = d.pop("paidAt", UNSET)
        paid_at: datetime.datetime | Unset
        if isinstance(_paid_at, Unset):
            paid_at = UNSET
        else:
            paid_at = datetime.datetime.fromisoformat(_paid_at)

        _payable = d.pop("payable", UNSET)
        payable: InvoicePayable | Unset
        if isinstance(_payable, Unset):
            payable = UNSET
        else:
            payable = InvoicePayable.from_dict(_payable)

        payable_id = d.pop("payableId", UNSET)

        _sessions = d.pop("sessions", UNSET)
        sessions: list[InvoicedSession] | Unset = UNSET
        if _sessions is not UNSET:
            sessions = []
            for sessions_item_data in _sessions:
                sessions_item = InvoicedSession.from_dict(sessions_item_data)

                sessions.append(sessions_item)

        invoice = cls(
            findings=findings,
            invoice_id=invoice_id,
            received_at=received_at,
            status=status,
            amount=amount,
            attachments=attachments,
            clinic=clinic,
            credited=credited,
            credited_by=credited_by,
            due_on=due_on,
            guarantee_id=guarantee_id,
            judged_at=judged_at,
            judged_by=judged_by,
            kind=kind,
            number=number,
            paid_at=paid_at,
            payable=payable,
            payable_id=payable_id,
            sessions=sessions,
        )

        invoice.additional_properties = d
        return invoice

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
