"""What the routes of mandates answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.mandate import Power
from helsebro_aws.http.fields.ids import ClaimIdField, MandateIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown

Powers = Annotated[
    list[Power],
    Field(
        description="What the holder may do. `contact`: read the case and write to us. `act`: also upload, "
        "book and ask for more.",
        examples=[["contact"]],
    ),
]


class GivenMandateAnswer(TypedDict):
    """A mandate that was just given."""

    mandateId: MandateIdField
    claimId: ClaimIdField
    powers: Powers


class HolderAnswer(TypedDict):
    """Who holds a mandate, as the giver wrote it."""

    name: Annotated[str, Field(description="The holder's name.", examples=["Bo Holm"])]
    email: NotRequired[
        Annotated[
            str,
            Field(
                description="The holder's e-mail address; absent when none was given.",
                examples=["bo@example.org"],
            ),
        ]
    ]


class MandateAnswer(TypedDict):
    """A mandate in force in a case."""

    mandateId: MandateIdField
    holder: Annotated[HolderAnswer, Field(description="Who holds it.")]
    hasAccess: Annotated[
        bool, Field(description="Whether the holder was named with a national number, and so can log in.")
    ]
    powers: Powers
    givenAt: Annotated[InstantShown, Field(description="When it was given.")]
    lapsesOn: Annotated[
        DayShown | None,
        Field(description="The first day on which it is no longer in force; null without an end."),
    ]
