from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.booked_guarantee_status import (
    BookedGuaranteeStatus,
    check_booked_guarantee_status,
)
from ..models.booked_guarantee_treatment import (
    BookedGuaranteeTreatment,
    check_booked_guarantee_treatment,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="BookedGuarantee")


@_attrs_define
class BookedGuarantee:
    """The guarantee that pays for the session; its status is that of the session's day.

    Attributes:
        case_reference (str): The case reference, which identifies the guarantee and no person.
        guarantee_id (str): The id of the guarantee.
        number (str): Its number, for people and invoices.
        sessions_booked (int): How many of them are booked or held.
        sessions_granted (int): How many sessions the payer promises to pay.
        sessions_used (int): How many of them are held.
        status (BookedGuaranteeStatus): `used` when no session is left, `expired` after its last day, `revoked` by
            staff.
        treatment (BookedGuaranteeTreatment): The kind of treatment.
        valid_from (datetime.date): The first day on which a session is covered.
        valid_until (datetime.date): The last day on which a session is covered, in the country of the case.
        fee (Money | Unset): An amount of 0 or more, with at most two decimals.
    """

    case_reference: str
    guarantee_id: str
    number: str
    sessions_booked: int
    sessions_granted: int
    sessions_used: int
    status: BookedGuaranteeStatus
    treatment: BookedGuaranteeTreatment
    valid_from: datetime.date
    valid_until: datetime.date
    fee: Money | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case_reference = self.case_reference

        guarantee_id = self.guarantee_id

        number = self.number

        sessions_booked = self.sessions_booked

        sessions_granted = self.sessions_granted

        sessions_used = self.sessions_used

        status: str = self.status

        treatment: str = self.treatment

        valid_from = self.valid_from.isoformat()

        valid_until = self.valid_until.isoformat()

        fee: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fee, Unset):
            fee = self.fee.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caseReference": case_reference,
                "guaranteeId": guarantee_id,
                "number": number,
                "sessionsBooked": sessions_booked,
                "sessionsGranted": sessions_granted,
                "sessionsUsed": sessions_used,
                "status": status,
                "treatment": treatment,
                "validFrom": valid_from,
                "validUntil": valid_until,
            }
        )
        if fee is not UNSET:
            field_dict["fee"] = fee

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        case_reference = d.pop("caseReference")

        guarantee_id = d.pop("guaranteeId")

        number = d.pop("number")

        sessions_booked = d.pop("sessionsBooked")

        sessions_granted = d.pop("sessionsGranted")

        sessions_used = d.pop("sessionsUsed")

        status = check_booked_guarantee_status(d.pop("status"))

        treatment = check_booked_guarantee_treatment(d.pop("treatment"))

        valid_from = datetime.date.fromisoformat(d.pop("validFrom"))

        valid_until = datetime.date.fromisoformat(d.pop("validUntil"))

        _fee = d.pop("fee", UNSET)
        fee: Money | Unset
        if isinstance(_fee, Unset):
            fee = UNSET
        else:
            fee = Money.from_dict(_fee)

        booked_guarantee = cls(
            case_reference=case_reference,
            guarantee_id=guarantee_id,
            number=number,
            sessions_booked=sessions_booked,
            sessions_granted=sessions_granted,
            sessions_used=sessions_used,
            status=status,
            treatment=treatment,
            valid_from=valid_from,
            valid_until=valid_until,
            fee=fee,
        )

        booked_guarantee.additional_properties = d
        return booked_guarantee

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
