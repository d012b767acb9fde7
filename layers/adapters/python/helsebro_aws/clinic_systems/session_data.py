"""The data of events about a booked session: it was held, missed or cancelled, or its report was wrong."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from helsebro.bookings.change_reason import ChangeReason, may_be_the_members
from helsebro_aws.clinic_systems.event_data import EventData, NamedBooking


class SessionReported(EventData):
    """The booking whose session was held or missed."""

    booking_id: NamedBooking


class SessionCorrected(EventData):
    """The booking whose report was wrong, and what became of its session."""

    booking_id: NamedBooking
    became: Annotated[
        Literal["held", "missed"],
        Field(description="What became of it after all. Your last correction counts, by its `timestamp`."),
    ]


class SessionCancelled(EventData):
    """The booking that was cancelled, and by whom."""

    booking_id: NamedBooking
    by: Annotated[
        Literal["clinic", "client"],
        Field(description="`client` when the client called the clinic to cancel."),
    ] = "clinic"
    reason: Annotated[
        ChangeReason | None,
        Field(
            description="Why, as far as it is known. `practitioner-absent` is no reason of a client: then "
            "the clinic cancels.",
            examples=["illness"],
        ),
    ] = None

    @field_validator("reason")
    @classmethod
    def _fits(cls, reason: ChangeReason | None, info: ValidationInfo) -> ChangeReason | None:
        if info.data.get("by") == "client" and not may_be_the_members(reason):
            raise PydanticCustomError("not-a-clients-reason", "")
        return reason
