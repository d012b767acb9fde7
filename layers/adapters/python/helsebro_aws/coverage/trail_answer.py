"""An engine's answer as routes show it: the trail, the grant, and what would change it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.answer import Outcome, Settlement
from helsebro.coverage.trail import Effect
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


class TrailRowAnswer(TypedDict):
    """A rule that bore on the answer, with its clause and a sentence about the case."""

    rule: Annotated[
        str,
        Field(
            description="The rule of the terms. Empty in `because` for what no rule says, such as the reason "
            "that staff wrote: then `clause`, `clauseText` and `facts` are empty too.",
            examples=["R-832"],
        ),
    ]
    clause: Annotated[str, Field(description="The clause of the terms.", examples=["8.3.2"])]
    detail: Annotated[
        str,
        Field(
            description="What the rule says of this case, in the caller's language.",
            examples=[
                "12 af 12 behandlinger uden for netværket er brugt i forsikringsåret fra den "
                "1. januar 2026, så der er ikke flere tilbage. Et nyt forsikringsår begynder den 1. januar "
                "2027."
            ],
        ),
    ]
    clauseText: Annotated[
        str,
        Field(
            description="What the clause says, in the caller's language; empty if the terms no longer have "
            "it.",
            examples=["Uden for netværket dækkes tolv behandlinger pr. forsikringsår."],
        ),
    ]
    facts: Annotated[
        dict[str, Any],
        Field(
            description="The facts that the rule read, by their path in the body of a simulation, and what "
            "it computed (`from`, `until`, `limit`, `used`, `left`, `most`).",
            examples=[{"limit": 12, "used": 12, "left": 0, "from": "2026-01-01", "until": "2027-01-01"}],
        ),
    ]


class TrailStepAnswer(TrailRowAnswer):
    """A rule that bore on the answer, and what it does."""

    effect: Annotated[Effect, Field(description="What the rule does.")]


class GrantAnswer(TypedDict):
    """What of the asked-for is covered, after every cap and subsidy."""

    sessions: Annotated[int | None, Field(description="How many sessions.", examples=[3])]
    hours: Annotated[float | None, Field(description="How many hours.", examples=[None])]
    payable: Annotated[MoneyAnswer | None, Field(description="What the payer pays in all.")]
    perSession: Annotated[MoneyAnswer | None, Field(description="What the payer pays a session.")]
    validUntil: Annotated[DayShown | None, Field(description="The last day.")]
    beginBy: Annotated[DayShown | None, Field(description="The last day to begin the treatment.")]
    settlement: Annotated[
        Settlement | None,
        Field(description="`direct`: the clinic invoices. `refund`: the member pays and is refunded."),
    ]


class FlipAnswer(TypedDict):
    """One fact that would give a better outcome if it had this value."""

    fact: FactPath
    value: Annotated[Any, Field(description="The value it would need.", examples=["physiotherapy"])]
    outcome: OutcomeShown


class OpenFactAnswer(TypedDict):
    """A missing fact that leaves the amount open."""

    fact: FactPath
    question: Annotated[
        str,
        Field(
            description="What the member is asked, in the caller's language.",
            examples=["Hvad koster én behandling, eller hvad koster det hele, hvis prisen er samlet?"],
        ),
    ]


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
