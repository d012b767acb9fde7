"""The shapes of holds and bookings (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.network.service import Service
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import GuaranteeIdField, HoldIdField, SlotIdField


class NewHoldShape(Body):
    """A slot to hold, and the guarantee to hold it for."""

    slot_id: SlotIdField
    guarantee_id: GuaranteeIdField


class NewBookingShape(Body):
    """A slot to book, and the guarantee that pays: no booking is without its guarantee."""

    guarantee_id: GuaranteeIdField
    slot_id: SlotIdField
    hold_id: Annotated[
        HoldIdField | None, Field(description="The hold that this booking uses, if there is one.")
    ] = None
    service: Annotated[Service, Field(description="The kind of session that the slot was published for.")]


class RescheduleShape(Body):
    """The slot to move a booking to."""

    slot_id: SlotIdField
    service: Annotated[
        Service | None,
        Field(
            description="The kind of session; the one of the booking when it is absent.",
            examples=["follow-up"],
        ),
    ] = None
