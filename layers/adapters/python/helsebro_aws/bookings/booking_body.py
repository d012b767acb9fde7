"""The shapes of holds and bookings (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.bookings.change_reason import MemberReason
from helsebro.bookings.series import FEWEST, MOST
from helsebro.ids import SlotId
from helsebro.network.consultation import Service
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


def _at_least_two(slot_ids: tuple[SlotId, ...]) -> tuple[SlotId, ...]:
    # Not ``min_length``: pydantic counts only the items without a fault.
    if len(slot_ids) < FEWEST:
        raise PydanticCustomError("too-few", str(FEWEST))
    return slot_ids


class NewSeriesShape(Body):
    """Slots of one practitioner to book together, and the guarantee that pays."""

    guarantee_id: GuaranteeIdField
    slot_ids: Annotated[
        tuple[SlotIdField, ...],
        AfterValidator(_at_least_two),
        Field(
            max_length=MOST,
            json_schema_extra={"minItems": FEWEST},
            description="The slots, each once, all of one practitioner.",
        ),
    ]


ReasonField = Annotated[
    MemberReason | None,
    Field(description="Why, as far as the member says it. The clinic may read it.", examples=["prevented"]),
]


class CancellationShape(Body):
    """Why a booking is cancelled. The body may be left out."""

    reason: ReasonField = None


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
    reason: ReasonField = None
