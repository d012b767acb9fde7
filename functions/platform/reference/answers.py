"""What the routes of the reference answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict


class ExplainedProblemAnswer(TypedDict):
    """What a code of an error means."""

    type: Annotated[
        str, Field(description="The address of this explanation.", examples=["/problems/slot-taken"])
    ]
    code: Annotated[str, Field(description="The code.", examples=["slot-taken"])]
    title: Annotated[
        str, Field(description="In a few words, in the caller's language.", examples=["Tiden er optaget"])
    ]
    detail: Annotated[
        str,
        Field(
            description="What to do, in the caller's language.",
            examples=["Tiden er lige blevet taget. Vælg en anden."],
        ),
    ]
