"""What staff decided on a claim or an extension, in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.tasks.determination import DeterminationOutcome, Reopening
from helsebro_aws.coverage.trail_answer import FlipAnswer, TrailStepAnswer
from helsebro_aws.http.fields.shown import DayShown, InstantShown
from helsebro_aws.tasks.grant_answer import GrantedSessionsAnswer


class DeterminationAnswer(TypedDict):
    """What the payer's staff decided, and why."""

    outcome: Annotated[DeterminationOutcome, Field(description="What was decided.")]
    decidedAt: Annotated[InstantShown, Field(description="When.")]
    by: Annotated[str, Field(description="The role that decided.", examples=["caseworker"])]
    trail: Annotated[list[TrailStepAnswer], Field(description="Every rule that bore on it.")]
    reason: NotRequired[
        Annotated[
            str, Field(description="The reason, or the clause.", examples=["The referral was accepted."])
        ]
    ]
    clause: NotRequired[
        Annotated[str, Field(description="The clause that a denial rests on, as printed.", examples=["6.1"])]
    ]
    reconsideredFor: NotRequired[
        Annotated[
            Reopening,
            Field(
                description="Why it was decided again: `evidence`, new facts or papers; `review`, we checked "
                "our decision; `complaint`. Absent of a first decision."
            ),
        ]
    ]
    question: NotRequired[
        Annotated[str, Field(description="What the member is asked.", examples=["Which knee?"])]
    ]
    grant: NotRequired[Annotated[GrantedSessionsAnswer, Field(description="What is granted.")]]
    missing: NotRequired[
        Annotated[
            list[str], Field(description="The facts that were missing.", examples=[["evidence.referral"]])
        ]
    ]
    flips: NotRequired[
        Annotated[list[FlipAnswer], Field(description="Single facts that would change the outcome.")]
    ]
    coveredFrom: NotRequired[
        Annotated[DayShown, Field(description="The first day on which waiting alone makes it covered.")]
    ]
