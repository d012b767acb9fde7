"""What the routes of consents answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.consenting.consent_state import ConsentState
from helsebro_aws.claims.claim_answer import ClaimStatusShown, Missing
from helsebro_aws.claims.recorded.evidence_answer import DecisionEvidenceAnswer
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
    decidedAt: Annotated[InstantShown, Field(description="When it was stored.")]
    decidedBy: Annotated[
        Literal["member", "guardian"], Field(description="Who decided; staff only record it.")
    ]
    expiresOn: ExpiresOn
    textVersion: Annotated[
        str | None,
        Field(description="The version of the text that was decided on.", examples=["2026-12-01"]),
    ]
    evidence: Annotated[
        DecisionEvidenceAnswer | None,
        Field(description="How staff knew it, when they recorded it; null when the person decided here."),
    ]


class ConsentWithHistoryAnswer(ConsentAnswer):
    """The consent of a case, with every decision."""

    history: Annotated[list[PastConsentAnswer], Field(description="Every decision, newest first.")]


class WordingAnswer(TypedDict):
    """What staff read aloud before they record a decision."""

    textVersion: Annotated[
        str, Field(description="Its version, to send as evidence.", examples=["consent-2026-11"])
    ]
    text: Annotated[
        str,
        Field(
            description="The wording, in the caller's language.",
            examples=["Giver du denne person fuldmagt i sagen?"],
        ),
    ]


class WordingsAnswer(TypedDict):
    """The newest wording of each decision that staff may record: of a yes, and of a no."""

    consent: Annotated[WordingAnswer, Field(description="Of the consent of a case.")]
    consentRefusal: Annotated[
        WordingAnswer, Field(description="Of a no to it: a refusal, or a withdrawal of what was given.")
    ]
    clinicConsent: Annotated[WordingAnswer, Field(description="Of passing a case on to one clinic.")]
    clinicConsentRefusal: Annotated[WordingAnswer, Field(description="Of a no to one clinic.")]
    generalConsent: Annotated[WordingAnswer, Field(description="Of the general consent.")]
    generalConsentRefusal: Annotated[WordingAnswer, Field(description="Of a no to it.")]
    networkContactConsent: Annotated[
        WordingAnswer, Field(description="Of contact about cover in the network.")
    ]
    networkContactConsentRefusal: Annotated[WordingAnswer, Field(description="Of a no to it.")]
    mandate: Annotated[WordingAnswer, Field(description="Of a mandate.")]
    mandateRevocation: Annotated[WordingAnswer, Field(description="Of the revocation of a mandate.")]
