"""Matches in answers: who was chosen to treat, and who the client is for the clinic that was chosen."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.question.vocabulary import CATEGORIES
from helsebro.guarantees.client_match import MatchStatus
from helsebro.guarantees.match_decline import DeclineScope
from helsebro.tasks.declined_match import DeclineReason
from helsebro_aws.coverage.question_shape import Cause
from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, PayerContactAnswer, PayerSlug


class MatchAnswer(TypedDict):
    """The clinic that staff chose, and whether it declined."""

    status: Annotated[
        MatchStatus,
        Field(
            description="`declined` once the clinic has declined the client, and `ended` once the "
            "practitioner has left or lost the authorisation."
        ),
    ]
    clinicId: ClinicIdField
    practitionerId: NotRequired[
        Annotated[PractitionerIdField, Field(description="The practitioner; absent when the clinic chooses.")]
    ]
    problem: NotRequired[
        Annotated[
            str,
            Field(description="The problem that the match was made for, if named.", examples=["anxiety"]),
        ]
    ]
    again: Annotated[
        bool,
        Field(
            description="Whether staff matched the client again to who had declined before.", examples=[False]
        ),
    ]
    matchedAt: Annotated[InstantShown, Field(description="When staff chose it.")]
    declinedAt: NotRequired[
        Annotated[InstantShown, Field(description="When the clinic declined, if it did.")]
    ]
    reason: NotRequired[Annotated[DeclineReason, Field(description="Why the clinic declined, if it did.")]]
    declinedFor: NotRequired[
        Annotated[
            DeclineScope,
            Field(
                description="Whom the decline holds for: the whole `clinic`, or only the `practitioner`, "
                "who declined by the own login.",
                examples=["clinic"],
            ),
        ]
    ]


class MatchWarningAnswer(TypedDict):
    """What keeps the clinic from contacting the client in time."""

    code: Annotated[
        Literal["client-unreachable"],
        Field(description="`client-unreachable`: no phone number is known, so the clinic cannot call."),
    ]
    text: Annotated[
        str,
        Field(
            description="What it is and what to do, in the reader's language.",
            examples=["We do not know the client's phone number."],
        ),
    ]


class PastMatchAnswer(MatchAnswer):
    """A match that a clinic declined, as the payer's staff see it."""

    text: NotRequired[
        Annotated[
            str,
            Field(
                description="What the clinic wrote about it, if anything.",
                examples=["We have a waiting list of six weeks."],
            ),
        ]
    ]


class InsurerAnswer(TypedDict):
    """The payer that the session is invoiced to."""

    payer: PayerSlug
    name: Annotated[str, Field(description="Its name.", examples=["Tryg"])]
    contact: Annotated[PayerContactAnswer, Field(description="How to reach it.")]


class TreatedProblemAnswer(TypedDict):
    """What the person reported."""

    category: NotRequired[
        Annotated[
            str,
            Field(
                description="What kind of illness or injury it is, if known.",
                json_schema_extra={"enum": list(CATEGORIES)},
            ),
        ]
    ]
    arisenOn: NotRequired[Annotated[DayShown, Field(description="When it arose, if known.")]]
    symptomsFrom: NotRequired[
        Annotated[DayShown, Field(description="The first day with symptoms, if known.")]
    ]
    diagnosedOn: NotRequired[Annotated[DayShown, Field(description="When a doctor diagnosed it, if known.")]]
    chronic: NotRequired[Annotated[bool, Field(description="Whether it is chronic, if known.")]]
    cause: Cause
    description: Annotated[
        str, Field(description="The person's own words.", examples=["Twisted knee at football"])
    ]


PhoneOf = Annotated[
    Literal["client", "guardian"],
    Field(
        description="Whom the clinic reaches so: `guardian` for a child under 15 whose guardian we know a "
        "phone number of; absent where nothing is known."
    ),
]


class MatchedClientAnswer(TypedDict):
    """The client of a match: whom the clinic contacts, and what is treated."""

    name: Annotated[str, Field(description="The client's name.", examples=["Anna Holm"])]
    phone: NotRequired[
        Annotated[str, Field(description="The phone number, if known.", examples=["+45 20 11 22 33"])]
    ]
    phoneOf: NotRequired[PhoneOf]
    problem: Annotated[TreatedProblemAnswer, Field(description="What is treated.")]
    language: Annotated[
        Literal["da", "nb", "en"],
        Field(description="The language that the client, or the guardian, is written to in."),
    ]
