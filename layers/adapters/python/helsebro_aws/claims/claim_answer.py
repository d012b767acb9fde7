"""Parts of a claim that several answers show."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.claims.claim import ClaimStatus
from helsebro.claims.missing_parts import MissingPart

ClaimStatusShown = Annotated[ClaimStatus, Field(description="Where the claim stands.")]
Missing = Annotated[
    list[MissingPart],
    Field(description="What the member still has to give.", examples=[["consent"]]),
]
