"""The report of a claim as the OpenAPI document describes it; ``claim_body`` reads it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.coverage.question_shape import (
    Cause,
    ConditionShape,
    EventShape,
    EvidenceShape,
    TreatmentShape,
)
from helsebro_aws.http.fields.ids import DraftIdField, PersonIdField
from helsebro_aws.http.fields.short_text import LongText


class NewClaimShape(TypedDict):
    """A report of a claim.

    A fact that has an `unknownLabel` in the first form may also be `unknown`, whatever its type here.
    """

    draftId: NotRequired[
        Annotated[DraftIdField, Field(description="The draft that it was written in, which is erased.")]
    ]
    personId: NotRequired[PersonIdField]
    cause: Cause
    condition: Annotated[ConditionShape, Field(description="The illness or injury to treat.")]
    treatment: Annotated[TreatmentShape, Field(description="The treatment that is asked for.")]
    evidence: NotRequired[
        Annotated[
            EvidenceShape,
            Field(
                description="What the member knows of papers and payments. What a paper has to prove is "
                "stated until a document is accepted or staff confirm it."
            ),
        ]
    ]
    event: NotRequired[Annotated[EventShape, Field(description="What happened.")]]
    description: Annotated[
        LongText,
        Field(
            description="What happened, in the member's words.",
            examples=["Twisted knee at football"],
        ),
    ]


class SentDraftShape(TypedDict):
    """A draft that is sent as it is kept."""

    draftId: Annotated[DraftIdField, Field(description="The draft; it becomes the claim and is erased.")]


ReportShape = NewClaimShape | SentDraftShape
