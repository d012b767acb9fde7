"""What the routes of applications answer."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.clinic import ClinicStatus
from helsebro.network.joining.clinic_ending import EndedWhy
from helsebro_aws.http.fields.ids import ClinicIdField
from helsebro_aws.http.fields.shown import InstantShown
from helsebro_aws.network.clinic_answer import ChecklistAnswer, ClinicNextStepAnswer


class ReceivedApplicationAnswer(TypedDict):
    """An application that was received."""

    clinicId: ClinicIdField
    checklist: Annotated[ChecklistAnswer, Field(description="How far the clinic is.")]


class ApplicationEndingAnswer(TypedDict):
    """Why the clinic does not join."""

    why: Annotated[
        EndedWhy,
        Field(
            description="`denied`: we denied the application. `declined`: the signatory declined the "
            "contract. `expired`: it was not signed in time."
        ),
    ]
    at: Annotated[InstantShown, Field(description="When it ended.")]


class ApplicationStatusAnswer(TypedDict):
    """Where an application stands."""

    status: Annotated[
        ClinicStatus, Field(description="`applied` while the clinic may still join, else `ended`.")
    ]
    checklist: Annotated[ChecklistAnswer, Field(description="How far the clinic is.")]
    nextStep: Annotated[
        ClinicNextStepAnswer | None, Field(description="What comes next; null once it has ended.")
    ]
    ending: NotRequired[Annotated[ApplicationEndingAnswer, Field(description="Why it ended, if it did.")]]


class DeclarationAnswer(TypedDict):
    """What an applicant declares."""

    textVersion: Annotated[str, Field(description="The version of the text.", examples=["2026-11"])]
    language: Annotated[Literal["da", "nb", "en"], Field(description="The language of the text.")]
    text: Annotated[
        str,
        Field(description="The text.", examples=["I solemnly declare that this information is correct."]),
    ]
