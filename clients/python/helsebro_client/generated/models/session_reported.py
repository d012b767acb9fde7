from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SessionReported")


@_attrs_define
class SessionReported:
    """The booking whose session was held or missed.

    Attributes:
        booking_id (str): The id of the booking.
    """

    booking_id: str

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bookingId": booking_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        session_reported = cls(
            booking_id=booking_id,
        )

        return session_reported
