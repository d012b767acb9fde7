"""What the routes of a clinic's practitioners answer, beside their list."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField


class StoredPractitionerAnswer(TypedDict):
    """The ids of a practitioner that was stored."""

    practitionerId: PractitionerIdField
    clinicId: ClinicIdField
    key: Annotated[str, Field(description="The clinic's own key of the practitioner.", examples=["p-17"])]
