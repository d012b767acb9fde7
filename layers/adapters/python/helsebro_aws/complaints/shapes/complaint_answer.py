"""Complaints in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.facts.case_fact import FactRole
from helsebro.complaints.complaint import ComplaintStatus, ComplaintStep
from helsebro_aws.claims.urgent.safety_answer import WordsSafety
from helsebro_aws.http.fields.ids import ClaimIdField, ComplaintIdField, DocumentIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, Version
from helsebro_aws.tasks.determination_answer import DeterminationAnswer

StepShown = Annotated[ComplaintStep, Field(description="To whom the member complains.")]
StatusShown = Annotated[
    ComplaintStatus,
    Field(
        description="Where it stands. `upheld`: the denial stands. `overturned`: the case was decided anew."
    ),
]
DueShown = Annotated[
    InstantShown,
    Field(description="By when it is answered. Absent for the board, which takes its own time."),
]


class MadeComplaintAnswer(TypedDict):
    """A complaint that was just made."""

    complaintId: ComplaintIdField
    step: StepShown
    status: StatusShown
    dueAt: NotRequired[DueShown]
    safety: NotRequired[WordsSafety]


class AboutDenialAnswer(TypedDict):
    """The denial that a complaint is about; it stays readable on the case."""

    decidedAt: Annotated[
        InstantShown,
        Field(description="When it was made, as in `decision` or `earlierDecisions` of the claim."),
    ]
    round: Annotated[int, Field(description="The review of the claim that ended with it.", examples=[1])]


class ComplaintAnswer(TypedDict):
    """A complaint about the denial of a claim, and what was answered."""

    complaintId: ComplaintIdField
    claimId: ClaimIdField
    step: StepShown
    status: StatusShown
    madeAt: Annotated[InstantShown, Field(description="When it was made.")]
    sentBy: Annotated[
        FactRole, Field(description="The role of who sent it, such as a caseworker for a letter.")
    ]
    text: Annotated[
        str,
        Field(
            description="What the member wrote.",
            examples=["The injury is new: my doctor's letter says so."],
        ),
    ]
    documentIds: Annotated[
        list[DocumentIdField],
        Field(description="The documents that support it.", examples=[["doc_a2zt5pxlrqsc3dmkow7vyb4g"]]),
    ]
    about: Annotated[AboutDenialAnswer, Field(description="The denial that it is about.")]
    dueAt: NotRequired[DueShown]
    answer: Annotated[DeterminationAnswer | None, Field(description="The answer; null until it is given.")]
    nextStepBy: NotRequired[
        Annotated[
            DayShown,
            Field(description="The last day to take the next step, once this one is answered with no."),
        ]
    ]
    safety: NotRequired[WordsSafety]
    version: Version
