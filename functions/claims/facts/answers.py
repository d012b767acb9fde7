"""What the routes of a claim's facts answer, beside the claim itself."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.claim import ClaimStatus
from helsebro.tasks.determination import DeterminationOutcome
from helsebro_aws.claims.urgent.safety_answer import AcuteSafety
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.coverage.trail_answer import FactPath, OutcomeShown, TrailRowAnswer


class ChangeAnswer(TypedDict):
    """Something that would change the outcome: another value of a fact, a missing fact, or waiting."""

    fact: FactPath
    value: Annotated[
        Any,
        Field(
            description="The value it would need; the first day if waiting helps; null while it is missing.",
            examples=["physiotherapy"],
        ),
    ]
    outcome: Annotated[
        OutcomeShown | None, Field(description="The outcome with that value; null while it is missing.")
    ]
    sentence: Annotated[
        str,
        Field(
            description="The same in a sentence, in the caller's language.",
            examples=[
                "Hvis behandlingen venter til den 28. november 2027, er den dækket, hvis alt andet er "
                "uændret."
            ],
        ),
    ]


class ExplanationAnswer(TypedDict):
    """Why a claim came out as it did, in short."""

    outcome: Annotated[
        DeterminationOutcome | ClaimStatus | Literal["revoked"],
        Field(
            description="What was decided; before that the claim's status. `revoked` when the guarantee of "
            "an approved claim was withdrawn.",
            examples=["denied"],
        ),
    ]
    headline: Annotated[
        str,
        Field(
            description="The outcome in one sentence, in the caller's language.",
            examples=["Vi dækker ikke osteopati."],
        ),
    ]
    reason: NotRequired[
        Annotated[
            str,
            Field(
                description="What the staff wrote, if anything; of a withdrawn guarantee, why.",
                examples=["See clause 8.3.2."],
            ),
        ]
    ]
    because: Annotated[
        list[TrailRowAnswer],
        Field(description="The two or three rules that decided, the strongest first; empty before that."),
    ]
    wouldChange: Annotated[
        list[ChangeAnswer], Field(description="What would change the outcome. Empty unless it was denied.")
    ]
    nextSteps: Annotated[
        list[NextStepAnswer], Field(description="What the member can do now. Empty when the claim is closed.")
    ]
    safety: NotRequired[AcuteSafety]
