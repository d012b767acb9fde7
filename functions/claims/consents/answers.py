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
    """The newest wording of each decision that staff may record."""

    consent: Annotated[WordingAnswer, Field(description="Of the consent of a case.")]
    mandate: Annotated[WordingAnswer, Field(description="Of a mandate.")]
