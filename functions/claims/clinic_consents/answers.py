"""What the routes of consents to clinics answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.claims.consenting.consent_answer import AnyConsentAnswer


class ClinicConsentAnswer(AnyConsentAnswer):
    """The consent to pass a case on to one clinic, with every decision."""

    passesOn: Annotated[
        bool,
        Field(
            description="Whether the clinic may learn of the case: the consent of the case is in force, and "
            "nothing that was decided about the clinic says no."
        ),
    ]
