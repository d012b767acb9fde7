"""The clients of a clinic in answers: what is promised for each, who they are, and when they come next."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.calendars.slot_answer import ServiceShown
from helsebro_aws.guarantees.matching.match_answer import (
    InsurerAnswer,
    MatchAnswer,
    MatchedClientAnswer,
    MatchWarningAnswer,
)
from helsebro_aws.guarantees.shapes.guarantee_answer import (
    ClientStatusShown,
    CourseEndedAt,
    PromisedSessions,
)
from helsebro_aws.http.fields.ids import BookingIdField, PractitionerIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown


class NextBookingAnswer(TypedDict):
    """The next session that is booked."""

    bookingId: BookingIdField
    practitionerId: PractitionerIdField
    service: ServiceShown
    startsAt: Annotated[InstantShown, Field(description="When it starts.")]


class ClinicClientAnswer(PromisedSessions):
    """A guarantee that is for the clinic or was, with its client as the clinic may read them today."""

    status: ClientStatusShown
    practitionerId: Annotated[
        PractitionerIdField | None,
        Field(description="The practitioner it is for; null until the clinic or a booking chooses one."),
    ]
    sessionsLeft: Annotated[
        int,
        Field(
            ge=0,
            description="How many sessions are granted and not held; 0 once the course has ended. What was "
            "booked before can still be held.",
            examples=[5],
        ),
    ]
    lastDay: Annotated[
        DayShown, Field(description="The last day that it covers: `validUntil`, or when it was revoked.")
    ]
    courseEndedAt: NotRequired[CourseEndedAt]
    nextBooking: NotRequired[
        Annotated[NextBookingAnswer, Field(description="The next session; absent when none is booked.")]
    ]
    match: NotRequired[
        Annotated[MatchAnswer, Field(description="How staff matched the client; absent if they did not.")]
    ]
    client: NotRequired[
        Annotated[
            MatchedClientAnswer,
            Field(
                description="Who is treated: from the match on, while the guarantee is in force and the "
                "consent too."
            ),
        ]
    ]
    insurer: NotRequired[Annotated[InsurerAnswer, Field(description="Who pays; shown as the client is.")]]
    warnings: NotRequired[
        Annotated[
            list[MatchWarningAnswer],
            Field(description="What keeps the clinic from contacting the matched client; may be empty."),
        ]
    ]
