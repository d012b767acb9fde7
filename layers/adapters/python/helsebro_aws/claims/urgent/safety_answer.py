"""What to do when it is urgent, as answers show it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.urgent.acute_need import AcuteNeed
from helsebro_aws.http.fields.shown import CountryShown


class UrgentNumberAnswer(TypedDict):
    """A number to call in an emergency."""

    country: CountryShown
    region: Annotated[
        str | None,
        Field(
            description="The region that it serves; null for the whole country.", examples=["Region Sjælland"]
        ),
    ]
    number: Annotated[str, Field(description="The number.", examples=["112"])]
    tel: Annotated[
        str,
        Field(
            description="The same as an address that a telephone calls.",
            examples=["tel:+4570201201"],
            pattern=r"^tel:\+?[0-9]+$",
        ),
    ]
    when: Annotated[
        str, Field(description="When to call it, in the caller's language.", examples=["Livsfare"])
    ]
    hours: Annotated[
        str | None,
        Field(
            description="When it answers, in the caller's language; null when we do not know.",
            examples=["Hele døgnet"],
        ),
    ]


class SafetyAnswer(TypedDict):
    """What to do when it is urgent."""

    text: Annotated[
        str,
        Field(
            description="What to tell the member, in the caller's language.",
            examples=[
                "Er det akut, så ring til egen læge, lægevagten i din region (1813 i Region Hovedstaden) "
                "eller 112 ved livsfare. Vent ikke på svar fra os."
            ],
        ),
    ]
    numbers: Annotated[list[UrgentNumberAnswer], Field(description="The numbers to call.")]


NeedShown = Annotated[
    AcuteNeed,
    Field(description="`acute`: a doctor at once. `crisis`: someone to talk to, and a doctor."),
]


class AcuteSafetyAnswer(SafetyAnswer):
    """What to do now, since what was stated or written cannot wait. Show it before all else."""

    need: NeedShown


AcuteSafety = Annotated[
    AcuteSafetyAnswer,
    Field(
        description="Only of a report that asks for acute treatment or crisis help, that names something "
        "life-threatening, self-harm, or an event that gives a right to crisis help, or whose words suggest "
        "such a need. The numbers are those of the country where the person lives."
    ),
]
WordsSafety = Annotated[
    AcuteSafetyAnswer,
    Field(
        description="Only of words that suggest that help cannot wait, such as those of self-harm. Show it "
        "before anything else. The numbers are those of the country where the person lives."
    ),
]
