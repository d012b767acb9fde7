from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ClientReferredOn")


@_attrs_define
class ClientReferredOn:
    """The client of a booking or of a guarantee, and where the clinic referred them to.

    Attributes:
        booking_id (None | str | Unset): The id of the booking. Name it or the guarantee.
        guarantee_id (None | str | Unset): The id of the guarantee. With both, the guarantee counts.
        to (str | Unset): Where the client was referred to. Default: 'elsewhere'.
    """

    booking_id: None | str | Unset = UNSET
    guarantee_id: None | str | Unset = UNSET
    to: str | Unset = "elsewhere"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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

        to = self.to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        to = d.pop("to", UNSET)

        client_referred_on = cls(
            booking_id=booking_id,
            guarantee_id=guarantee_id,
            to=to,
        )

        client_referred_on.additional_properties = d
        return client_referred_on

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
