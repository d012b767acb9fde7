from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payable_kind import PayableKind, check_payable_kind
from ..models.payable_status import PayableStatus, check_payable_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.named_clinic import NamedClinic


T = TypeVar("T", bound="Payable")


@_attrs_define
class Payable:
    """An amount that the payer owes to a clinic or a member.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        claim_id (str): The id of the claim.
        due_on (datetime.date): When it is due.
        kind (PayableKind): What it is owed for.
        payable_id (str): The id of the payable.
        status (PayableStatus): `approved`: it waits for a payment file. `drafted`: it is in one. `released`: the file
            may be handed to the bank. `sent`: it was. `paid`: the bank has paid it. `returned`: the bank has not, or sent
            it back. `credited`: it is paid no more: a credit note took it away, the session was not held, or it came back
            and was written off.
        account (str | Unset): The clinic's account. Absent for a refund.
        booking_id (str | Unset): The session that is paid without an invoice.
        clinic (NamedClinic | Unset): The clinic, as the register of clinics named it then.
        clinic_id (str | Unset): The id of the clinic. Absent for a refund.
        credited (Money | Unset): An amount of 0 or more, with at most two decimals.
        file_id (str | Unset): The payment file that it is in. Absent in none.
        invoice_id (str | Unset): The id of the invoice. Absent for a refund and a session.
        owed (Money | Unset): An amount of 0 or more, with at most two decimals.
        payee_id (str | Unset): The account that is paid. Absent for a refund, and a session in no file.
        refund_id (str | Unset): The id of the refund. Absent for an invoice and a session.
        written_off (Money | Unset): An amount of 0 or more, with at most two decimals.
    """

    amount: Money
    claim_id: str
    due_on: datetime.date
    kind: PayableKind
    payable_id: str
    status: PayableStatus
    account: str | Unset = UNSET
    booking_id: str | Unset = UNSET
    clinic: NamedClinic | Unset = UNSET
    clinic_id: str | Unset = UNSET
    credited: Money | Unset = UNSET
    file_id: str | Unset = UNSET
    invoice_id: str | Unset = UNSET
    owed: Money | Unset = UNSET
    payee_id: str | Unset = UNSET
    refund_id: str | Unset = UNSET
    written_off: Money | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        claim_id = self.claim_id

        due_on = self.due_on.isoformat()

        kind: str = self.kind

        payable_id = self.payable_id

        status: str = self.status

        account = self.account

        booking_id = self.booking_id

        clinic: dict[str, Any] | Unset = UNSET
        if not isinstance(self.clinic, Unset):
            clinic = self.clinic.to_dict()

        clinic_id = self.clinic_id

        credited: dict[str, Any] | Unset = UNSET
        if not isinstance(self.credited, Unset):
            credited = self.credited.to_dict()

        file_id = self.file_id

        invoice_id = self.invoice_id

        owed: dict[str, Any] | Unset = UNSET
        if not isinstance(self.owed, Unset):
            owed = self.owed.to_dict()

        payee_id = self.payee_id

        refund_id = self.refund_id

        written_off: dict[str, Any] | Unset = UNSET
        if not isinstance(self.written_off, Unset):
            written_off = self.written_off.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "claimId": claim_id,
                "dueOn": due_on,
                "kind": kind,
                "payableId": payable_id,
                "status": status,
            }
        )
        if account is not UNSET:
            field_dict["account"] = account
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if clinic is not UNSET:
            field_dict["clinic"] = clinic
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if credited is not UNSET:
            field_dict["credited"] = credited
        if file_id is not UNSET:
            field_dict["fileId"] = file_id
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if owed is not UNSET:
            field_dict["owed"] = owed
        if payee_id is not UNSET:
            field_dict["payeeId"] = payee_id
        if refund_id is not UNSET:
            field_dict["refundId"] = refund_id
        if written_off is not UNSET:
            field_dict["writtenOff"] = written_off

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.named_clinic import NamedClinic  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        claim_id = d.pop("claimId")

        due_on = datetime.date.fromisoformat(d.pop("dueOn"))

        kind = check_payable_kind(d.pop("kind"))

        payable_id = d.pop("payableId")

        status = check_payable_status(d.pop("status"))

        account = d.pop("account", UNSET)

        booking_id = d.pop("bookingId", UNSET)

        _clinic = d.pop("clinic", UNSET)
        clinic: NamedClinic | Unset
        if isinstance(_clinic, Unset):
            clinic = UNSET
        else:
            clinic = NamedClinic.from_dict(_clinic)

        clinic_id = d.pop("clinicId", UNSET)

        _credited = d.pop("credited", UNSET)
        credited: Money | Unset
        if isinstance(_credited, Unset):
            credited = UNSET
        else:
            credited = Money.from_dict(_credited)

        file_id = d.pop("fileId", UNSET)

        invoice_id = d.pop("invoiceId", UNSET)

        _owed = d.pop("owed", UNSET)
        owed: Money | Unset
        if isinstance(_owed, Unset):
            owed = UNSET
        else:
            owed = Money.from_dict(_owed)

        payee_id = d.pop("payeeId", UNSET)

        refund_id = d.pop("refundId", UNSET)

        _written_off = d.pop("writtenOff", UNSET)
        written_off: Money | Unset
        if isinstance(_written_off, Unset):
            written_off = UNSET
        else:
            written_off = Money.from_dict(_written_off)

        payable = cls(
            amount=amount,
            claim_id=claim_id,
            due_on=due_on,
            kind=kind,
            payable_id=payable_id,
            status=status,
            account=account,
            booking_id=booking_id,
            clinic=clinic,
            clinic_id=clinic_id,
            credited=credited,
            file_id=file_id,
            invoice_id=invoice_id,
            owed=owed,
            payee_id=payee_id,
            refund_id=refund_id,
            written_off=written_off,
        )

        payable.additional_properties = d
        return payable

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
