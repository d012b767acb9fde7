"""What the authorisation register said about a practitioner, as staff and the clinic read it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.registers.register_check import Difference, RegisterState
from helsebro_aws.http.fields.shown import InstantShown

RegisterStateShown = Annotated[
    RegisterState,
    Field(
        description="`verified`: the register, or the network team, confirms what the clinic states; "
        "`mismatch`: the register has other details; `not-found`: it does not have the number; "
        "`unavailable`: it does not answer, or is not set up; `not-checked`: it was not asked about these "
        "details yet, or the clinic gave no number; `not-needed`: the clinic states no authorisation, or one "
        "that has not begun; `denied`: our network team found that they do not have it, so they count as not "
        "authorised until it is confirmed.",
        examples=["verified"],
    ),
]
DiffersShown = Annotated[
    list[Difference],
    Field(description="What does not agree, of a mismatch; else empty.", examples=[["name"]]),
]


class RegisterAnswer(TypedDict):
    """What the authorisation register said about a practitioner as the clinic describes them now."""

    state: RegisterStateShown
    differs: DiffersShown
    checkedAt: NotRequired[
        Annotated[InstantShown, Field(description="When it said so; absent while it was not asked.")]
    ]


class RegisterDoubtAnswer(TypedDict):
    """What the authorisation register said about a practitioner."""

    state: RegisterStateShown
    differs: DiffersShown
