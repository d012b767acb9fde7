from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_entry_kind import LedgerEntryKind, check_ledger_entry_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.account import Account
    from ..models.money import Money


T = TypeVar("T", bound="LedgerEntry")


@_attrs_define
class LedgerEntry:
    """An amount that was booked from one account to another. It never changes.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        at (datetime.datetime): When it happened.
        cause_id (str): The id of what it comes from: a guarantee, booking, invoice, refund or file.
        claim_id (str): The id of the claim.
        credit (Account): An account of the chart of accounts.
        day (datetime.date): The local day on which it is booked.
        debit (Account): An account of the chart of accounts.
        entry_id (str): The id of the entry, which follows from its cause.
        kind (LedgerEntryKind): What happened.
        clinic_id (str | Unset): The id of the clinic.
        guarantee_id (str | Unset): The id of the guarantee.
        payable_id (str | Unset): The id of the payable.
    """

    amount: Money
    at: datetime.datetime
    cause_id: str
    claim_id: str
    credit: Account
    day: datetime.date
    debit: Account
    entry_id: str
    kind: LedgerEntryKind
    clinic_id: str | Unset = UNSET
    guarantee_id: str | Unset = UNSET
    payable_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        at = self.at.isoformat()

        cause_id = self.cause_id

        claim_id = self.claim_id

        credit = self.credit.to_dict()

        day = self.day.isoformat()

        debit = self.debit.to_dict()

        entry_id = self.entry_id

        kind: str = self.kind

        clinic_id = self.clinic_id

        guarantee_id = self.guarantee_id

        payable_id = self.payable_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "at": at,
                "causeId": cause_id,
                "claimId": claim_id,
                "credit": credit,
                "day": day,
                "debit": debit,
                "entryId": entry_id,
                "kind": kind,
            }
        )
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account import Account  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        cause_id = d.pop("causeId")

        claim_id = d.pop("claimId")

        credit = Account.from_dict(d.pop("credit"))

        day = datetime.date.fromisoformat(d.pop("day"))

        debit = Account.from_dict(d.pop("debit"))

        entry_id = d.pop("entryId")

        kind = check_ledger_entry_kind(d.pop("kind"))

        clinic_id = d.pop("clinicId", UNSET)

        guarantee_id = d.pop("guaranteeId", UNSET)

        payable_id = d.pop("payableId", UNSET)

        ledger_entry = cls(
            amount=amount,
            at=at,
            cause_id=cause_id,
            claim_id=claim_id,
            credit=credit,
            day=day,
            debit=debit,
            entry_id=entry_id,
            kind=kind,
            clinic_id=clinic_id,
            guarantee_id=guarantee_id,
            payable_id=payable_id,
        )

        ledger_entry.additional_properties = d
        return ledger_entry

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
