from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_booking_service import NewBookingService, check_new_booking_service
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewBooking")


@_attrs_define
class NewBooking:
    """A slot to book, and the guarantee that pays: no booking is without its guarantee.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        service (NewBookingService): The kind of session that the slot was published for.
        slot_id (str): The id of the slot.
        hold_id (None | str | Unset): The hold that this booking uses, if there is one.
    """

    guarantee_id: str
    service: NewBookingService
    slot_id: str
    hold_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        service: str = self.service

        slot_id = self.slot_id

        hold_id: None | str | Unset
        if isinstance(self.hold_id, Unset):
            hold_id = UNSET
        else:
            hold_id = self.hold_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "service": service,
                "slotId": slot_id,
            }
        )
        if hold_id is not UNSET:
            field_dict["holdId"] = hold_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        service = check_new_booking_service(d.pop("service"))

        slot_id = d.pop("slotId")

        def _parse_hold_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        hold_id = _parse_hold_id(d.pop("holdId", UNSET))

        new_booking = cls(
            guarantee_id=guarantee_id,
            service=service,
            slot_id=slot_id,
            hold_id=hold_id,
        )

        return new_booking
