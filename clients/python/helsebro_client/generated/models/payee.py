from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payee_kind import PayeeKind, check_payee_kind
from ..models.payee_status import PayeeStatus, check_payee_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="Payee")


@_attrs_define
class Payee:
    """An account that a clinic registered to be paid to. Its invoices name it in any of its forms.

    Attributes:
        clinic_id (str): The id of the clinic.
        kind (PayeeKind): The kind of account.
        masked (str): The last digits of the account, to tell it from others.
        payee_id (str): The id of the payee.
        registered_at (datetime.datetime): When it was registered.
        status (PayeeStatus): `registered`: our network team looks at it. `waiting`: it is approved and counts from
            `inForceFrom` on. `in-force`: the clinic is paid to it. `rejected`: our network team turned it down. `ended`:
            nothing more is paid to it.
        account_number (str | Unset): The account number. For who may see it.
        approved_at (datetime.datetime | Unset): When it was approved, if it is.
        chosen (bool | Unset): True in the list for the account that the clinic chose for sessions that it is paid for
            without an invoice; else absent.
        connected_account (str | Unset): The account at Stripe. For who may see it.
        creditor_number (str | Unset): The FI creditor number. For who may see it.
        ended_at (datetime.datetime | Unset): When it was ended, if it is.
        iban (str | Unset): The IBAN. For who may see it.
        in_force_from (datetime.datetime | Unset): From when on the clinic is paid to it: three days after the approval.
        reason (str | Unset): Why our network team turned it down, where it said so.
        registration_number (str | Unset): The registration number. For who may see it.
        rejected_at (datetime.datetime | Unset): When it was turned down, if it is.
    """

    clinic_id: str
    kind: PayeeKind
    masked: str
    payee_id: str
    registered_at: datetime.datetime
    status: PayeeStatus
    account_number: str | Unset = UNSET
    approved_at: datetime.datetime | Unset = UNSET
    chosen: bool | Unset = UNSET
    connected_account: str | Unset = UNSET
    creditor_number: str | Unset = UNSET
    ended_at: datetime.datetime | Unset = UNSET
    iban: str | Unset = UNSET
    in_force_from: datetime.datetime | Unset = UNSET
    reason: str | Unset = UNSET
    registration_number: str | Unset = UNSET
    rejected_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        kind: str = self.kind

        masked = self.masked

        payee_id = self.payee_id

        registered_at = self.registered_at.isoformat()

        status: str = self.status

        account_number = self.account_number

        approved_at: str | Unset = UNSET
        if not isinstance(self.approved_at, Unset):
            approved_at = self.approved_at.isoformat()

        chosen = self.chosen

        connected_account = self.connected_account

        creditor_number = self.creditor_number

        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.isoformat()

        iban = self.iban

        in_force_from: str | Unset = UNSET
        if not isinstance(self.in_force_from, Unset):
            in_force_from = self.in_force_from.isoformat()

        reason = self.reason

        registration_number = self.registration_number

        rejected_at: str | Unset = UNSET
        if not isinstance(self.rejected_at, Unset):
            rejected_at = self.rejected_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "kind": kind,
                "masked": masked,
                "payeeId": payee_id,
                "registeredAt": registered_at,
                "status": status,
            }
        )
        if account_number is not UNSET:
            field_dict["accountNumber"] = account_number
        if approved_at is not UNSET:
            field_dict["approvedAt"] = approved_at
        if chosen is not UNSET:
            field_dict["chosen"] = chosen
        if connected_account is not UNSET:
            field_dict["connectedAccount"] = connected_account
        if creditor_number is not UNSET:
            field_dict["creditorNumber"] = creditor_number
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if iban is not UNSET:
            field_dict["iban"] = iban
        if in_force_from is not UNSET:
            field_dict["inForceFrom"] = in_force_from
        if reason is not UNSET:
            field_dict["reason"] = reason
        if registration_number is not UNSET:
            field_dict["registrationNumber"] = registration_number
        if rejected_at is not UNSET:
            field_dict["rejectedAt"] = rejected_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        kind = check_payee_kind(d.pop("kind"))

        masked = d.pop("masked")

        payee_id = d.pop("payeeId")

        registered_at = datetime.datetime.fromisoformat(d.pop("registeredAt"))

        status = check_payee_status(d.pop("status"))

        account_number = d.pop("accountNumber", UNSET)

        _approved_at = d.pop("approvedAt", UNSET)
        approved_at: datetime.datetime | Unset
        if isinstance(_approved_at, Unset):
            approved_at = UNSET
        else:
            approved_at = datetime.datetime.fromisoformat(_approved_at)

        chosen = d.pop("chosen", UNSET)

        connected_account = d.pop("connectedAccount", UNSET)

        creditor_number = d.pop("creditorNumber", UNSET)

        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at, Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)

        iban = d.pop("iban", UNSET)

        _in_force_from = d.pop("inForceFrom", UNSET)
        in_force_from: datetime.datetime | Unset
        if isinstance(_in_force_from, Unset):
            in_force_from = UNSET
        else:
            in_force_from = datetime.datetime.fromisoformat(_in_force_from)

        reason = d.pop("reason", UNSET)

        registration_number = d.pop("registrationNumber", UNSET)

        _rejected_at = d.pop("rejectedAt", UNSET)
        rejected_at: datetime.datetime | Unset
        if isinstance(_rejected_at, Unset):
            rejected_at = UNSET
        else:
            rejected_at = datetime.datetime.fromisoformat(_rejected_at)

        payee = cls(
            clinic_id=clinic_id,
            kind=kind,
            masked=masked,
            payee_id=payee_id,
            registered_at=registered_at,
            status=status,
            account_number=account_number,
            approved_at=approved_at,
            chosen=chosen,
            connected_account=connected_account,
            creditor_number=creditor_number,
            ended_at=ended_at,
            iban=iban,
            in_force_from=in_force_from,
            reason=reason,
            registration_number=registration_number,
            rejected_at=rejected_at,
        )

        payee.additional_properties = d
        return payee

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
