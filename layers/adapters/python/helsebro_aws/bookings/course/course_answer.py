"""The course so far in the task about an extension."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import DayShown


class CourseSoFarAnswer(TypedDict):
    """The sessions under a guarantee until now, and what is left of it."""

    held: Annotated[list[DayShown], Field(description="The days of the sessions that were held.")]
    missed: Annotated[list[DayShown], Field(description="The days of those that the client missed.")]
    booked: Annotated[list[DayShown], Field(description="The days of those that are booked.")]
    sessionsGranted: Annotated[int, Field(ge=0, description="How many were granted.", examples=[6])]
    sessionsLeft: Annotated[int, Field(ge=0, description="How many of them were not held yet.", examples=[1])]
    validUntil: Annotated[DayShown, Field(description="The last day of the guarantee.")]
