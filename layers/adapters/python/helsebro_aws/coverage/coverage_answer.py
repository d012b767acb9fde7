"""What the engine answers to a question of cover."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.coverage.product_shown import A_PRODUCT
from helsebro_aws.coverage.trail_answer import (
    FlipAnswer,
    GrantAnswer,
    OpenFactAnswer,
    OutcomeShown,
    RuleShown,
    TrailStepAnswer,
)
from helsebro_aws.http.fields.shown import DayShown

MissingFacts = Annotated[
    list[str],
    Field(
        description="The facts that decide and are missing, by their path in the body of a simulation; of a "
        "denial only those that can turn it.",
        examples=[["evidence.referral"]],
    ),
]
FlipsShown = Annotated[
    list[FlipAnswer], Field(description="Every single fact that would give a better outcome.")
]
AmountHangsOn = Annotated[
    list[OpenFactAnswer], Field(description="The missing facts that leave the amount open.")
]
TrailShown = Annotated[list[TrailStepAnswer], Field(description="Every rule that bore on the answer.")]
OwnRows = Annotated[
    list[TrailStepAnswer],
    Field(
        description="The rows in which it differs from the `trail` of the whole refund by more than its day "
        "and price; the rows of its `sharedRules` are there."
    ),
]
SharedRules = Annotated[
    list[RuleShown],
    Field(
        description="The rules that bore on it as the `trail` of the whole refund says.",
        examples=[["R-301", "R-832"]],
    ),
]


class CoverageAnswer(TypedDict):
    """The outcome of a question of cover, clause by clause, and what would change it."""

    outcome: OutcomeShown
    policyNumber: Annotated[
        str | None,
        Field(description="The policy that answers; null without a policy.", examples=["TRYG-2026-1"]),
    ]
    product: Annotated[
        str | None,
        Field(description="The terms of that policy; null without a policy.", examples=[A_PRODUCT]),
    ]
    trail: TrailShown
    grant: Annotated[
        GrantAnswer | None,
        Field(description="What is covered; null unless the outcome is `covered` or `refer`."),
    ]
    missing: MissingFacts
    coveredFrom: Annotated[
        DayShown | None,
        Field(description="The first day on which waiting alone makes it covered; else null."),
    ]
    flips: FlipsShown
    amountHangsOn: AmountHangsOn
