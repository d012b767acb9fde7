"""A tariff in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.tariffs.fee import ALL_SERVICES, TariffSource
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer, Version

Profession = Annotated[
    str, Field(description="The profession, named by its treatment.", examples=["psychologist"])
]
SetAt = Annotated[InstantShown, Field(description="When this version was set.")]
SetBy = Annotated[
    str, Field(description="Who set it: the subject of the staff login.", examples=["underwriter-7"])
]

# ``from`` is a word of Python, so this is no class.
RateAnswer = TypedDict(
    "RateAnswer",
    {
        "from": Annotated[DayShown, Field(description="Its first day.")],
        "until": Annotated[
            DayShown | None, Field(description="Its last day; null while no later rate is set.")
        ],
        "authorised": NotRequired[
            Annotated[
                bool,
                Field(description="Whether it is for authorised practitioners; absent when for all."),
            ]
        ],
        "perSession": Annotated[MoneyAnswer, Field(description="The price of one session.")],
    },
)
RateAnswer.__doc__ = "What a session costs from a day on."

EffectiveRateAnswer = TypedDict(
    "EffectiveRateAnswer",
    {
        "from": Annotated[DayShown, Field(description="The first day on which it counts.")],
        "until": Annotated[
            DayShown | None, Field(description="The last day on which it counts; null for no end.")
        ],
        "authorised": NotRequired[
            Annotated[
                bool,
                Field(description="Whether it is for authorised practitioners; absent when for all."),
            ]
        ],
        "perSession": Annotated[
            MoneyAnswer, Field(description="The price of one session, or of one kilometre.")
        ],
        "source": Annotated[
            TariffSource,
            Field(description="`payer` for the payer's own rate, `country` where it has none on these days."),
        ],
    },
)
EffectiveRateAnswer.__doc__ = "The rate that counts from one day until another."


class TariffVersionAnswer(TypedDict):
    """One version of a tariff."""

    rates: Annotated[list[RateAnswer], Field(description="Its rates, oldest first.")]
    setAt: SetAt
    setBy: SetBy
    version: Version


class TariffAnswer(TypedDict):
    """What the sessions of a profession and service cost; for transport, what a kilometre costs."""

    profession: Profession
    service: Annotated[
        str,
        Field(
            description="The kind of session; `kilometre` for transport.",
            json_schema_extra={"enum": list(ALL_SERVICES)},
        ),
    ]
    source: Annotated[
        TariffSource,
        Field(description="`payer` for the payer's own, `country` for that which counts without one."),
    ]
    rates: Annotated[list[RateAnswer], Field(description="Its rates, oldest first.")]
    effective: Annotated[
        list[EffectiveRateAnswer],
        Field(
            description="What counts on each day, the payer's rate or else its country's, oldest first. "
            "Those for authorised practitioners come before those for the others."
        ),
    ]
    setAt: Annotated[
        InstantShown | None, Field(description="When this version was set; null for the country's.")
    ]
    setBy: Annotated[
        str | None,
        Field(
            description="Who set it: the subject of the staff login; null for the country's.",
            examples=["underwriter-7"],
        ),
    ]
    version: Annotated[
        int, Field(ge=0, description="The version; 0 while the payer has set none.", examples=[1])
    ]


class TariffWithHistoryAnswer(TariffAnswer):
    """The latest version of a tariff, and all its versions."""

    history: Annotated[
        list[TariffVersionAnswer], Field(description="Every version that the payer set, oldest first.")
    ]
