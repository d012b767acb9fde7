from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.session_cancelled_by import SessionCancelledBy, check_session_cancelled_by
from ..models.session_cancelled_reason_type_0 import (
    SessionCancelledReasonType0,
    check_session_cancelled_reason_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="SessionCancelled")


@_attrs_define
class SessionCancelled:
    """The booking that was cancelled, and by whom.

    Attributes:
        booking_id (str): The id of the booking.
        by (SessionCancelledBy | Unset): `client` when the client called the clinic to cancel. Default: 'clinic'.
        reason (None | SessionCancelledReasonType0 | Unset): Why, as far as it is known. `practitioner-absent` is no
            reason of a client: then the clinic cancels.
    """

    booking_id: str
    by: SessionCancelledBy | Unset = "clinic"
    reason: None | SessionCancelledReasonType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        by: str | Unset = UNSET
        if not isinstance(self.by, Unset):
            by = self.by

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        elif isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bookingId": booking_id,
            }
        )
        if by is not UNSET:
            field_dict["by"] = by
        if reason is not UNSET:
            field_dict["reason"] = reason

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

        def _parse_reason(data: object) -> None | SessionCancelledReasonType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_session_cancelled_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SessionCancelledReasonType0 | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        session_cancelled = cls(
            booking_id=booking_id,
            by=by,
            reason=reason,
        )

        return session_cancelled
