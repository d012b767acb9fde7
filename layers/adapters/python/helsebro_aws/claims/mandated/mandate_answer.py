"""Mandates in answers."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.mandate import Power
from helsebro.claims.mandated.kept_mandate import MandateState
from helsebro_aws.claims.recorded.evidence_answer import DecisionEvidenceAnswer
from helsebro_aws.http.fields.ids import ClaimIdField, MandateIdField, PersonIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown

Powers = Annotated[
    list[Power],
    Field(
        description="What the holder may do. `contact`: read the case and write to us. `act`: also upload, "
        "book and ask for more.",
        examples=[["contact"]],
    ),
]
Decides = Literal["member", "guardian"]


class HolderAnswer(TypedDict):
    """Who holds a mandate, as the giver wrote it."""

    name: Annotated[str, Field(description="The holder's name.", examples=["Bo Holm"])]
    email: NotRequired[
        Annotated[
            str,
            Field(
                description="The holder's e-mail address; absent when none was given.",
                examples=["bo@example.org"],
            ),
        ]
    ]


class MandateAnswer(TypedDict):
    """A mandate in a case."""

    mandateId: MandateIdField
    claimId: ClaimIdField
    personId: Annotated[PersonIdField, Field(description="The id of the person whose case it is.")]
    holder: Annotated[HolderAnswer, Field(description="Who holds it.")]
    hasAccess: Annotated[
        bool, Field(description="Whether the holder was named with a national number, and so can log in.")
    ]
    powers: Powers
    state: Annotated[
        MandateState,
        Field(description="Whether it is in force, or how it ended; a guardian's lapses at 15."),
    ]
    givenAt: Annotated[InstantShown, Field(description="When it was given.")]
    givenBy: Annotated[Decides, Field(description="Who gave it; staff only record it.")]
    givenByName: Annotated[
        str | None,
        Field(
            description="The registered name of who gave it; null when no policy insures them, or for staff "
            "none of the own payer.",
            examples=["Anna Lund"],
        ),
    ]
    evidence: Annotated[
        DecisionEvidenceAnswer | None,
        Field(description="How staff knew it, when they recorded it; null when it was given here."),
    ]
    lapsesOn: Annotated[
        DayShown | None,
        Field(description="The first day on which it is no longer in force; null without an end."),
    ]
    revokedAt: Annotated[InstantShown | None, Field(description="When it was revoked; else null.")]
    revokedBy: Annotated[Decides | None, Field(description="Who revoked it; else null.")]
    revokedByName: Annotated[
        str | None,
        Field(description="The registered name of who revoked it, if any; else null.", examples=[None]),
    ]
    revocationEvidence: Annotated[
        DecisionEvidenceAnswer | None,
        Field(description="How staff knew it, if they recorded it; else null."),
    ]
