from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ClientReferredOn")


@_attrs_define
class ClientReferredOn:
    """The client of a booking or of a guarantee, and where the clinic referred them to.

    Attributes:
        booking_id (None | str | Unset): The id of the booking. Name it or the guarantee.
        guarantee_id (None | str | Unset): The id of the guarantee. With both, the guarantee counts.
        to (None | str | Unset): Where the client was referred to, if known. What a later report says is added.
    """

    booking_id: None | str | Unset = UNSET
    guarantee_id: None | str | Unset = UNSET
    to: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        booking_id: None | str | Unset
        if isinstance(self.booking_id, Unset):
            booking_id = UNSET
        else:
            booking_id = self.booking_id

        guarantee_id: None | str | Unset
        if isinstance(self.guarantee_id, Unset):
            guarantee_id = UNSET
        else:
            guarantee_id = self.guarantee_id

        to: None | str | Unset
        if isinstance(self.to, Unset):
            to = UNSET
        else:
            to = self.to

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if to is not UNSET:
            field_dict["to"] = to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_booking_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        booking_id = _parse_booking_id(d.pop("bookingId", UNSET))

        def _parse_guarantee_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        guarantee_id = _parse_guarantee_id(d.pop("guaranteeId", UNSET))

        def _parse_to(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        to = _parse_to(d.pop("to", UNSET))

        client_referred_on = cls(
            booking_id=booking_id,
            guarantee_id=guarantee_id,
            to=to,
        )

        return client_referred_on
