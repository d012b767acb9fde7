"""What the routes of consents answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.consenting.clinic_consent import ConsentState
from helsebro_aws.claims.claim_answer import ClaimStatusShown, Missing
from helsebro_aws.http.fields.ids import ClaimIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown

ExpiresOn = Annotated[
    DayShown | None,
    Field(description="The first day on which a given consent is no longer in force; else null."),
]


class ConsentAnswer(TypedDict):
    """The consent to obtain and pass on information in a case, and what the claim waits for now."""

    claimId: ClaimIdField
    status: Annotated[ConsentState, Field(description="Where the consent stands.")]
    given: Annotated[
        bool | None, Field(description="Whether it is in force; null while it is undecided.", examples=[True])
    ]
    expiresOn: ExpiresOn
    claimStatus: ClaimStatusShown
    missing: Missing


class PastConsentAnswer(TypedDict):
    """A decision on the consent of a case."""

    status: Annotated[ConsentState, Field(description="The state of the consent after the decision.")]
    decidedAt: Annotated[InstantShown, Field(description="When it was decided.")]
    expiresOn: ExpiresOn
    textVersion: Annotated[
        str | None,
        Field(description="The version of the text that was decided on.", examples=["2026-12-01"]),
    ]


class ConsentWithHistoryAnswer(ConsentAnswer):
    """The consent of a case, with every decision."""

    history: Annotated[list[PastConsentAnswer], Field(description="Every decision, newest first.")]
