"""The engine's proposal on a task, in answers. What is not known is absent."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.answer import Settlement
from helsebro.coverage.asked.asked_fact import AskedOf
from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.tasks.proposal import OutsideGrant
from helsebro_aws.coverage.coverage_answer import (
    FlipsShown,
    MissingFacts,
    OwnRows,
    SharedRules,
    TrailShown,
)
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.coverage.trail_answer import OpenFactAnswer, OutcomeShown
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer

PolicyNumberShown = Annotated[str, Field(description="The policy that answers.", examples=["TRYG-2026-1"])]
CoveredFrom = Annotated[DayShown, Field(description="The first day on which waiting alone makes it covered.")]


class ProposedGrantAnswer(TypedDict):
    """What the engine would grant, after every cap and subsidy."""

    sessions: NotRequired[Annotated[int, Field(description="How many sessions.", examples=[3])]]
    hours: NotRequired[Annotated[float, Field(description="How many hours.", examples=[2])]]
    payable: NotRequired[Annotated[MoneyAnswer, Field(description="What the payer pays in all.")]]
    perSession: NotRequired[Annotated[MoneyAnswer, Field(description="What the payer pays a session.")]]
    firstSession: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(
                description="What the payer pays of the first session. Absent when it is the same as of the "
                "others."
            ),
        ]
    ]
    priceFor: NotRequired[
        Annotated[
            PriceUnit,
            Field(
                description="What `perSession` is for: `session`, or `whole` when the price asked for is "
                "that of the whole treatment."
            ),
        ]
    ]
    validUntil: NotRequired[Annotated[DayShown, Field(description="The last day.")]]
    beginBy: NotRequired[Annotated[DayShown, Field(description="The last day to begin the treatment.")]]
    settlement: NotRequired[
        Annotated[
            Settlement,
            Field(description="`direct`: the clinic invoices. `refund`: the member pays and is refunded."),
        ]
    ]


GrantProposed = Annotated[
    ProposedGrantAnswer, Field(description="What is covered. Absent when it is not covered.")
]


class AskedFactAnswer(OpenFactAnswer):
    """A missing fact that leaves the amount open, and who can answer it."""

    askedOf: Annotated[AskedOf, Field(description="Who can answer it.")]


AmountHangsOnWhom = Annotated[
    list[AskedFactAnswer], Field(description="The missing facts that leave the amount open.")
]


class OutsideGrantAnswer(TypedDict):
    """Why a billed treatment is not one that the case was granted."""

    code: Annotated[OutsideGrant, Field(description="The reason.")]
    detail: Annotated[
        str,
        Field(
            description="The same in the caller's language.",
            examples=["Der er ikke bevilget nogen behandling i sagen."],
        ),
    ]


OutsideGrantShown = Annotated[
    OutsideGrantAnswer,
    Field(
        description="Why the case was not granted it; then staff decide. `above-granted-price`: it was, and "
        "costs more than the granted price, which is proposed. Absent when it was granted as it is."
    ),
]
GrantedPriceShown = Annotated[
    MoneyAnswer, Field(description="The most that the case was granted for it. Absent when that is open.")
]


class DoubleAnswer(TypedDict):
    """The treatment of the same refund that a billed treatment repeats."""

    index: Annotated[int, Field(description="Its index in the refund, from 0.", examples=[0])]
    detail: Annotated[
        str,
        Field(
            description="The same in the caller's language.",
            examples=["Den samme behandling på den samme dag står allerede som nr. 1 i denne refusion."],
        ),
    ]


class ProposedTreatmentAnswer(TypedDict):
    """The engine's answer on one treatment of a member's bill."""

    on: Annotated[DayShown, Field(description="When it was held.")]
    type: TreatmentType
    outcome: OutcomeShown
    policyNumber: NotRequired[PolicyNumberShown]
    product: NotRequired[ProductShown]
    trail: OwnRows
    sharedRules: SharedRules
    grant: NotRequired[GrantProposed]
    missing: MissingFacts
    coveredFrom: NotRequired[CoveredFrom]
    flips: FlipsShown
    amountHangsOn: AmountHangsOnWhom
    outsideGrant: NotRequired[OutsideGrantShown]
    grantedPrice: NotRequired[GrantedPriceShown]
    paidBefore: NotRequired[
        Annotated[
            list[str],
            Field(
                description="The invoices and refunds that paid the person the same treatment of the same "
                "day, in this case or another. Absent when there are none.",
                examples=[["ref_a2zt5pxlrqsc3dmkow7vyb4g"]],
            ),
        ]
    ]
    doubleOf: NotRequired[
        Annotated[
            DoubleAnswer,
            Field(
                description="The same treatment of the same day in this refund; then it is paid only with an "
                "amount of its own. Absent when there is none."
            ),
        ]
    ]


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
    amountHangsOn: NotRequired[AmountHangsOnWhom]
    treatments: NotRequired[
        Annotated[
            list[ProposedTreatmentAnswer],
            Field(description="The answer on each treatment of the bills, for a refund only."),
        ]
    ]
