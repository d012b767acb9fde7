"""What staff granted, in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer


class GrantedSessionsAnswer(TypedDict):
    """Sessions that staff granted, until a last day, at one clinic or at any."""

    sessions: Annotated[int, Field(description="How many sessions.", examples=[3])]
    validUntil: NotRequired[Annotated[DayShown, Field(description="The last day.")]]
    clinicId: NotRequired[ClinicIdField]
    practitionerId: NotRequired[PractitionerIdField]
    perSession: NotRequired[Annotated[MoneyAnswer, Field(description="The price agreed for this case.")]]
