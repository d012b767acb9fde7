"""A guardian who decided something for a child, in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict


class DecidingGuardianAnswer(TypedDict):
    """The guardian who decided."""

    name: Annotated[
        str | None,
        Field(
            description="The registered name; null for a reader who may not know it, and for staff whose "
            "payer does not insure the guardian.",
            examples=["Anna Holm"],
        ),
    ]
    isYou: Annotated[bool, Field(description="Whether it is the caller.")]
