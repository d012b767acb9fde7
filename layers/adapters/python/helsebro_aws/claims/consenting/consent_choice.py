"""The bodies of decisions on the consents beside that of a case."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from helsebro_aws.claims.recorded.evidence_body import ConsentEvidenceShape, EvidenceOfStaff
from helsebro_aws.http.bodies import Body

Given = Annotated[
    bool, Field(strict=True, description="True to give the consent, false to refuse or withdraw it.")
]
ReadVersion = Annotated[
    str | None,
    Field(
        max_length=40,
        description="The version of the text that was read (`GET /v1/consent-texts`). The decision is "
        "refused when another one is to be decided on today.",
        examples=["2026-01-01"],
    ),
]


class NewClinicConsentShape(Body):
    """A yes or a no to passing a case on to one clinic."""

    given: Given
    text_version: ReadVersion = None
    evidence: EvidenceOfStaff = None


class RecordedConsentShape(Body):
    """A yes or a no that belongs to no case, of a member who cannot log in."""

    given: Given
    evidence: Annotated[ConsentEvidenceShape, Field(description="How the member decided.")]


class NewPersonalConsentShape(Body):
    """A yes or a no that belongs to no case."""

    kind: Annotated[
        Literal["general", "network-contact"],
        Field(description="Which consent; the general one when it is left out.", examples=["general"]),
    ] = "general"
    given: Given
    text_version: ReadVersion = None
