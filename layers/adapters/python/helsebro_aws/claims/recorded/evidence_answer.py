"""The evidence of a decision in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.recorded.evidence import Told
from helsebro_aws.http.fields.shown import InstantShown


class DecisionEvidenceAnswer(TypedDict):
    """How staff knew what a member decided who could not log in."""

    how: Annotated[Told, Field(description="Whether the member phoned, or signed a letter.")]
    at: Annotated[InstantShown, Field(description="When the member said or signed it.")]
    textVersion: Annotated[
        str, Field(description="The version of the wording.", examples=["consent-2026-12"])
    ]
    wording: Annotated[
        str,
        Field(
            description="The wording that was read aloud or sent, in the caller's language.",
            examples=["Giver du denne person fuldmagt i sagen?"],
        ),
    ]
    recordedBy: Annotated[
        str,
        Field(
            description="Who recorded it: the health team of the payer. Which of the staff it was, the audit "
            "trail keeps.",
            examples=["staff:tryg:health-team"],
        ),
    ]
