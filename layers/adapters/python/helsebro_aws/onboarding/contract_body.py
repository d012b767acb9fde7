"""The shapes of what a signatory sends about the contract and the clinic's consent."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.visible_text import VisibleText

Invitation = Annotated[
    Annotated[str, Field(min_length=1, max_length=100)] | None,
    Field(
        description="The one-time token of the link in the mail to the signatory. It is needed when the "
        "application named no CPR number.",
        examples=["mzxw6ytboi2tkmrtgu3dmnzy"],
    ),
]


class SignatureShape(Body):
    """What the signatory signs; the body may be left out."""

    contract_sha256: Annotated[
        Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{64}$")] | None,
        Field(
            description="The SHA-256 digest of the PDF that the signatory has read, in hexadecimal digits. "
            "It must be that of the contract that was sent.",
            examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
        ),
    ] = None
    invitation: Invitation = None


class DeclineShape(Body):
    """Why the clinic does not sign."""

    reason: Annotated[VisibleText, Field(description="The reason.", examples=["The fees are too low."])]
    invitation: Invitation = None


class NewConsentShape(Body):
    """Whether the clinic's system may share data about the clinic."""

    given: Annotated[StrictBool, Field(description="Whether the consent is given.")]
    text_version: Annotated[
        Annotated[str, Field(min_length=1, max_length=40)] | None,
        Field(
            description="The version of the text that the signatory has read; the current one when absent.",
            examples=["2026-12-01"],
        ),
    ] = None


class SecretRotationShape(Body):
    """Why the secret is replaced; the body may be left out."""

    lost: Annotated[
        StrictBool,
        Field(description="Whether the old secret is in wrong hands. It then ends at once."),
    ] = False
