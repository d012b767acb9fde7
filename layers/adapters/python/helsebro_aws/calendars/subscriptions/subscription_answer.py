"""A subscription of a practitioner's own calendar as answers show it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.calendars.subscriptions.calendar_fault import CalendarFault
from helsebro.calendars.subscriptions.calendar_subscription import CalendarState
from helsebro.network.clinic_details import Weekday
from helsebro.network.consultation import Consultation
from helsebro_aws.http.fields.ids import PractitionerIdField
from helsebro_aws.http.fields.shown import InstantShown


class WorkingTimeAnswer(TypedDict):
    """The hours of a weekday in which there are sessions, one after the other."""

    weekday: Annotated[Weekday, Field(description="The weekday.", examples=["monday"])]
    opens: Annotated[str, Field(description="When the first one starts.", examples=["09:00"])]
    closes: Annotated[str, Field(description="When the last one has ended.", examples=["12:00"])]
    minutes: Annotated[int, Field(description="How long each lasts.", examples=[45])]
    service: Annotated[Consultation, Field(description="The kind of session.", examples=["follow-up"])]
    addressKey: Annotated[
        str | None,
        Field(description="The key of the address where they are; null for the first.", examples=["aarhus"]),
    ]


class CalendarReadingAnswer(TypedDict):
    """How reading a practitioner's own calendar goes."""

    state: Annotated[
        CalendarState,
        Field(description="`waiting`: not read yet. `read`: all is well. `failing`: it cannot be read now."),
    ]
    fetchedAt: Annotated[InstantShown | None, Field(description="When it was last read; null if never.")]
    fault: Annotated[
        CalendarFault | None,
        Field(
            description="Why it cannot be read; else null. `not-understood`: an event has a time or a rule "
            "that we do not know, so no time of the calendar is used.",
            examples=["not-found"],
        ),
    ]
    faultText: Annotated[
        str | None,
        Field(
            description="What the fault means and what to do, in the reader's language; else null.",
            examples=["There is no calendar at the address. Give us a new address."],
        ),
    ]
    failingSince: NotRequired[
        Annotated[InstantShown, Field(description="Since when it cannot be read; absent while it can.")]
    ]


class CalendarSubscriptionAnswer(CalendarReadingAnswer):
    """How reading the calendar goes, and when there are sessions. Its address is never shown."""

    times: Annotated[list[WorkingTimeAnswer], Field(description="When there are sessions.")]


class ClinicCalendarAnswer(CalendarReadingAnswer):
    """How reading the own calendar of one of the clinic's practitioners goes."""

    practitionerId: PractitionerIdField
    key: Annotated[
        str, Field(description="The clinic's own key of the practitioner.", examples=["mette-lund"])
    ]
