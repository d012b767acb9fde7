"""Clinic events: what a clinic's system reports, signed, each type one method in a table (F0-13, F1-06).

Trigger: HTTP API. The message's ``webhook-id`` is its idempotency key: a replay has no second effect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from helsebro.caller import CLINIC_SYSTEM
from helsebro.errors import BadInput, Fault
from helsebro_aws import clock
from helsebro_aws.calendar_reports import CalendarReports
from helsebro_aws.course_reports import CourseReports
from helsebro_aws.http import Answer, Call, Routes
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.practitioner_reports import PractitionerReports
from helsebro_aws.session_reports import SessionReports

if TYPE_CHECKING:
    from helsebro_aws.shapes import clinic_event as clinic_event_shapes

app = APIGatewayHttpResolver()
route = Routes(app)
calendars, sessions = CalendarReports(), SessionReports()
courses, practitioners = CourseReports(), PractitionerReports()
CLOCKS_APART = timedelta(minutes=5)
TYPES: dict[str, Callable[[Call, Any, datetime], Answer]] = {
    "slots.published": calendars.publish,
    "slots.withdrawn": calendars.withdraw,
    "session.held": sessions.hold,
    "session.missed": sessions.miss,
    "session.cancelled": sessions.cancel,
    "client.contacted": courses.contact_client,
    "course.ended": courses.end,
    "extension.requested": courses.request_extension,
    "client.referred-on": courses.refer_on,
    "clinic.changed": practitioners.change_clinic,
    "practitioner.changed": practitioners.change,
}


@route.post(
    "/v1/clinic-events", allows={CLINIC_SYSTEM}, answers=202, body="shapes.clinic_event.ClinicEventShape"
)
def take_event(call: Call, body: clinic_event_shapes.ClinicEventShape) -> Answer:
    """A clinic's system reports what happened; every fault is told at once, an unknown type is one."""
    if body.timestamp > clock.now() + CLOCKS_APART:
        raise BadInput([Fault("/timestamp", "event-in-the-future", "")])
    return TYPES[body.type](call, body.data, body.timestamp)


handler = route.handler
