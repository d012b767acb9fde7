"""An engine's answer as routes show it: the trail, the grant, and what would change it."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.answer import Effect, Outcome, Settlement
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer

RuleShown = Annotated[str, Field(description="The rule of the terms.", examples=["R-832"])]
FactPath = Annotated[
    str, Field(description="A fact, by its path in the body of a simulation.", examples=["evidence.referral"])
]
OutcomeShown = Annotated[
    Outcome,
    Field(
        description="`covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`: a fact or "
        "paper that decides is missing."
    ),
]


class TrailStepAnswer(TypedDict):
    """A rule that bore on the answer, with its clause as printed in the terms."""

    rule: RuleShown
    clause: Annotated[str, Field(description="The clause of the terms.", examples=["8.3.2"])]
    effect: Annotated[Effect, Field(description="What the rule does.")]
    detail: NotRequired[
        Annotated[
            str,
            Field(
                description="What the clause says, in the caller's language.",
                examples=["Der kræves henvisning."],
            ),
        ]
    ]
    facts: Annotated[
        dict[str, Any],
        Field(description="The facts of the case that the rule used.", examples=[{"most": "400.00"}]),
    ]


class GrantAnswer(TypedDict):
    """What of the asked-for is covered, after every cap and subsidy."""

    sessions: Annotated[int | None, Field(description="How many sessions.", examples=[3])]
    hours: Annotated[float | None, Field(description="How many hours.", examples=[None])]
    payable: Annotated[MoneyAnswer | None, Field(description="What the payer pays in all.")]
    perSession: Annotated[MoneyAnswer | None, Field(description="What the payer pays a session.")]
    validUntil: Annotated[DayShown | None, Field(description="The last day.")]
    settlement: Annotated[
        Settlement | None,
        Field(description="`direct`: the clinic invoices. `refund`: the member pays and is refunded."),
    ]


class FlipAnswer(TypedDict):
    """One fact that would give a better outcome if it had this value."""

    fact: FactPath
    value: Annotated[Any, Field(description="The value it would need.", examples=["physiotherapy"])]
    outcome: OutcomeShown


class AlternativeAnswer(TypedDict):
    """The outcome under another policy, or in or out of the network."""

    policyNumber: Annotated[str, Field(description="The policy's number.", examples=["TRYG-2026-1"])]
    product: ProductShown
    inNetwork: Annotated[bool, Field(description="Whether the practitioner is in the network.")]
    outcome: OutcomeShown
    payable: Annotated[MoneyAnswer | None, Field(description="What the payer pays; null without a price.")]
    memberPays: Annotated[
        MoneyAnswer | None, Field(description="What the member pays; null without a price.")
    ]
    settlement: Annotated[Settlement | None, Field(description="Who is paid.")]
    rules: Annotated[list[str], Field(description="The rules that prevent cover.", examples=[["R-832"]])]
