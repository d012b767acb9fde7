from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.session_corrected_became import (
    SessionCorrectedBecame,
    check_session_corrected_became,
)

T = TypeVar("T", bound="SessionCorrected")


@_attrs_define
class SessionCorrected:
    """The booking whose report was wrong, and what became of its session.

    Attributes:
        became (SessionCorrectedBecame): What became of it after all. Your last correction counts, by its `timestamp`.
        booking_id (str): The id of the booking.
    """

    became: SessionCorrectedBecame
    booking_id: str

    def to_dict(self) -> dict[str, Any]:
        became: str = self.became

        booking_id = self.booking_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "became": became,
                "bookingId": booking_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        became = check_session_corrected_became(d.pop("became"))

        booking_id = d.pop("bookingId")

        session_corrected = cls(
            became=became,
            booking_id=booking_id,
        )

        return session_corrected
