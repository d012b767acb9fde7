"""What the routes of practitioners' logins answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.onboarding.practitioner_login import LoginStatus
from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
from helsebro_aws.http.fields.shown import InstantShown


class PractitionerLoginAnswer(TypedDict):
    """Whether someone signs in as a practitioner. It names no person."""

    clinicId: ClinicIdField
    practitionerId: PractitionerIdField
    key: Annotated[str, Field(description="The clinic's own key of the practitioner.", examples=["p-17"])]
    status: Annotated[
        LoginStatus,
        Field(description="`bound`: a person signs in. `invited`: the invitation is not accepted yet."),
    ]
    since: NotRequired[
        Annotated[InstantShown, Field(description="Since when the person signs in; absent otherwise.")]
    ]
    validUntil: NotRequired[
        Annotated[
            InstantShown, Field(description="Until when the invitation can be accepted; absent otherwise.")
        ]
    ]
