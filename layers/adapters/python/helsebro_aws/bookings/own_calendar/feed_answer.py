"""Calendar feeds in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import InstantShown


class CalendarFeedAnswer(TypedDict):
    """A new calendar feed with its private address, which no other answer shows."""

    address: Annotated[
        str,
        Field(
            json_schema_extra={"format": "uri"},
            description="Where a calendar reads the feed. Whoever has it reads the appointments.",
            examples=[
                "https://api.helsebro.example/v1/calendar-feeds/"
                "q1b0rT3mS0Zk9fL7xJ2nV5cW8yD4hG6uE1aO3iP7sKw.ics"
            ],
        ),
    ]
    createdAt: Annotated[InstantShown, Field(description="When the feed was created.")]
