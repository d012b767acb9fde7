"""What the routes of clinic settings answer, beside the clinic."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField


class RotatedSecretAnswer(TypedDict):
    """The new secret of a clinic's system, which no other answer shows."""

    clinicId: ClinicIdField
    signingSecret: Annotated[
        str,
        Field(
            description="The secret that the clinic's system signs its calls with: `whsec_` and base64.",
            examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="],
        ),
    ]


class ConsentTextAnswer(TypedDict):
    """The text that the signatory is asked to consent to."""

    textVersion: Annotated[
        str,
        Field(description="The version of the text, which the consent names.", examples=["2026-01-01"]),
    ]
    language: Annotated[Literal["da", "nb", "en"], Field(description="The language of the text.")]
    text: Annotated[
        str,
        Field(description="The text.", examples=["The clinic consents to its system sharing data about it."]),
    ]
