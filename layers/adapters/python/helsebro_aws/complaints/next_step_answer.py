"""The next steps of a decision in answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.complaints.next_steps import NextStepKind
from helsebro.coverage.asked.asked_fact import PaperType
from helsebro_aws.coverage.trail_answer import FactPath, OutcomeShown, RuleShown
from helsebro_aws.http.fields.ids import ClinicIdField, ExtensionIdField, RefundIdField
from helsebro_aws.http.fields.shown import (
    CountryShown,
    DayShown,
    InstantShown,
    MoneyAnswer,
    PayerContactAnswer,
)


class ComplaintBoardAnswer(TypedDict):
    """Whom to complain to when the payer itself does not change its answer."""

    name: Annotated[str, Field(description="Its name.", examples=["Ankenævnet for Forsikring"])]
    address: Annotated[
        str,
        Field(description="Where it gets letters, on one line.", examples=["Gade 1, 1000 København K"]),
    ]
    page: Annotated[str, Field(description="Its site.", examples=["https://ankeforsikring.dk"])]


class NextStepAnswer(TypedDict):
    """One thing that the member can do."""

    kind: Annotated[NextStepKind, Field(description="What kind of step it is.")]
    text: Annotated[
        str,
        Field(
            description="The step in the caller's language.",
            examples=["Send os en lægehenvisning, så vurderer vi sagen igen."],
        ),
    ]
    coveredFrom: NotRequired[Annotated[DayShown, Field(description="The first day on which it is covered.")]]
    fact: NotRequired[FactPath]
    value: NotRequired[
        Annotated[Any, Field(description="The value of the fact that changes it.", examples=[True])]
    ]
    outcome: NotRequired[OutcomeShown]
    topic: NotRequired[
        Annotated[
            str, Field(description="The part of the public system that can help.", examples=["general"])
        ]
    ]
    country: NotRequired[CountryShown]
    step: NotRequired[
        Annotated[
            Literal["department", "quality", "board"],
            Field(description="The step of a complaint; they are taken in this order."),
        ]
    ]
    lastDay: NotRequired[Annotated[DayShown, Field(description="The last day to complain at this step.")]]
    board: NotRequired[Annotated[ComplaintBoardAnswer, Field(description="The board outside the insurer.")]]
    fileType: NotRequired[Annotated[PaperType, Field(description="The `fileType` of the paper to send.")]]
    facts: NotRequired[
        Annotated[
            list[str],
            Field(
                description="The facts to answer, or to change together, by path.",
                examples=[["condition.arisenOn"]],
            ),
        ]
    ]
    required: NotRequired[
        Annotated[
            bool, Field(description="Whether the review waits for the answers or the paper.", examples=[True])
        ]
    ]
    refundId: NotRequired[Annotated[RefundIdField, Field(description="The refund that the staff ask about.")]]
    extensionId: NotRequired[
        Annotated[ExtensionIdField, Field(description="The extension that the staff ask about.")]
    ]
    dueAt: NotRequired[
        Annotated[InstantShown, Field(description="By when the claim or the refund is decided.")]
    ]
    validUntil: NotRequired[
        Annotated[DayShown, Field(description="The last day on which the guarantee covers a session.")]
    ]
    beginBy: NotRequired[
        Annotated[DayShown, Field(description="The last day on which the treatment has to begin.")]
    ]
    clinicId: NotRequired[ClinicIdField]
    amount: NotRequired[
        Annotated[MoneyAnswer, Field(description="What is paid back, or what another insurer can pay.")]
    ]
    expectedBy: NotRequired[
        Annotated[DayShown, Field(description="By when the money should be there. Absent once it is over.")]
    ]
    rule: NotRequired[RuleShown]
    contact: NotRequired[Annotated[PayerContactAnswer, Field(description="Whom to contact.")]]
