"""The shapes of holds and bookings (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from typing import Literal

from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import GuaranteeIdField, HoldIdField, SlotIdField

ServiceShape = Literal["first", "follow-up"]


class HoldShape(Body):
    """The body of ``POST /v1/holds``."""

    slot_id: SlotIdField
    guarantee_id: GuaranteeIdField


class BookingShape(Body):
    """The body of ``POST /v1/bookings``: no booking is without its guarantee (F0-16)."""

    guarantee_id: GuaranteeIdField
    slot_id: SlotIdField
    hold_id: HoldIdField | None = None
    service: ServiceShape


class RescheduleShape(Body):
    """The body of ``POST /v1/bookings/{bookingId}/reschedule``; the service stays unless it is named."""

    slot_id: SlotIdField
    service: ServiceShape | None = None
