from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.session_cancelled_by import SessionCancelledBy, check_session_cancelled_by
from ..types import UNSET, Unset

T = TypeVar("T", bound="SessionCancelled")


@_attrs_define
class SessionCancelled:
    """The booking that was cancelled, and by whom.

    Attributes:
        booking_id (str): The id of the booking.
        by (SessionCancelledBy | Unset): `client` when the client called the clinic to cancel. Default: 'clinic'.
    """

    booking_id: str
    by: SessionCancelledBy | Unset = "clinic"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        by: str | Unset = UNSET
        if not isinstance(self.by, Unset):
            by = self.by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingId": booking_id,
            }
        )
        if by is not UNSET:
            field_dict["by"] = by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        _by = d.pop("by", UNSET)
        by: SessionCancelledBy | Unset
        if isinstance(_by, Unset):
            by = UNSET
        else:
            by = check_session_cancelled_by(_by)

        session_cancelled = cls(
            booking_id=booking_id,
            by=by,
        )

        session_cancelled.additional_properties = d
        return session_cancelled

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
