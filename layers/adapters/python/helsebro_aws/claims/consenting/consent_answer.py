"""The consents of a person in answers."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.claims.consenting.consent_text import ConsentKind, DecidesFor
from helsebro_aws.claims.custody.guardian_answer import DecidingGuardianAnswer
from helsebro_aws.claims.recorded.evidence_answer import DecisionEvidenceAnswer
from helsebro_aws.http.fields.ids import ClaimIdField, ClinicIdField, PersonIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown

KindShown = Annotated[
    ConsentKind,
    Field(
        description="What it lets us do: read health papers in all cases (`general`), write about cover in "
        "the network (`network-contact`), obtain and pass on information in a case (`case`), or pass it on "
        "to one clinic (`clinic`)."
    ),
]
TextVersion = Annotated[
    str | None,
    Field(description="The version of the text that was last decided on.", examples=["2026-01-01"]),
]
ConsentExpiresOn = Annotated[
    DayShown | None,
    Field(description="The first day on which a given consent is no longer in force; else null."),
]


class DecidedConsentAnswer(TypedDict):
    """One decision on a consent."""

    status: Annotated[ConsentState, Field(description="The state of the consent after the decision.")]
    decidedAt: Annotated[InstantShown, Field(description="When it was stored.")]
    decidedBy: Annotated[
        Literal["member", "guardian"], Field(description="Who decided; staff only record it.")
    ]
    guardian: Annotated[
        DecidingGuardianAnswer | None,
        Field(description="Which guardian decided; null when the person decided alone."),
    ]
    expiresOn: ConsentExpiresOn
    textVersion: TextVersion
    evidence: Annotated[
        DecisionEvidenceAnswer | None,
        Field(
            description="How staff knew it, when they recorded it; null when the person decided here. Staff "
            "see what their own insurer recorded."
        ),
    ]


class StandingConsentAnswer(TypedDict):
    """How a consent stands, with every decision on it."""

    kind: KindShown
    status: Annotated[ConsentState, Field(description="Where the consent stands today.")]
    given: Annotated[
        bool | None, Field(description="Whether it is in force; null while it is undecided.", examples=[True])
    ]
    givenAt: Annotated[InstantShown | None, Field(description="When it was last given; null if never.")]
    expiresOn: ConsentExpiresOn
    textVersion: TextVersion
    receipt: Annotated[
        str | None,
        Field(
            description="Where the receipt of the last decision is read as PDF; null while it is undecided, "
            "and for staff where it belongs to no case.",
            examples=["/v1/me/consents/general/receipt"],
        ),
    ]
    history: Annotated[list[DecidedConsentAnswer], Field(description="Every decision, newest first.")]


class AnyConsentAnswer(StandingConsentAnswer):
    """A consent of any kind, with every decision on it."""

    claimId: NotRequired[Annotated[ClaimIdField, Field(description="The case that it is of, if of one.")]]
    personId: NotRequired[
        Annotated[
            PersonIdField,
            Field(description="The child for whom the reader decides; absent in the reader's own."),
        ]
    ]
    clinicId: NotRequired[Annotated[ClinicIdField, Field(description="The clinic that it is to, if to one.")]]


class ConsentVersionAnswer(TypedDict):
    """A version of the text that a person reads before deciding, in the reader's language."""

    kind: KindShown
    decidesFor: Annotated[
        DecidesFor,
        Field(
            description="For whom one decides on it: `self`, or `child` for a guardian who decides in the "
            "case of a child under 15."
        ),
    ]
    version: Annotated[
        str, Field(description="Its version, which the decision names.", examples=["2026-01-01"])
    ]
    validFrom: Annotated[DayShown, Field(description="The first day on which it is decided on.")]
    validUntil: Annotated[
        DayShown | None,
        Field(description="The last day on which it is decided on; null until another version is known."),
    ]
    current: Annotated[bool, Field(description="Whether it is the one to decide on today, for whom it says.")]
    title: Annotated[str, Field(description="Its title.", examples=["Samtykke i sagen"])]
    text: Annotated[
        str, Field(description="The text.", examples=["Jeg giver samtykke til, at mit forsikringsselskab …"])
    ]
