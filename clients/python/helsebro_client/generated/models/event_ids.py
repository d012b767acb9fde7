from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_ids_by import EventIdsBy, check_event_ids_by
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.booking_links import BookingLinks


T = TypeVar("T", bound="EventIds")


@_attrs_define
class EventIds:
    """The ids of what an event is about, and what else the webhook of the same type says.

    Attributes:
        booking_id (str | Unset): The id of the booking.
        booking_ids (list[str] | Unset): The sessions that it pays; empty when it pays none.
        by (EventIdsBy | Unset): How: in crisis help by phone, else by phone or SMS.
        claim_id (str | Unset): The id of the claim.
        clinic_id (str | Unset): The id of the clinic.
        due_at (datetime.datetime | Unset): Until when the client should be contacted.
        extension_id (str | Unset): The id of the extension.
        guarantee_id (str | Unset): The id of the guarantee.
        invoice_id (str | Unset): The id of the invoice.
        links (BookingLinks | Unset): Paths of this API.
        matched_at (datetime.datetime | Unset): When staff matched the client to the clinic. Absent when the guarantee
            was issued for the clinic.
        moved_from (datetime.datetime | Unset): The start that it had before: there the clinic's calendar has it. With
            several moves, that of each event is the start before that move.
        moved_late (bool | Unset): Whether the member moved it after `lateFrom`, and so pays the clinic for the time
            that it had before.
        payable_id (str | Unset): The id of the payable.
        practitioner_id (str | Unset): The id of the practitioner.
        slot_id (str | Unset): The id of the slot.
    """

    booking_id: str | Unset = UNSET
    booking_ids: list[str] | Unset = UNSET
    by: EventIdsBy | Unset = UNSET
    claim_id: str | Unset = UNSET
    clinic_id: str | Unset = UNSET
    due_at: datetime.datetime | Unset = UNSET
    extension_id: str | Unset = UNSET
    guarantee_id: str | Unset = UNSET
    invoice_id: str | Unset = UNSET
    links: BookingLinks | Unset = UNSET
    matched_at: datetime.datetime | Unset = UNSET
    moved_from: datetime.datetime | Unset = UNSET
    moved_late: bool | Unset = UNSET
    payable_id: str | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    slot_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        booking_ids: list[str] | Unset = UNSET
        if not isinstance(self.booking_ids, Unset):
            booking_ids = self.booking_ids

        by: str | Unset = UNSET
        if not isinstance(self.by, Unset):
            by = self.by

        claim_id = self.claim_id

        clinic_id = self.clinic_id

        due_at: str | Unset = UNSET
        if not isinstance(self.due_at, Unset):
            due_at = self.due_at.isoformat()

        extension_id = self.extension_id

        guarantee_id = self.guarantee_id

        invoice_id = self.invoice_id

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        matched_at: str | Unset = UNSET
        if not isinstance(self.matched_at, Unset):
            matched_at = self.matched_at.isoformat()

        moved_from: str | Unset = UNSET
        if not isinstance(self.moved_from, Unset):
            moved_from = self.moved_from.isoformat()

        moved_late = self.moved_late

        payable_id = self.payable_id

        practitioner_id = self.practitioner_id

        slot_id = self.slot_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if booking_ids is not UNSET:
            field_dict["bookingIds"] = booking_ids
        if by is not UNSET:
            field_dict["by"] = by
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if due_at is not UNSET:
            field_dict["dueAt"] = due_at
        if extension_id is not UNSET:
            field_dict["extensionId"] = extension_id
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if links is not UNSET:
            field_dict["links"] = links
        if matched_at is not UNSET:
            field_dict["matchedAt"] = matched_at
        if moved_from is not UNSET:
            field_dict["movedFrom"] = moved_from
        if moved_late is not UNSET:
            field_dict["movedLate"] = moved_late
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if slot_id is not UNSET:
            field_dict["slotId"] = slot_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booking_links import BookingLinks  # noqa: PLC0415

        d = dict(src_dict)
        booking_id = d.pop("bookingId", UNSET)

        booking_ids = cast(list[str], d.pop("bookingIds", UNSET))

        _by = d.pop("by", UNSET)
        by: EventIdsBy | Unset
        if isinstance(_by, Unset):
            by = UNSET
        else:
            by = check_event_ids_by(_by)

        claim_id = d.pop("claimId", UNSET)

        clinic_id = d.pop("clinicId", UNSET)

        _due_at = d.pop("dueAt", UNSET)
        due_at: datetime.datetime | Unset
        if isinstance(_due_at, Unset):
            due_at = UNSET
        else:
            due_at = datetime.datetime.fromisoformat(_due_at)

        extension_id = d.pop("extensionId", UNSET)

        guarantee_id = d.pop("guaranteeId", UNSET)

        invoice_id = d.pop("invoiceId", UNSET)

        _links = d.pop("links", UNSET)
        links: BookingLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = BookingLinks.from_dict(_links)

        _matched_at = d.pop("matchedAt", UNSET)
        matched_at: datetime.datetime | Unset
        if isinstance(_matched_at, Unset):
            matched_at = UNSET
        else:
            matched_at = datetime.datetime.fromisoformat(_matched_at)

        _moved_from = d.pop("movedFrom", UNSET)
        moved_from: datetime.datetime | Unset
        if isinstance(_moved_from, Unset):
            moved_from = UNSET
        else:
            moved_from = datetime.datetime.fromisoformat(_moved_from)

        moved_late = d.pop("movedLate", UNSET)

        payable_id = d.pop("payableId", UNSET)

        practitioner_id = d.pop("practitionerId", UNSET)

        slot_id = d.pop("slotId", UNSET)

        event_ids = cls(
            booking_id=booking_id,
            booking_ids=booking_ids,
            by=by,
            claim_id=claim_id,
            clinic_id=clinic_id,
            due_at=due_at,
            extension_id=extension_id,
            guarantee_id=guarantee_id,
            invoice_id=invoice_id,
            links=links,
            matched_at=matched_at,
            moved_from=moved_from,
            moved_late=moved_late,
            payable_id=payable_id,
            practitioner_id=practitioner_id,
            slot_id=slot_id,
        )

        event_ids.additional_properties = d
        return event_ids

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
