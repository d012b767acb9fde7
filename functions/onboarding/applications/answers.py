"""What the routes of applications answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField
from helsebro_aws.network.clinic_answer import ChecklistAnswer


class ReceivedApplicationAnswer(TypedDict):
    """An application that was received."""

    clinicId: ClinicIdField
    checklist: Annotated[ChecklistAnswer, Field(description="How far the clinic is.")]


class DeclarationAnswer(TypedDict):
    """What an applicant declares."""

    textVersion: Annotated[str, Field(description="The version of the text.", examples=["2026-11"])]
    language: Annotated[Literal["da", "nb", "en"], Field(description="The language of the text.")]
    text: Annotated[
        str,
        Field(description="The text.", examples=["I solemnly declare that this information is correct."]),
    ]
