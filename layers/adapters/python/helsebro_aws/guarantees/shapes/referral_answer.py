"""An onward referral in the task of the staff who assess the case again."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField, GuaranteeIdField, PractitionerIdField


class ReferralAnswer(TypedDict):
    """Who referred the client on, and where to."""

    guaranteeId: GuaranteeIdField
    to: NotRequired[
        Annotated[
            str,
            Field(
                description="What the clinic wrote, if anything; what it wrote later is behind a `;`.",
                examples=["own doctor"],
            ),
        ]
    ]
    clinicId: NotRequired[ClinicIdField]
    clinicName: NotRequired[
        Annotated[str, Field(description="The clinic's name.", examples=["Klinik for Fysioterapi"])]
    ]
    practitionerId: NotRequired[
        Annotated[PractitionerIdField, Field(description="The practitioner, if one is known.")]
    ]
    practitionerName: NotRequired[
        Annotated[str, Field(description="The practitioner's name.", examples=["Mette Lund"])]
    ]
