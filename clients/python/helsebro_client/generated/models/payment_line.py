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

from ..models.payment_line_kind import PaymentLineKind, check_payment_line_kind
from ..models.payment_line_odd_item import (
    PaymentLineOddItem,
    check_payment_line_odd_item,
)
from ..models.payment_line_state import PaymentLineState, check_payment_line_state
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="PaymentLine")


@_attrs_define
class PaymentLine:
    """One payment of a payment file.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        claim_id (str): The id of the claim.
        due_on (datetime.date): When it is due.
        kind (PaymentLineKind): What it is owed for.
        odd (list[PaymentLineOddItem]): What is odd about it. `new-account`: the account counts for less than 30 days
            (of a member: it replaced another in them). `first-payment`: the clinic was paid nothing before. `twice-the-
            usual`: it is more than twice what the clinic, or any creditor before it, was usually paid. `same-amount-twice`:
            another payment of the file has the same amount, day and payee.
        payable_id (str): The id of the payable.
        state (PaymentLineState): As the payable's status, while it is in the file. `cancelled`: the file was called
            off. `left-out`: no file can carry it; `why` says why.
        bank_reason (str | Unset): The bank's code of why it was rejected or returned.
        clinic_id (str | Unset): The id of the clinic. Absent for a refund.
        holder (Literal['unknown'] | Unset): In whose name a member's account is: nobody but the bank knows. Absent for
            a clinic's, which two people registered.
        invoice_id (str | Unset): The id of the invoice. Absent for a refund.
        masked (str | Unset): The last digits of the account. Absent when it was left out.
        paid_on (datetime.date | Unset): When the account was debited, if the bank said so.
        payee_id (str | Unset): The clinic's account. Absent for a refund.
        refund_id (str | Unset): The id of the refund. Absent for an invoice.
        returned_on (datetime.date | Unset): When the money came back. Absent when it was rejected.
        why (str | Unset): Why it was left out, as a code; else absent.
    """

    amount: Money
    claim_id: str
    due_on: datetime.date
    kind: PaymentLineKind
    odd: list[PaymentLineOddItem]
    payable_id: str
    state: PaymentLineState
    bank_reason: str | Unset = UNSET
    clinic_id: str | Unset = UNSET
    holder: Literal["unknown"] | Unset = UNSET
    invoice_id: str | Unset = UNSET
    masked: str | Unset = UNSET
    paid_on: datetime.date | Unset = UNSET
    payee_id: str | Unset = UNSET
    refund_id: str | Unset = UNSET
    returned_on: datetime.date | Unset = UNSET
    why: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        claim_id = self.claim_id

        due_on = self.due_on.isoformat()

        kind: str = self.kind

        odd = []
        for odd_item_data in self.odd:
            odd_item: str = odd_item_data
            odd.append(odd_item)

        payable_id = self.payable_id

        state: str = self.state

        bank_reason = self.bank_reason

        clinic_id = self.clinic_id

        holder = self.holder

        invoice_id = self.invoice_id

        masked = self.masked

        paid_on: str | Unset = UNSET
        if not isinstance(self.paid_on, Unset):
            paid_on = self.paid_on.isoformat()

        payee_id = self.payee_id

        refund_id = self.refund_id

        returned_on: str | Unset = UNSET
        if not isinstance(self.returned_on, Unset):
            returned_on = self.returned_on.isoformat()

        why = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "claimId": claim_id,
                "dueOn": due_on,
                "kind": kind,
                "odd": odd,
                "payableId": payable_id,
                "state": state,
            }
        )
        if bank_reason is not UNSET:
            field_dict["bankReason"] = bank_reason
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if holder is not UNSET:
            field_dict["holder"] = holder
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if masked is not UNSET:
            field_dict["masked"] = masked
        if paid_on is not UNSET:
            field_dict["paidOn"] = paid_on
        if payee_id is not UNSET:
            field_dict["payeeId"] = payee_id
        if refund_id is not UNSET:
            field_dict["refundId"] = refund_id
        if returned_on is not UNSET:
            field_dict["returnedOn"] = returned_on
        if why is not UNSET:
            field_dict["why"] = why

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        claim_id = d.pop("claimId")

        due_on = datetime.date.fromisoformat(d.pop("dueOn"))

        kind = check_payment_line_kind(d.pop("kind"))

        odd = []
        _odd = d.pop("odd")
        for odd_item_data in _odd:
            odd_item = check_payment_line_odd_item(odd_item_data)

            odd.append(odd_item)

        payable_id = d.pop("payableId")

        state = check_payment_line_state(d.pop("state"))

        bank_reason = d.pop("bankReason", UNSET)

        clinic_id = d.pop("clinicId", UNSET)

        holder = cast(Literal["unknown"] | Unset, d.pop("holder", UNSET))
        if holder != "unknown" and not isinstance(holder, Unset):
            raise ValueError(f"holder must match const 'unknown', got '{holder}'")

        invoice_id = d.pop("invoiceId", UNSET)

        masked = d.pop("masked", UNSET)

        _paid_on = d.pop("paidOn", UNSET)
        paid_on: datetime.date | Unset
        if isinstance(_paid_on, Unset):
            paid_on = UNSET
        else:
            paid_on = datetime.date.fromisoformat(_paid_on)

        payee_id = d.pop("payeeId", UNSET)

        refund_id = d.pop("refundId", UNSET)

        _returned_on = d.pop("returnedOn", UNSET)
        returned_on: datetime.date | Unset
        if isinstance(_returned_on, Unset):
            returned_on = UNSET
        else:
            returned_on = datetime.date.fromisoformat(_returned_on)

        why = d.pop("why", UNSET)

        payment_line = cls(
            amount=amount,
            claim_id=claim_id,
            due_on=due_on,
            kind=kind,
            odd=odd,
            payable_id=payable_id,
            state=state,
            bank_reason=bank_reason,
            clinic_id=clinic_id,
            holder=holder,
            invoice_id=invoice_id,
            masked=masked,
            paid_on=paid_on,
            payee_id=payee_id,
            refund_id=refund_id,
            returned_on=returned_on,
            why=why,
        )

        payment_line.additional_properties = d
        return payment_line

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
