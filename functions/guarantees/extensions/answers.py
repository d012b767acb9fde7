"""What the routes of extensions answer."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.facts.case_fact import FactRole
from helsebro.guarantees.extension import ExtensionStatus
from helsebro_aws.claims.urgent.safety_answer import WordsSafety
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.deadlines.shown.claim_answer import ReplyAnswer as ReplyAnswer
from helsebro_aws.http.fields.ids import (
    ClaimIdField,
    ClinicIdField,
    DocumentIdField,
    ExtensionIdField,
    GuaranteeIdField,
)
from helsebro_aws.http.fields.shown import InstantShown, Version
from helsebro_aws.tasks.determination_answer import DeterminationAnswer

ExtensionStatusShown = Annotated[ExtensionStatus, Field(description="Where the extension stands.")]


class RequestedExtensionAnswer(TypedDict):
    """An extension that was just asked for."""

    extensionId: ExtensionIdField
    status: ExtensionStatusShown
    safety: NotRequired[WordsSafety]


class ExtensionAnswer(TypedDict):
    """More sessions or more time under a guarantee, as asked for, and what was decided."""

    extensionId: ExtensionIdField
    claimId: ClaimIdField
    guaranteeId: GuaranteeIdField
    askedBy: Annotated[Literal["member", "clinic"], Field(description="Who asked for it.")]
    sentBy: NotRequired[
        Annotated[
            FactRole,
            Field(description="The role of who sent it, such as a caseworker on the phone; not of a clinic."),
        ]
    ]
    clinicId: NotRequired[
        Annotated[ClinicIdField, Field(description="The clinic that asked; absent when the member did.")]
    ]
    requestedAt: Annotated[InstantShown, Field(description="When it was asked for.")]
    reason: Annotated[
        str,
        Field(
            description="Why, in the words of whoever asked.",
            examples=["The knee still hurts after six sessions."],
        ),
    ]
    achieved: NotRequired[
        Annotated[
            str,
            Field(
                description="What the treatment has achieved so far, in the words of the clinic that asked.",
                examples=["She bends the knee to 110 degrees, and 80 before."],
            ),
        ]
    ]
    sessions: NotRequired[
        Annotated[int, Field(description="How many more sessions were asked for, if named.", examples=[3])]
    ]
    documentIds: Annotated[
        list[DocumentIdField],
        Field(description="The documents that support it.", examples=[["doc_a2zt5pxlrqsc3dmkow7vyb4g"]]),
    ]
    status: ExtensionStatusShown
    question: NotRequired[
        Annotated[
            str,
            Field(
                description="What the caseworker asks the member. Absent once it is answered.",
                examples=["Which knee?"],
            ),
        ]
    ]
    replies: Annotated[
        list[ReplyAnswer],
        Field(description="The member's answers to what the staff asked, the first one first."),
    ]
    decision: Annotated[DeterminationAnswer | None, Field(description="The decision; null until it is made.")]
    toldAt: NotRequired[
        Annotated[
            InstantShown,
            Field(description="When the new guarantee was printed and the clinic notified; absent before."),
        ]
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(description="The open question of the staff, or what the member can do after a denial."),
    ]
    safety: NotRequired[WordsSafety]
    version: Version
