"""What the routes of replays answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.coverage.product_shown import A_PRODUCT
from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.coverage.trail_answer import OutcomeShown
from helsebro_aws.http.fields.ids import (
    ClaimIdField,
    ExtensionIdField,
    GuaranteeIdField,
    PersonIdField,
    RefundIdField,
)
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer


class DecisionResultAnswer(TypedDict):
    """The outcome of a decision, and what it grants as far as that is known."""

    outcome: OutcomeShown
    payable: Annotated[MoneyAnswer | None, Field(description="What the payer pays in all, if known.")]
    sessions: Annotated[int | None, Field(description="How many sessions, if known.", examples=[3])]
    hours: Annotated[float | None, Field(description="How many hours, if known.", examples=[2])]
    atMost: Annotated[
        MoneyAnswer | None,
        Field(description="The most that is paid a session; null when the amount is known."),
    ]


# ``from`` is a word of Python, so this is no class.
ReplayedDecisionAnswer = TypedDict(
    "ReplayedDecisionAnswer",
    {
        "decisionId": Annotated[
            str,
            Field(
                description="The id of the decision.",
                examples=["dec_a2zt5pxlrqsc3dmkow7vyb4g"],
            ),
        ],
        "claimId": ClaimIdField,
        "refundId": NotRequired[RefundIdField],
        "extensionId": NotRequired[ExtensionIdField],
        "guaranteeId": NotRequired[GuaranteeIdField],
        "personId": NotRequired[
            Annotated[
                PersonIdField,
                Field(description="The id of the person. Absent for staff who may not read cases."),
            ]
        ],
        "treatment": NotRequired[
            Annotated[
                TreatmentType, Field(description="The treatment. Absent for staff who may not read cases.")
            ]
        ],
        "decidedAt": Annotated[InstantShown, Field(description="When it was decided.")],
        "asOf": Annotated[DayShown, Field(description="The day for which it was decided.")],
        "product": Annotated[
            str | None,
            Field(
                description="The terms under which it was decided; null without a policy.",
                examples=[A_PRODUCT],
            ),
        ],
        "from": Annotated[DecisionResultAnswer, Field(description="The decision as it was made.")],
        "to": Annotated[DecisionResultAnswer, Field(description="The decision as it would be made now.")],
        "rules": Annotated[
            list[str],
            Field(description="The rules that differ, in the order of the terms.", examples=[["R-832"]]),
        ],
    },
)
ReplayedDecisionAnswer.__doc__ = "A decision that other terms or parameters would change."


class ReplayedDecisionsAnswer(TypedDict):
    """A page of decisions that were decided again."""

    decisions: Annotated[
        int, Field(ge=0, description="How many decisions the page has, changed or not.", examples=[1000])
    ]
    changed: Annotated[list[ReplayedDecisionAnswer], Field(description="Those that would change.")]
    nextCursor: Annotated[
        str | None,
        Field(description="The cursor of the next page; null on the last.", examples=["eyJwayI6InRyeWcifQ"]),
    ]
