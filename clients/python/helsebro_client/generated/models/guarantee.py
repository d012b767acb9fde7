from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.guarantee_status import GuaranteeStatus, check_guarantee_status
from ..models.guarantee_treatment import GuaranteeTreatment, check_guarantee_treatment
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.agreed_fee import AgreedFee
    from ..models.invoice_address import InvoiceAddress
    from ..models.money import Money
    from ..models.payer_contact import PayerContact


T = TypeVar("T", bound="Guarantee")


@_attrs_define
class Guarantee:
    """A payer's promise to a clinic to pay a number of sessions of a treatment, in a period.

    Attributes:
        case_reference (str): The case reference, which identifies the guarantee and no person.
        clinic_id (None | str): The clinic it is for; null until the first booking chooses one.
        contact (PayerContact): How to reach the payer.
        fees (list[AgreedFee]): The prices that differ by kind of session; may be empty.
        guarantee_id (str): The id of the guarantee.
        invoice_to (InvoiceAddress): Where the clinic sends the invoice: the payer's electronic address.
        number (str): Its number, for people and invoices.
        payer (str): The short name of the payer.
        practitioner_id (None | str): The practitioner it is for; null until the first booking chooses one.
        sessions_booked (int): How many of them are booked or held.
        sessions_granted (int): How many sessions the payer promises to pay.
        sessions_used (int): How many of them are held.
        status (GuaranteeStatus): `used` when no session is left, `expired` after its last day, `revoked` by staff.
        treatment (GuaranteeTreatment): The kind of treatment.
        valid_from (datetime.date): The first day on which a session is covered.
        valid_until (datetime.date): The last day on which a session is covered, in the country of the case.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        extended_at (datetime.datetime | Unset): When it last got more sessions or time; absent if never.
        fee (Money | Unset): An amount of 0 or more, with at most two decimals.
        issued_at (datetime.datetime | Unset): When it was issued.
        revocation_reason (str | Unset): Why it was revoked; absent otherwise, and for a clinic's system.
        revoked_on (datetime.date | Unset): The last day covered by a revoked guarantee; else absent.
    """

    case_reference: str
    clinic_id: None | str
    contact: PayerContact
    fees: list[AgreedFee]
    guarantee_id: str
    invoice_to: InvoiceAddress
    number: str
    payer: str
    practitioner_id: None | str
    sessions_booked: int
    sessions_granted: int
    sessions_used: int
    status: GuaranteeStatus
    treatment: GuaranteeTreatment
    valid_from: datetime.date
    valid_until: datetime.date
    version: int
    extended_at: datetime.datetime | Unset = UNSET
    fee: Money | Unset = UNSET
    issued_at: datetime.datetime | Unset = UNSET
    revocation_reason: str | Unset = UNSET
    revoked_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case_reference = self.case_reference

        clinic_id: None | str
        clinic_id = self.clinic_id

        contact = self.contact.to_dict()

        fees = []
        for fees_item_data in self.fees:
            fees_item = fees_item_data.to_dict()
            fees.append(fees_item)

        guarantee_id = self.guarantee_id

        invoice_to = self.invoice_to.to_dict()

        number = self.number

        payer = self.payer

        practitioner_id: None | str
        practitioner_id = self.practitioner_id

        sessions_booked = self.sessions_booked

        sessions_granted = self.sessions_granted

        sessions_used = self.sessions_used

        status: str = self.status

        treatment: str = self.treatment

        valid_from = self.valid_from.isoformat()

        valid_until = self.valid_until.isoformat()

        version = self.version

        extended_at: str | Unset = UNSET
        if not isinstance(self.extended_at, Unset):
            extended_at = self.extended_at.isoformat()

        fee: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fee, Unset):
            fee = self.fee.to_dict()

        issued_at: str | Unset = UNSET
        if not isinstance(self.issued_at, Unset):
            issued_at = self.issued_at.isoformat()

        revocation_reason = self.revocation_reason

        revoked_on: str | Unset = UNSET
        if not isinstance(self.revoked_on, Unset):
            revoked_on = self.revoked_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caseReference": case_reference,
                "clinicId": clinic_id,
                "contact": contact,
                "fees": fees,
                "guaranteeId": guarantee_id,
                "invoiceTo": invoice_to,
                "number": number,
                "payer": payer,
                "practitionerId": practitioner_id,
                "sessionsBooked": sessions_booked,
                "sessionsGranted": sessions_granted,
                "sessionsUsed": sessions_used,
                "status": status,
                "treatment": treatment,
                "validFrom": valid_from,
                "validUntil": valid_until,
                "version": version,
            }
        )
        if extended_at is not UNSET:
            field_dict["extendedAt"] = extended_at
        if fee is not UNSET:
            field_dict["fee"] = fee
        if issued_at is not UNSET:
            field_dict["issuedAt"] = issued_at
        if revocation_reason is not UNSET:
            field_dict["revocationReason"] = revocation_reason
        if revoked_on is not UNSET:
            field_dict["revokedOn"] = revoked_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agreed_fee import AgreedFee  # noqa: PLC0415
        from ..models.invoice_address import InvoiceAddress  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.payer_contact import PayerContact  # noqa: PLC0415

        d = dict(src_dict)
        case_reference = d.pop("caseReference")

        def _parse_clinic_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        clinic_id = _parse_clinic_id(d.pop("clinicId"))

        contact = PayerContact.from_dict(d.pop("contact"))

        fees = []
        _fees = d.pop("fees")
        for fees_item_data in _fees:
            fees_item = AgreedFee.from_dict(fees_item_data)

            fees.append(fees_item)

        guarantee_id = d.pop("guaranteeId")

        invoice_to = InvoiceAddress.from_dict(d.pop("invoiceTo"))

        number = d.pop("number")

        payer = d.pop("payer")

        def _parse_practitioner_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        practitioner_id = _parse_practitioner_id(d.pop("practitionerId"))

        sessions_booked = d.pop("sessionsBooked")

        sessions_granted = d.pop("sessionsGranted")

        sessions_used = d.pop("sessionsUsed")

        status = check_guarantee_status(d.pop("status"))

        treatment = check_guarantee_treatment(d.pop("treatment"))

        valid_from = datetime.date.fromisoformat(d.pop("validFrom"))

        valid_until = datetime.date.fromisoformat(d.pop("validUntil"))

        version = d.pop("version")

        _extended_at = d.pop("extendedAt", UNSET)
        extended_at: datetime.datetime | Unset
        if isinstance(_extended_at, Unset):
            extended_at = UNSET
        else:
            extended_at = datetime.datetime.fromisoformat(_extended_at)

        _fee = d.pop("fee", UNSET)
        fee: Money | Unset
        if isinstance(_fee, Unset):
            fee = UNSET
        else:
            fee = Money.from_dict(_fee)

        _issued_at = d.pop("issuedAt", UNSET)
        issued_at: datetime.datetime | Unset
        if isinstance(_issued_at, Unset):
            issued_at = UNSET
        else:
            issued_at = datetime.datetime.fromisoformat(_issued_at)

        revocation_reason = d.pop("revocationReason", UNSET)

        _revoked_on = d.pop("revokedOn", UNSET)
        revoked_on: datetime.date | Unset
        if isinstance(_revoked_on, Unset):
            revoked_on = UNSET
        else:
            revoked_on = datetime.date.fromisoformat(_revoked_on)

        guarantee = cls(
            case_reference=case_reference,
            clinic_id=clinic_id,
            contact=contact,
            fees=fees,
            guarantee_id=guarantee_id,
            invoice_to=invoice_to,
            number=number,
            payer=payer,
            practitioner_id=practitioner_id,
            sessions_booked=sessions_booked,
            sessions_granted=sessions_granted,
            sessions_used=sessions_used,
            status=status,
            treatment=treatment,
            valid_from=valid_from,
            valid_until=valid_until,
            version=version,
            extended_at=extended_at,
            fee=fee,
            issued_at=issued_at,
            revocation_reason=revocation_reason,
            revoked_on=revoked_on,
        )

        guarantee.additional_properties = d
        return guarantee

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
