"""Practitioner left: what a task says of a client whose practitioner left the clinic."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField, GuaranteeIdField, PractitionerIdField


class PractitionerLeftAnswer(TypedDict):
    """A client's guarantee that is bound to a practitioner who left the clinic."""

    guaranteeId: GuaranteeIdField
    clinicId: ClinicIdField
    practitionerId: PractitionerIdField
    sessionsLeft: Annotated[
        int, Field(description="How many sessions were not held when they left.", examples=[3])
    ]
