"""The account of a member in answers, never in full."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import InstantShown

Masked = Annotated[str, Field(description="The last digits of the account.", examples=["••••6243"])]


class ConfirmedAccountAnswer(TypedDict):
    """An account that the member confirmed."""

    masked: Masked
    confirmedAt: Annotated[InstantShown, Field(description="When the member confirmed it.")]


class MemberAccountAnswer(TypedDict):
    """Where the member is paid by a payer, and was before."""

    payer: Annotated[str, Field(description="The payer.", examples=["tryg"])]
    masked: NotRequired[
        Annotated[
            str,
            Field(
                description="The last digits of the account that counts. Absent without one.",
                examples=["••••6243"],
            ),
        ]
    ]
    confirmedAt: NotRequired[
        Annotated[InstantShown, Field(description="When the member confirmed it. Absent without one.")]
    ]
    earlier: Annotated[
        list[ConfirmedAccountAnswer],
        Field(description="The accounts before it, the latest first, at most 19."),
    ]
