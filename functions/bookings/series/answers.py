"""What the route of series answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.bookings.booking_answer import BookingAnswer


class SeriesAnswer(TypedDict):
    """Sessions that were booked together."""

    bookings: Annotated[
        list[BookingAnswer], Field(description="The bookings, in the order in which the slots were named.")
    ]
