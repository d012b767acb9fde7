"""What the routes of consents answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.claims.claim_answer import ClaimStatusShown, Missing
from helsebro_aws.claims.consenting.consent_answer import StandingConsentAnswer
from helsebro_aws.http.fields.ids import ClaimIdField


class ConsentAnswer(StandingConsentAnswer):
    """The consent to obtain and pass on information in a case, and what the claim waits for now."""

    claimId: ClaimIdField
    claimStatus: ClaimStatusShown
    missing: Missing


class WordingAnswer(TypedDict):
    """What staff read aloud before they record a decision."""

    textVersion: Annotated[
        str, Field(description="Its version, to send as evidence.", examples=["consent-2026-12"])
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
    consentForChild: Annotated[
        WordingAnswer, Field(description="Of the consent of a child's case, which a guardian gives.")
    ]
    consentRefusal: Annotated[
        WordingAnswer, Field(description="Of a no to it: a refusal, or a withdrawal of what was given.")
    ]
    clinicConsent: Annotated[WordingAnswer, Field(description="Of passing a case on to one clinic.")]
    clinicConsentForChild: Annotated[
        WordingAnswer, Field(description="Of passing a child's case on to one clinic.")
    ]
    clinicConsentRefusal: Annotated[WordingAnswer, Field(description="Of a no to one clinic.")]
    generalConsent: Annotated[WordingAnswer, Field(description="Of the general consent.")]
    generalConsentRefusal: Annotated[WordingAnswer, Field(description="Of a no to it.")]
    networkContactConsent: Annotated[
        WordingAnswer, Field(description="Of contact about cover in the network.")
    ]
    networkContactConsentRefusal: Annotated[WordingAnswer, Field(description="Of a no to it.")]
    mandate: Annotated[WordingAnswer, Field(description="Of a mandate.")]
    mandateRevocation: Annotated[WordingAnswer, Field(description="Of the revocation of a mandate.")]
