from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bank_report_row_effect import (
    BankReportRowEffect,
    check_bank_report_row_effect,
)
from ..models.bank_report_row_said import BankReportRowSaid, check_bank_report_row_said
from ..models.bank_report_row_scope import (
    BankReportRowScope,
    check_bank_report_row_scope,
)
from ..models.bank_report_row_state import (
    BankReportRowState,
    check_bank_report_row_state,
)
from ..models.bank_report_row_why import BankReportRowWhy, check_bank_report_row_why
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="BankReportRow")


@_attrs_define
class BankReportRow:
    """What one row of the file did.

    Attributes:
        effect (BankReportRowEffect): What it did to the payment.
        number (int): Its number in the order of applying.
        payments (int): How many payments it is about.
        place (str): Where it stands in the file, as an XPath by local names.
        said (BankReportRowSaid): What the bank says, in one word.
        scope (BankReportRowScope): What the row is about.
        state (BankReportRowState): `applied`: it counts. `repeated`: it says nothing new. `unmatched`: it is about no
            payment of yours. `differs`: it says something else than is known, and nothing is booked.
        status (str): The bank's own code of it.
        text (str): What it did or why it did nothing, and what to do, in the caller's language.
        amount (Money | Unset): An amount of 0 or more, with at most two decimals.
        bank_reference (str | Unset): The bank's own reference. Absent without.
        booked_on (datetime.date | Unset): When the bank booked it. Absent when it does not say.
        file_id (str | Unset): The payment file, when it is one of yours.
        payable_id (str | Unset): The payable, when it is one of yours.
        reason (str | Unset): The bank's code of why. Absent without.
        reason_text (str | Unset): That code in words. Absent unless it was rejected or returned.
        why (BankReportRowWhy | Unset): Why it is `unmatched` or `differs`, as a code; else absent.
    """

    effect: BankReportRowEffect
    number: int
    payments: int
    place: str
    said: BankReportRowSaid
    scope: BankReportRowScope
    state: BankReportRowState
    status: str
    text: str
    amount: Money | Unset = UNSET
    bank_reference: str | Unset = UNSET
    booked_on: datetime.date | Unset = UNSET
    file_id: str | Unset = UNSET
    payable_id: str | Unset = UNSET
    reason: str | Unset = UNSET
    reason_text: str | Unset = UNSET
    why: BankReportRowWhy | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        effect: str = self.effect

        number = self.number

        payments = self.payments

        place = self.place

        said: str = self.said

        scope: str = self.scope

        state: str = self.state

        status = self.status

        text = self.text

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        bank_reference = self.bank_reference

        booked_on: str | Unset = UNSET
        if not isinstance(self.booked_on, Unset):
            booked_on = self.booked_on.isoformat()

        file_id = self.file_id

        payable_id = self.payable_id

        reason = self.reason

        reason_text = self.reason_text

        why: str | Unset = UNSET
        if not isinstance(self.why, Unset):
            why = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "effect": effect,
                "number": number,
                "payments": payments,
                "place": place,
                "said": said,
                "scope": scope,
                "state": state,
                "status": status,
                "text": text,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if bank_reference is not UNSET:
            field_dict["bankReference"] = bank_reference
        if booked_on is not UNSET:
            field_dict["bookedOn"] = booked_on
        if file_id is not UNSET:
            field_dict["fileId"] = file_id
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id
        if reason is not UNSET:
            field_dict["reason"] = reason
        if reason_text is not UNSET:
            field_dict["reasonText"] = reason_text
        if why is not UNSET:
            field_dict["why"] = why

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        effect = check_bank_report_row_effect(d.pop("effect"))

        number = d.pop("number")

        payments = d.pop("payments")

        place = d.pop("place")

        said = check_bank_report_row_said(d.pop("said"))

        scope = check_bank_report_row_scope(d.pop("scope"))

        state = check_bank_report_row_state(d.pop("state"))

        status = d.pop("status")

        text = d.pop("text")

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        bank_reference = d.pop("bankReference", UNSET)

        _booked_on = d.pop("bookedOn", UNSET)
        booked_on: datetime.date | Unset
        if isinstance(_booked_on, Unset):
            booked_on = UNSET
        else:
            booked_on = datetime.date.fromisoformat(_booked_on)

        file_id = d.pop("fileId", UNSET)

        payable_id = d.pop("payableId", UNSET)

        reason = d.pop("reason", UNSET)

        reason_text = d.pop("reasonText", UNSET)

        _why = d.pop("why", UNSET)
        why: BankReportRowWhy | Unset
        if isinstance(_why, Unset):
            why = UNSET
        else:
            why = check_bank_report_row_why(_why)

        bank_report_row = cls(
            effect=effect,
            number=number,
            payments=payments,
            place=place,
            said=said,
            scope=scope,
            state=state,
            status=status,
            text=text,
            amount=amount,
            bank_reference=bank_reference,
            booked_on=booked_on,
            file_id=file_id,
            payable_id=payable_id,
            reason=reason,
            reason_text=reason_text,
            why=why,
        )

        bank_report_row.additional_properties = d
        return bank_report_row

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
