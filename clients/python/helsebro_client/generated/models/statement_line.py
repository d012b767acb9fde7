from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.statement_line_happened import (
    StatementLineHappened,
    check_statement_line_happened,
)
from ..models.statement_line_kind import StatementLineKind, check_statement_line_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="StatementLine")


@_attrs_define
class StatementLine:
    """One thing that became of what the clinic is owed. It never changes.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        day (datetime.date): When the payer's bank booked it, or said it; else when it happened.
        happened (StatementLineHappened): `paid`: the bank has made the payment. `rejected`: the bank never made it.
            `returned`: it was paid, and the money came back. `credited`: a credit note took it away. `written-off`: it came
            back and is paid no more.
        kind (StatementLineKind): What is paid: an invoice, or a session without one.
        payable_id (str): The id of the payable.
        payer (str): The short name of the payer.
        account (str | Unset): The account that was paid. Absent where no bank was.
        bank_reason (str | Unset): The bank's code of why it was rejected or returned.
        booking_id (str | Unset): The session that is paid without an invoice.
        case_reference (str | Unset): The case reference that stands on the guarantee.
        credit_note_id (str | Unset): The id of the credit note. Absent unless `credited`.
        credit_note_number (str | Unset): The clinic's number of it.
        end_to_end_id (str | Unset): The id by which both banks know the transfer. Absent where no bank had it.
        file_id (str | Unset): The payment file it was in. Absent in none.
        invoice_id (str | Unset): The id of the invoice. Absent without one.
        invoice_number (str | Unset): The clinic's number of it. Absent without one.
        reference (str | Unset): The KID or payment id that the transfer carried. Absent without one.
    """

    amount: Money
    day: datetime.date
    happened: StatementLineHappened
    kind: StatementLineKind
    payable_id: str
    payer: str
    account: str | Unset = UNSET
    bank_reason: str | Unset = UNSET
    booking_id: str | Unset = UNSET
    case_reference: str | Unset = UNSET
    credit_note_id: str | Unset = UNSET
    credit_note_number: str | Unset = UNSET
    end_to_end_id: str | Unset = UNSET
    file_id: str | Unset = UNSET
    invoice_id: str | Unset = UNSET
    invoice_number: str | Unset = UNSET
    reference: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        day = self.day.isoformat()

        happened: str = self.happened

        kind: str = self.kind

        payable_id = self.payable_id

        payer = self.payer

        account = self.account

        bank_reason = self.bank_reason

        booking_id = self.booking_id

        case_reference = self.case_reference

        credit_note_id = self.credit_note_id

        credit_note_number = self.credit_note_number

        end_to_end_id = self.end_to_end_id

        file_id = self.file_id

        invoice_id = self.invoice_id

        invoice_number = self.invoice_number

        reference = self.reference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "day": day,
                "happened": happened,
                "kind": kind,
                "payableId": payable_id,
                "payer": payer,
            }
        )
        if account is not UNSET:
            field_dict["account"] = account
        if bank_reason is not UNSET:
            field_dict["bankReason"] = bank_reason
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if case_reference is not UNSET:
            field_dict["caseReference"] = case_reference
        if credit_note_id is not UNSET:
            field_dict["creditNoteId"] = credit_note_id
        if credit_note_number is not UNSET:
            field_dict["creditNoteNumber"] = credit_note_number
        if end_to_end_id is not UNSET:
            field_dict["endToEndId"] = end_to_end_id
        if file_id is not UNSET:
            field_dict["fileId"] = file_id
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if invoice_number is not UNSET:
            field_dict["invoiceNumber"] = invoice_number
        if reference is not UNSET:
            field_dict["reference"] = reference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        day = datetime.date.fromisoformat(d.pop("day"))

        happened = check_statement_line_happened(d.pop("happened"))

        kind = check_statement_line_kind(d.pop("kind"))

        payable_id = d.pop("payableId")

        payer = d.pop("payer")

        account = d.pop("account", UNSET)

        bank_reason = d.pop("bankReason", UNSET)

        booking_id = d.pop("bookingId", UNSET)

        case_reference = d.pop("caseReference", UNSET)

        credit_note_id = d.pop("creditNoteId", UNSET)

        credit_note_number = d.pop("creditNoteNumber", UNSET)

        end_to_end_id = d.pop("endToEndId", UNSET)

        file_id = d.pop("fileId", UNSET)

        invoice_id = d.pop("invoiceId", UNSET)

        invoice_number = d.pop("invoiceNumber", UNSET)

        reference = d.pop("reference", UNSET)

        statement_line = cls(
            amount=amount,
            day=day,
            happened=happened,
            kind=kind,
            payable_id=payable_id,
            payer=payer,
            account=account,
            bank_reason=bank_reason,
            booking_id=booking_id,
            case_reference=case_reference,
            credit_note_id=credit_note_id,
            credit_note_number=credit_note_number,
            end_to_end_id=end_to_end_id,
            file_id=file_id,
            invoice_id=invoice_id,
            invoice_number=invoice_number,
            reference=reference,
        )

        statement_line.additional_properties = d
        return statement_line

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
