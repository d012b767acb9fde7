"""What the routes of claims answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field, JsonValue
from typing_extensions import TypedDict

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import DeadlineState
from helsebro_aws.claims.claim_answer import ClaimStatusShown, Missing
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.coverage import question_shape
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.http.fields.ids import ClaimIdField, PersonIdField
from helsebro_aws.http.fields.shown import InstantShown, Version
from helsebro_aws.tasks.determination_answer import DeterminationAnswer

KINDS: list[JsonValue] = [row.kind for row in CLOCKS.values() if row.shown]


class ReportedClaimAnswer(TypedDict):
    """A claim that was just reported."""

    claimId: ClaimIdField
    status: ClaimStatusShown
    missing: Missing
    version: Version


class DeadlineAnswer(TypedDict):
    """A clock of a claim, and where it stands. An expiry is shown while it lies ahead."""

    kind: Annotated[str, Field(description="What it is for.", json_schema_extra={"enum": KINDS})]
    title: Annotated[
        str, Field(description="The same in the caller's language.", examples=["Contact by the clinic"])
    ]
    dueAt: Annotated[InstantShown, Field(description="When it is due; later while the clock is paused.")]
    state: Annotated[DeadlineState, Field(description="Its state.")]


class ClarificationAnswer(TypedDict):
    """The question that the staff asked the member."""

    question: Annotated[str | None, Field(description="The question.", examples=["Which knee?"])]
    decidedAt: Annotated[InstantShown, Field(description="When it was asked.")]


class DelayAnswer(TypedDict):
    """Why the claim does not go on by itself."""

    since: Annotated[InstantShown, Field(description="Since when.")]
    text: Annotated[
        str,
        Field(
            description="What the member reads, in the caller's language.",
            examples=["Vi ser på din sag."],
        ),
    ]


class ClaimAnswer(TypedDict):
    """A claim: what was reported, what is missing, its deadlines, and the decision once it is made."""

    claimId: ClaimIdField
    personId: PersonIdField
    policyNumber: Annotated[str, Field(description="The policy's number.", examples=["TRYG-2026-1"])]
    product: ProductShown
    status: ClaimStatusShown
    reportedAt: Annotated[InstantShown, Field(description="When it was reported.")]
    cause: question_shape.Cause
    condition: NotRequired[
        Annotated[question_shape.ConditionShape, Field(description="The illness or injury to treat.")]
    ]
    treatment: Annotated[question_shape.TreatmentShape, Field(description="The treatment that is asked for.")]
    event: NotRequired[Annotated[question_shape.EventShape, Field(description="What happened.")]]
    description: Annotated[
        str, Field(description="What the member wrote.", examples=["Twisted knee at football"])
    ]
    missing: Missing
    deadlines: Annotated[
        list[DeadlineAnswer],
        Field(description="Its deadlines, the first due first; in a list, that of the first answer only."),
    ]
    decision: Annotated[DeterminationAnswer | None, Field(description="The decision; null until it is made.")]
    clarification: Annotated[
        ClarificationAnswer | None,
        Field(
            description="An open question to the member, else null. The next accepted document of the claim "
            "that is not a bill (`fileType` `invoice`) answers it: the claim is in review again."
        ),
    ]
    nextSteps: Annotated[
        list[NextStepAnswer], Field(description="What the member can do after a denial; else empty.")
    ]
    delay: Annotated[DelayAnswer | None, Field(description="Why it does not go on by itself; usually null.")]
    version: Version
