"""The engine's proposal on a task, in answers. What is not known is absent."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.answer import Settlement
from helsebro_aws.coverage.coverage_answer import AmountHangsOn, FlipsShown, MissingFacts, TrailShown
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.coverage.trail_answer import OutcomeShown
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer

PolicyNumberShown = Annotated[str, Field(description="The policy that answers.", examples=["TRYG-2026-1"])]
CoveredFrom = Annotated[DayShown, Field(description="The first day on which waiting alone makes it covered.")]


class ProposedGrantAnswer(TypedDict):
    """What the engine would grant, after every cap and subsidy."""

    sessions: NotRequired[Annotated[int, Field(description="How many sessions.", examples=[3])]]
    hours: NotRequired[Annotated[float, Field(description="How many hours.", examples=[2])]]
    payable: NotRequired[Annotated[MoneyAnswer, Field(description="What the payer pays in all.")]]
    perSession: NotRequired[Annotated[MoneyAnswer, Field(description="What the payer pays a session.")]]
    validUntil: NotRequired[Annotated[DayShown, Field(description="The last day.")]]
    settlement: NotRequired[
        Annotated[
            Settlement,
            Field(description="`direct`: the clinic invoices. `refund`: the member pays and is refunded."),
        ]
    ]


GrantProposed = Annotated[
    ProposedGrantAnswer, Field(description="What is covered. Absent when it is not covered.")
]


class ProposedTreatmentAnswer(TypedDict):
    """The engine's answer on one treatment of a member's bill."""

    on: Annotated[DayShown, Field(description="When it was held.")]
    type: TreatmentType
    outcome: OutcomeShown
    policyNumber: NotRequired[PolicyNumberShown]
    product: NotRequired[ProductShown]
    trail: TrailShown
    grant: NotRequired[GrantProposed]
    missing: MissingFacts
    coveredFrom: NotRequired[CoveredFrom]
    flips: FlipsShown
    amountHangsOn: AmountHangsOn


class ProposalAnswer(TypedDict):
    """The engine's answer on the subject of a task.

    For a refund it has the worst outcome, every rule and the sum; `treatments` holds the rest.
    """

    outcome: OutcomeShown
    policyNumber: NotRequired[PolicyNumberShown]
    product: NotRequired[ProductShown]
    language: Annotated[
        str, Field(description="The language of its texts: `da`, `nb` or `en`.", examples=["da"])
    ]
    trail: TrailShown
    grant: NotRequired[GrantProposed]
    missing: NotRequired[MissingFacts]
    coveredFrom: NotRequired[CoveredFrom]
    flips: NotRequired[FlipsShown]
    amountHangsOn: NotRequired[AmountHangsOn]
    treatments: NotRequired[
        Annotated[
            list[ProposedTreatmentAnswer],
            Field(description="The answer on each treatment of the bills, for a refund only."),
        ]
    ]
