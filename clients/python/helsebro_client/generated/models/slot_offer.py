from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.slot_offer_service import SlotOfferService, check_slot_offer_service

T = TypeVar("T", bound="SlotOffer")


@_attrs_define
class SlotOffer:
    """A slot that became free and is held for the member.

    Attributes:
        clinic_id (str): The id of the clinic.
        ends_at (datetime.datetime): When the session ends.
        expires_at (datetime.datetime): When it is offered to the next member.
        hold_id (str): The id of the hold.
        practitioner_id (str): The id of the practitioner.
        service (SlotOfferService): The kind of session: the first one of a course, or a follow-up.
        slot_id (str): The id of the slot.
        starts_at (datetime.datetime): When the session starts.
    """

    clinic_id: str
    ends_at: datetime.datetime
    expires_at: datetime.datetime
    hold_id: str
    practitioner_id: str
    service: SlotOfferService
    slot_id: str
    starts_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        ends_at = self.ends_at.isoformat()

        expires_at = self.expires_at.isoformat()

        hold_id = self.hold_id

        practitioner_id = self.practitioner_id

        service: str = self.service

        slot_id = self.slot_id

        starts_at = self.starts_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "endsAt": ends_at,
                "expiresAt": expires_at,
                "holdId": hold_id,
                "practitionerId": practitioner_id,
                "service": service,
                "slotId": slot_id,
                "startsAt": starts_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        ends_at = datetime.datetime.fromisoformat(d.pop("endsAt"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        hold_id = d.pop("holdId")

        practitioner_id = d.pop("practitionerId")

        service = check_slot_offer_service(d.pop("service"))

        slot_id = d.pop("slotId")

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        slot_offer = cls(
            clinic_id=clinic_id,
            ends_at=ends_at,
            expires_at=expires_at,
            hold_id=hold_id,
            practitioner_id=practitioner_id,
            service=service,
            slot_id=slot_id,
            starts_at=starts_at,
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
