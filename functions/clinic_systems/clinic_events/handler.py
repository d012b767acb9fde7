"""Clinic events: signed reports from a clinic's system; a table names the method of each type (F0-13, F1-06).

Trigger: HTTP API. The message's ``webhook-id`` is its idempotency key: a replay has no second effect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from helsebro.caller import CLINIC_SYSTEM
from helsebro.errors import BadInput, Fault
from helsebro_aws.clinic_systems.calendar_reports import CalendarReports
from helsebro_aws.clinic_systems.course_reports import CourseReports
from helsebro_aws.clinic_systems.practitioner_reports import PractitionerReports
from helsebro_aws.clinic_systems.session_reports import SessionReports
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.clinic_systems import event_body

app = APIGatewayHttpResolver()
route = Routes(app)
calendars, sessions = CalendarReports(), SessionReports()
courses, practitioners = CourseReports(), PractitionerReports()
CLOCK_DRIFT = timedelta(minutes=5)
TYPES: dict[str, Callable[[Call, Any, datetime], HttpAnswer]] = {
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
    "/v1/clinic-events",
    allows={CLINIC_SYSTEM},
    answers=202,
    body="clinic_systems.event_body.ReportedEvent",
    body_shape="clinic_systems.clinic_event_shape.ClinicEventShape",
    returns="clinic_systems.event_answer.AcceptedEventAnswer",
    refuses={
        404: "not-found",
        409: "booking-closed",
        422: "crisis-by-phone-only extension-is-the-members-to-ask not-extendable nothing-to-extend "
        "session-has-begun",
    },
)
def report_event(call: Call, body: event_body.ReportedEvent) -> HttpAnswer:
    """Reports what happened at the clinic.

    ``type`` decides the form of ``data``. Each message is accepted once, by its ``webhook-id``. A rejection
    lists every fault, also an unknown type. For slots the answer has a result for each; when none is accepted
    the event is rejected with the reasons.
    """
    if body.timestamp > clock.now() + CLOCK_DRIFT:
        raise BadInput([Fault("/timestamp", "event-in-the-future", "")])
    return TYPES[body.type](call, body.data, body.timestamp)


handler = route.handler
