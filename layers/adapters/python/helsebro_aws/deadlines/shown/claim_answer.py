"""A claim as the routes of claims answer it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, JsonValue
from typing_extensions import TypedDict

from helsebro.claims.facts.case_fact import FactRole
from helsebro.coverage.asked.asked_fact import AskedOf
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import DeadlineState
from helsebro.money import Currency
from helsebro_aws.claims.claim_answer import ClaimStatusShown, Missing
from helsebro_aws.claims.urgent.safety_answer import AcuteSafety
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.coverage import question_shape
from helsebro_aws.coverage.form_field_answer import FormFieldAnswer
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.coverage.trail_answer import FactPath
from helsebro_aws.http.fields.ids import ClaimIdField, DocumentIdField, PersonIdField
from helsebro_aws.http.fields.shown import InstantShown, PersonNameForStaff, Version
from helsebro_aws.tasks.determination_answer import DeterminationAnswer

KINDS: list[JsonValue] = [row.kind for row in CLOCKS.values() if row.shown]


class DeadlineAnswer(TypedDict):
    """A clock of a claim, and where it stands. An expiry is shown while it lies ahead."""

    kind: Annotated[str, Field(description="What it is for.", json_schema_extra={"enum": KINDS})]
    title: Annotated[str, Field(description="The same in the caller's language.", examples=["Første svar"])]
    dueAt: Annotated[InstantShown, Field(description="When it is due; later while the clock is paused.")]
    state: Annotated[DeadlineState, Field(description="Its state.")]


class CaseFactAnswer(FormFieldAnswer):
    """A fact of the case: stated, confirmed, or asked for."""

    path: FactPath
    value: Annotated[
        Any,
        Field(
            description="The value; null while it is asked for, unless what was sent is not enough. "
            "`unknown` when the member does not know it.",
            examples=[True],
        ),
    ]
    state: Annotated[
        Literal["stated", "confirmed", "asked"],
        Field(description="`confirmed` by staff or with the approval. `asked`: someone should answer."),
    ]
    askedOf: Annotated[AskedOf, Field(description="Who can know it.")]
    required: Annotated[
        bool,
        Field(description="Whether the review waits for the member's answer, or for its paper."),
    ]
    currency: NotRequired[
        Annotated[Currency, Field(description="The currency of an amount.", examples=["DKK"])]
    ]
    statedAt: NotRequired[Annotated[InstantShown, Field(description="When it was stated.")]]
    statedBy: NotRequired[Annotated[FactRole, Field(description="The role of who stated it.")]]
    confirmedAt: NotRequired[Annotated[InstantShown, Field(description="When it was confirmed.")]]
    confirmedBy: NotRequired[
        Annotated[str, Field(description="The role that confirmed it.", examples=["caseworker"])]
    ]
    documentId: NotRequired[Annotated[DocumentIdField, Field(description="The document that proves it.")]]
    confirmedValue: NotRequired[
        Annotated[
            Any,
            Field(
                description="The value that was confirmed, or proved by a document, before this one was "
                "stated. It counts until this one is confirmed or proved. Absent otherwise.",
                examples=[["RAB"]],
            ),
        ]
    ]


class ReplyAnswer(TypedDict):
    """What the member answered to a question of the staff, in words, by facts or by a paper."""

    question: Annotated[
        str,
        Field(
            description="The question; of one that asked for facts only, the questions of the facts.",
            examples=["Which knee?"],
        ),
    ]
    text: Annotated[
        str, Field(description="The answer; empty when facts or a paper answer.", examples=["The left knee."])
    ]
    documentId: NotRequired[
        Annotated[DocumentIdField, Field(description="The paper that answers, if one does.")]
    ]
    at: Annotated[InstantShown, Field(description="When it was answered.")]
    by: Annotated[FactRole, Field(description="The role of who answered.")]


class ClarificationAnswer(TypedDict):
    """The question that the staff asked the member."""

    question: Annotated[str | None, Field(description="The question.", examples=["Which knee?"])]
    facts: Annotated[
        list[str],
        Field(description="The facts that are asked for, by path.", examples=[["condition.arisenOn"]]),
    ]
    decidedAt: Annotated[InstantShown, Field(description="When it was asked.")]


class TriageAnswer(TypedDict):
    """The staff assess the case again, because the clinic referred the client on."""

    since: Annotated[InstantShown, Field(description="Since when.")]
    dueAt: Annotated[InstantShown, Field(description="By when the member hears from the staff.")]


class DelayAnswer(TypedDict):
    """Why the claim does not go on by itself."""

    since: Annotated[InstantShown, Field(description="Since when.")]
    text: Annotated[
        str,
        Field(
            description="What the member reads, in the caller's language.",
            examples=[
                "Vi kunne ikke gøre sagen færdig automatisk. En sagsbehandler ser på den, og du behøver ikke "
                "gøre noget."
            ],
        ),
    ]


class ClaimAnswer(TypedDict):
    """A claim: what was reported, what is missing, its deadlines, and the decision once it is made."""

    claimId: ClaimIdField
    personId: PersonIdField
    personName: NotRequired[PersonNameForStaff]
    policyNumber: Annotated[str, Field(description="The policy's number.", examples=["TRYG-2026-1"])]
    product: ProductShown
    status: ClaimStatusShown
    reportedAt: Annotated[InstantShown, Field(description="When it was reported.")]
    reportedBy: Annotated[
        FactRole, Field(description="The role of who reported it, such as a caseworker on the phone.")
    ]
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
    documentsNeeded: Annotated[
        list[str],
        Field(
            description="The `fileType` of the documents that the claim asks for. It waits for them while "
            "`missing` holds `documents`.",
            examples=[["referral"]],
        ),
    ]
    facts: Annotated[
        list[CaseFactAnswer],
        Field(description="Its facts; in a list of claims, those that are asked for only."),
    ]
    replies: Annotated[
        list[ReplyAnswer], Field(description="The member's answers to the staff, the first one first.")
    ]
    deadlines: Annotated[
        list[DeadlineAnswer],
        Field(description="Its deadlines, the first due first; in a list, that of the first answer only."),
    ]
    decision: Annotated[DeterminationAnswer | None, Field(description="The decision; null until it is made.")]
    earlierDecisions: Annotated[
        list[DeterminationAnswer],
        Field(description="The denials that new facts or papers have reopened, oldest first; else empty."),
    ]
    clarification: Annotated[
        ClarificationAnswer | None,
        Field(
            description="An open question to the member, else null. Without `facts` it is answered in words, "
            "or by the next accepted document of the claim that is not a bill (`fileType` `invoice`). With "
            "`facts` it is open until each of them is answered. Then the claim is in review again."
        ),
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(
            description="What the member can do after a denial, and what happens while the staff assess an "
            "approved case again (`triage`); else empty."
        ),
    ]
    delay: Annotated[DelayAnswer | None, Field(description="Why it does not go on by itself; usually null.")]
    triage: Annotated[
        TriageAnswer | None,
        Field(
            description="Set while the staff assess an approved case again, because the clinic referred the "
            "client on; else null. The guarantee stays as it is."
        ),
    ]
    safety: NotRequired[AcuteSafety]
    version: Version
