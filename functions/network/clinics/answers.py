"""What the routes of clinics answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field

from helsebro_aws.calendars.subscriptions.subscription_answer import ClinicCalendarAnswer
from helsebro_aws.network.clinic_answer import ClinicAnswer


class ReadClinicAnswer(ClinicAnswer):
    """A clinic with what it should look after."""

    calendars: NotRequired[
        Annotated[
            list[ClinicCalendarAnswer],
            Field(
                description="How the own calendars of its first 100 practitioners are read, if it has no "
                "system and any subscribes one. A practitioner sees the own one."
            ),
        ]
    ]
