"""A policy in answers: its terms, its changes and the state of its premium."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from helsebro.policies.policy import Module
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.http.fields.ids import NoticeIdField, PolicyIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer, PayerSlug, Version
from helsebro_aws.policies.policy_body import PolicyholderName, PolicyholderNumber

PolicyNumber = Annotated[str, Field(description="The policy's number.", examples=["TRYG-2026-1"])]
ModulesShown = Annotated[list[Module], Field(description="What the policy covers.", examples=[["physical"]])]
AnnualSum = Annotated[MoneyAnswer, Field(description="The most that is paid per person and policy year.")]
ParametersShown = Annotated[
    dict[str, bool | int | str | dict[str, str]],
    Field(
        description="The policy's own values that replace those of the terms, by name.",
        examples=[{"firstGrantPhysical": 5}],
    ),
]
MonthDay = Annotated[
    str,
    Field(pattern=r"^[0-9]{2}-[0-9]{2}$", description="A day of every year, `MM-DD`.", examples=["01-01"]),
]


class PolicyholderAnswer(TypedDict):
    """The employer or association that holds the policy."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    name: PolicyholderName
    cvr: PolicyholderNumber


# ``from`` is a word of Python, so these are no classes.
PolicyTermAnswer = TypedDict(
    "PolicyTermAnswer",
    {
        "from": Annotated[DayShown, Field(description="Its first day.")],
        "until": Annotated[DayShown, Field(description="Its last day.")],
        "renews": Annotated[
            bool, Field(description="Whether another term follows; false once the policy is cancelled.")
        ],
    },
)
PolicyTermAnswer.__doc__ = "The term of a policy that contains a day."


class PolicyChangeAnswer(TypedDict):
    """A change of the policy by a notice. A field that is absent stays as it was."""

    noticeId: NoticeIdField
    effectiveOn: Annotated[DayShown, Field(description="The first day of the change.")]
    product: NotRequired[ProductShown]
    modules: NotRequired[ModulesShown]
    annualSum: NotRequired[AnnualSum]
    parameters: NotRequired[ParametersShown]
    ends: Annotated[bool, Field(description="Whether this day is the first one without the policy.")]


class SentReminderAnswer(TypedDict):
    """A reminder of an unpaid premium."""

    sentOn: Annotated[DayShown, Field(description="When it was sent.")]
    dueOn: NotRequired[
        Annotated[DayShown, Field(description="The last day to pay in time. Absent when it is not known.")]
    ]
    paidOn: Annotated[DayShown | None, Field(description="When it was paid; null until then.")]
    suspendsFrom: Annotated[
        DayShown, Field(description="The first day without cover if it is not paid before.")
    ]


PricingAnswer = TypedDict(
    "PricingAnswer",
    {
        "from": Annotated[DayShown, Field(description="The first day on which the price follows them.")],
        "until": Annotated[
            DayShown | None, Field(description="The last day; null while no change of them is agreed.")
        ],
        "averageAge": NotRequired[
            Annotated[int, Field(ge=0, description="The average age of the insured.", examples=[41])]
        ],
        "industryCode": NotRequired[
            Annotated[str, Field(description="The industry code of the policyholder.", examples=["432100"])]
        ],
        "postcode": NotRequired[
            Annotated[str, Field(description="The postcode of its location.", examples=["2100"])]
        ],
        "employees": NotRequired[
            Annotated[int, Field(ge=0, description="The number of its employees.", examples=[120])]
        ],
    },
)
PricingAnswer.__doc__ = "What the price of a policy follows, in a period."


class PremiumAnswer(TypedDict):
    """The premium of a policy: when it is due, and whether it is paid."""

    dueDates: Annotated[
        list[MonthDay], Field(description="The days of the year on which it is due.", examples=[["01-01"]])
    ]
    nextDueOn: Annotated[DayShown, Field(description="When it is due next.")]
    suspended: Annotated[bool, Field(description="Whether the cover is suspended for an unpaid premium.")]
    reminders: Annotated[list[SentReminderAnswer], Field(description="The reminders, oldest first.")]
    pricing: Annotated[
        PricingAnswer | None,
        Field(description="What the price follows on that day; null when the policy names nothing."),
    ]


class PolicyAnswer(TypedDict):
    """A policy as it is on a day, with its term, all its changes and its premium."""

    policyId: PolicyIdField
    payer: PayerSlug
    number: PolicyNumber
    product: ProductShown
    policyholder: Annotated[PolicyholderAnswer, Field(description="Who holds it.")]
    effectiveFrom: Annotated[DayShown, Field(description="Its first day.")]
    policyYearStart: Annotated[
        MonthDay, Field(description="The first day of the policy year, `MM-DD`. The term renews on it.")
    ]
    modules: ModulesShown
    annualSum: AnnualSum
    parameters: ParametersShown
    endsOn: Annotated[DayShown | None, Field(description="Its last day; null unless it is cancelled.")]
    term: Annotated[
        PolicyTermAnswer | None,
        Field(description="The term on that day; null before the policy begins and after it ends."),
    ]
    changes: Annotated[list[PolicyChangeAnswer], Field(description="Every change, also future ones.")]
    premium: Annotated[PremiumAnswer, Field(description="Its premium.")]
    version: Version
