from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.slot_offer_service import SlotOfferService, check_slot_offer_service
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address


T = TypeVar("T", bound="SlotOffer")


@_attrs_define
class SlotOffer:
    """A slot that became free and is held for the member.

    Attributes:
        clinic_id (str): The id of the clinic.
        ends_at (datetime.datetime): When the session ends.
        expires_at (datetime.datetime): When it is offered to the next member.
        hold_id (str): The id of the hold.
        late_from (datetime.datetime): The start less the notice window: the member pays the clinic for a session that
            is cancelled or moved later than that, or missed. It may have passed already.
        notice_hours (int): The clinic's notice window now, in hours before the start of a session.
        practitioner_id (str): The id of the practitioner.
        service (SlotOfferService): The kind of session: the first one of a course, a follow-up, or in crisis help the
            debriefing by phone.
        slot_id (str): The id of the slot.
        starts_at (datetime.datetime): When the session starts.
        address (Address | Unset): Where a practitioner treats.
        clinic_name (str | Unset): The clinic's name.
        clinic_phone (str | Unset): The clinic's phone number.
        practitioner_name (str | Unset): Who treats.
    """

    clinic_id: str
    ends_at: datetime.datetime
    expires_at: datetime.datetime
    hold_id: str
    late_from: datetime.datetime
    notice_hours: int
    practitioner_id: str
    service: SlotOfferService
    slot_id: str
    starts_at: datetime.datetime
    address: Address | Unset = UNSET
    clinic_name: str | Unset = UNSET
    clinic_phone: str | Unset = UNSET
    practitioner_name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        ends_at = self.ends_at.isoformat()

        expires_at = self.expires_at.isoformat()

        hold_id = self.hold_id

        late_from = self.late_from.isoformat()

        notice_hours = self.notice_hours

        practitioner_id = self.practitioner_id

        service: str = self.service

        slot_id = self.slot_id

        starts_at = self.starts_at.isoformat()

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        clinic_name = self.clinic_name

        clinic_phone = self.clinic_phone

        practitioner_name = self.practitioner_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "endsAt": ends_at,
                "expiresAt": expires_at,
                "holdId": hold_id,
                "lateFrom": late_from,
                "noticeHours": notice_hours,
                "practitionerId": practitioner_id,
                "service": service,
                "slotId": slot_id,
                "startsAt": starts_at,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if clinic_name is not UNSET:
            field_dict["clinicName"] = clinic_name
        if clinic_phone is not UNSET:
            field_dict["clinicPhone"] = clinic_phone
        if practitioner_name is not UNSET:
            field_dict["practitionerName"] = practitioner_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415

        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        hold_id = d.pop("holdId")

        late_from = datetime.datetime.fromisoformat(d.pop("lateFrom"))

        notice_hours = d.pop("noticeHours")

        practitioner_id = d.pop("practitionerId")

        service = check_slot_offer_service(d.pop("service"))

        slot_id = d.pop("slotId")

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        _address = d.pop("address", UNSET)
        address: Address | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = Address.from_dict(_address)

        clinic_name = d.pop("clinicName", UNSET)

        clinic_phone = d.pop("clinicPhone", UNSET)

        practitioner_name = d.pop("practitionerName", UNSET)

        slot_offer = cls(
            clinic_id=clinic_id,
            ends_at=ends_at,
            expires_at=expires_at,
            hold_id=hold_id,
            late_from=late_from,
            notice_hours=notice_hours,
            practitioner_id=practitioner_id,
            service=service,
            slot_id=slot_id,
            starts_at=starts_at,
            address=address,
            clinic_name=clinic_name,
            clinic_phone=clinic_phone,
            practitioner_name=practitioner_name,
        )

        slot_offer.additional_properties = d
        return slot_offer

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
