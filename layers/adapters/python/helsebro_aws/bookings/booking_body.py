"""The shapes of holds and bookings (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from helsebro import ids
from helsebro_aws.http.bodies import Body

SlotIdField = Annotated[ids.SlotId, Field(pattern=r"^slt_", max_length=100)]
GuaranteeIdField = Annotated[ids.GuaranteeId, Field(pattern=r"^gar_", max_length=100)]
HoldId = Annotated[str, Field(pattern=r"^hld_", max_length=100)]
ServiceShape = Literal["first", "follow-up"]


class HoldShape(Body):
    """The body of ``POST /v1/holds``."""

    slot_id: SlotIdField
    guarantee_id: GuaranteeIdField


class BookingShape(Body):
    """The body of ``POST /v1/bookings``: no booking is without its guarantee (F0-16)."""

    guarantee_id: GuaranteeIdField
    slot_id: SlotIdField
    hold_id: HoldId | None = None
    service: ServiceShape


class RescheduleShape(Body):
    """The body of ``POST /v1/bookings/{bookingId}/reschedule``; the service stays unless it is named."""

    slot_id: SlotIdField
    service: ServiceShape | None = None
