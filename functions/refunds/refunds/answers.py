"""What the routes of refunds answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.refunds.refund import RefundOutcome, RefundStatus
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.coverage.coverage_answer import FlipsShown, MissingFacts, TrailShown
from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.http.fields.ids import ClaimIdField, DocumentIdField, RefundIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer, Version

RefundStatusShown = Annotated[RefundStatus, Field(description="Where the refund stands.")]


class RequestedRefundAnswer(TypedDict):
    """A refund that was just asked for."""

    refundId: RefundIdField
    status: RefundStatusShown


class RefundTreatmentAnswer(TypedDict):
    """A treatment of the member's bill, with the decision once it is made."""

    on: Annotated[DayShown, Field(description="When it was held.")]
    type: TreatmentType
    cost: Annotated[MoneyAnswer, Field(description="What the member paid.")]
    outcome: NotRequired[Annotated[RefundOutcome, Field(description="What was decided. Absent until then.")]]
    approved: NotRequired[
        Annotated[MoneyAnswer, Field(description="What is paid back. Absent until it is decided.")]
    ]
    trail: TrailShown
    missing: MissingFacts
    flips: FlipsShown
    coveredFrom: NotRequired[
        Annotated[DayShown, Field(description="The first day on which waiting alone makes it covered.")]
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(description="What the member can do when it is not paid in full; else empty."),
    ]


class RefundAnswer(TypedDict):
    """A refund of bills that the member has paid. The account is never shown."""

    refundId: RefundIdField
    claimId: ClaimIdField
    documentIds: Annotated[list[DocumentIdField], Field(description="The bills.")]
    treatments: Annotated[list[RefundTreatmentAnswer], Field(description="The treatments of the bills.")]
    status: RefundStatusShown
    receivedAt: Annotated[InstantShown, Field(description="When it was asked for.")]
    version: Version
    question: NotRequired[
        Annotated[
            str,
            Field(
                description="What the staff ask the member. Absent when they ask nothing.",
                examples=["Which treatment is the last line of the bill for?"],
            ),
        ]
    ]
    reason: NotRequired[
        Annotated[
            str,
            Field(
                description="The reason of the decision. Absent without one.",
                examples=["The bill is not legible."],
            ),
        ]
    ]
    decidedAt: NotRequired[
        Annotated[InstantShown, Field(description="When it was decided. Absent until then.")]
    ]
    claimed: Annotated[MoneyAnswer, Field(description="What the member paid in all.")]
    approved: NotRequired[
        Annotated[MoneyAnswer, Field(description="What is paid back in all. Absent until it is decided.")]
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(description="How to complain when the bills are not paid in full; else empty."),
    ]
