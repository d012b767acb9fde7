"""What a task shows of a match that a clinic declined."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.tasks.declined_match import RematchCause
from helsebro_aws.calendars.found_practitioner_answer import WhyAnswer
from helsebro_aws.http.fields.ids import ClinicIdField, GuaranteeIdField, PractitionerIdField


class SuggestedPractitionerAnswer(TypedDict):
    """A practitioner who may treat instead, as the search found them when the clinic declined."""

    practitionerId: PractitionerIdField
    clinicId: ClinicIdField
    name: Annotated[str, Field(description="The practitioner's name.", examples=["Mette Lund"])]
    clinicName: Annotated[
        str, Field(description="The name of the clinic.", examples=["Klinik for Fysioterapi"])
    ]
    why: Annotated[WhyAnswer, Field(description="Why they are suggested.")]


class DeclinedMatchAnswer(TypedDict):
    """The match that a clinic declined, and who may treat instead."""

    guaranteeId: GuaranteeIdField
    clinicId: ClinicIdField
    practitionerId: NotRequired[
        Annotated[PractitionerIdField, Field(description="The practitioner, if the match named one.")]
    ]
    reason: Annotated[RematchCause, Field(description="Why: `member-refused` is the member's own no.")]
    text: NotRequired[
        Annotated[
            str,
            Field(
                description="What the clinic wrote about it, if anything.",
                examples=["We have a waiting list of six weeks."],
            ),
        ]
    ]
    suggestions: Annotated[
        list[SuggestedPractitionerAnswer],
        Field(description="Up to three who may treat instead, best first. Search for more."),
    ]
