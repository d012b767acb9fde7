"""Benefits in answers: what a policy grants, and what is reserved, used and left of it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.benefits.cover_period import CoverState, EndingKind
from helsebro.coverage.benefits.headroom import Unit
from helsebro.coverage.question.vocabulary import CATEGORIES, TREATMENTS
from helsebro.coverage.rules.account import WINDOWS
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.coverage.trail_answer import RuleShown
from helsebro_aws.http.fields.ids import ClaimIdField, PersonIdField, PolicyIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer, PayerSlug
from helsebro_aws.policies.policy_answer import PolicyNumber

OF_TREATMENTS: Any = {"items": {"type": "string", "enum": list(TREATMENTS)}}
Treatments = Annotated[
    list[str],
    Field(
        description="The treatments that it is for; empty when it is for all.",
        json_schema_extra=OF_TREATMENTS,
        examples=[["physiotherapy"]],
    ),
]
Category = Annotated[str, Field(json_schema_extra={"enum": list(CATEGORIES)})]
ClauseShown = Annotated[str, Field(description="The clause of the terms.", examples=["8.3.2"])]
ClauseText = Annotated[
    str,
    Field(
        description="What the clause says, in the caller's language.",
        examples=["Uden for netværket dækkes tolv behandlinger pr. forsikringsår."],
    ),
]


def _in_unit(description: str) -> Any:
    return Field(description=f"{description} In the unit.", examples=[12])


def _percent(description: str) -> Any:
    return Field(ge=0, le=100, description=description, examples=[25])


class ClauseAnswer(TypedDict):
    """A clause of the terms."""

    rule: RuleShown
    clause: ClauseShown
    text: ClauseText


class BarAnswer(TypedDict):
    """A benefit as a bar to draw, in whole percents of its limit. The three sum to 100."""

    used: Annotated[int, _percent("What is used.")]
    reserved: Annotated[int, _percent("What is reserved.")]
    left: Annotated[int, _percent("What is left.")]


class IllnessAnswer(TypedDict):
    """The illness or injury that a benefit counts for."""

    category: Annotated[Category | None, Field(description="What kind it is; null when it is not known.")]
    arisenOn: Annotated[DayShown | None, Field(description="When it arose; null when it is not known.")]
    claimIds: Annotated[list[ClaimIdField], Field(description="The claims that report it.")]


class BenefitAnswer(ClauseAnswer):
    """A benefit: how much the clause grants in a window, and what is reserved, used and left of it."""

    unit: Annotated[Unit, Field(description="What it is counted in.")]
    window: Annotated[
        str,
        Field(
            description="How long it lasts before it begins again. `twelve-months` begin with a first "
            "treatment, `condition` counts for each illness or injury.",
            json_schema_extra={"enum": sorted(WINDOWS)},
        ),
    ]
    windowFrom: Annotated[
        DayShown | None,
        Field(description="The first day of the window; null without one, or before the first treatment."),
    ]
    windowUntil: Annotated[
        DayShown | None,
        Field(description="The last day of the window; null without one, or before the first treatment."),
    ]
    treatments: Treatments
    inNetwork: Annotated[
        bool | None,
        Field(description="Whether it counts in the network or outside; null when that does not matter."),
    ]
    condition: Annotated[
        IllnessAnswer | None, Field(description="The illness or injury, where it counts for one; else null.")
    ]
    limit: Annotated[MoneyAnswer | float, _in_unit("The most that is granted in the window.")]
    granted: Annotated[MoneyAnswer | float, _in_unit("All that was granted, also what was released.")]
    reserved: Annotated[MoneyAnswer | float, _in_unit("What is granted and not yet used.")]
    used: Annotated[MoneyAnswer | float, _in_unit("What is used.")]
    released: Annotated[MoneyAnswer | float, _in_unit("What was granted and is free again.")]
    left: Annotated[MoneyAnswer | float, _in_unit("What can still be granted.")]
    paid: Annotated[
        MoneyAnswer | None, Field(description="What the used part cost the payer; null when none is used.")
    ]
    exact: Annotated[
        bool, Field(description="Whether the numbers are exact: false when a price or a fact is not known.")
    ]
    bar: Annotated[BarAnswer, Field(description="The benefit as a bar to draw.")]


class WaitAnswer(ClauseAnswer):
    """A waiting period."""

    until: Annotated[DayShown, Field(description="The first day after it.")]
    over: Annotated[bool, Field(description="Whether that day has come.")]
    treatments: Treatments


class TreatmentWindowAnswer(ClauseAnswer):
    """How long a treatment that has begun is covered."""

    windowFrom: Annotated[DayShown, Field(description="Its first day.")]
    windowUntil: Annotated[DayShown, Field(description="Its last day.")]
    over: Annotated[bool, Field(description="Whether the last day has passed.")]
    treatments: Treatments


class EndingAnswer(ClauseAnswer):
    """A day on which a clause ends or suspends the cover."""

    kind: Annotated[EndingKind, Field(description="Why it ends.")]
    lastDay: Annotated[DayShown, Field(description="The last day with cover.")]
    againOn: Annotated[
        DayShown | None,
        Field(description="The day on which the cover goes on after a suspension; else null."),
    ]


# ``from`` is a word of Python, so this is no class.
PolicyYearAnswer = TypedDict(
    "PolicyYearAnswer",
    {
        "from": Annotated[DayShown | None, Field(description="Its first day.")],
        "until": Annotated[DayShown | None, Field(description="Its last day.")],
    },
)
PolicyYearAnswer.__doc__ = "The policy year that contains today."


class PolicyBenefitsAnswer(TypedDict):
    """The benefits of one policy, as of today."""

    policyId: PolicyIdField
    payer: PayerSlug
    policyNumber: PolicyNumber
    product: ProductShown
    state: Annotated[CoverState, Field(description="Where the cover stands.")]
    insuredFrom: Annotated[DayShown, Field(description="The person's first day with cover.")]
    policyYear: Annotated[PolicyYearAnswer, Field(description="The policy year.")]
    endings: Annotated[list[EndingAnswer], Field(description="Every known end and suspension.")]
    benefits: Annotated[list[BenefitAnswer], Field(description="Every benefit, in the order of the terms.")]
    waits: Annotated[list[WaitAnswer], Field(description="Every waiting period.")]
    windows: Annotated[
        list[TreatmentWindowAnswer], Field(description="The windows that treatments have opened.")
    ]


class BenefitsAnswer(TypedDict):
    """A person's benefits under every policy."""

    personId: PersonIdField
    policies: Annotated[list[PolicyBenefitsAnswer], Field(description="The person's policies.")]
