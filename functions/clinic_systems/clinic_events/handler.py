"""Clinic events: reports from a clinic's system; a table names the method of each type (F0-12, F0-13, F1-06).

Trigger: HTTP API. The message's ``webhook-id`` is its idempotency key: a replay has no second effect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from helsebro.caller import CLINIC_SYSTEM
from helsebro_aws.clinic_systems import event_time
from helsebro_aws.clinic_systems.calendar_reports import CalendarReports
from helsebro_aws.clinic_systems.course_reports import CourseReports
from helsebro_aws.clinic_systems.every_fault import EveryFault
from helsebro_aws.clinic_systems.practitioner_reports import PractitionerReports
from helsebro_aws.clinic_systems.reported_message import reported_message
from helsebro_aws.clinic_systems.session_reports import SessionReports
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics

app = APIGatewayHttpResolver()
route = Routes(app)
calendars, sessions, clinics = CalendarReports(), SessionReports(), DynamoClinics()
courses, practitioners = CourseReports(), PractitionerReports()
every_fault = EveryFault(practitioners, sessions, courses)
TYPES: dict[str, Callable[[Call, Any, datetime], HttpAnswer]] = {
    "slots.published": calendars.publish,
    "slots.replaced": calendars.replace,
    "slots.withdrawn": calendars.withdraw,
    "session.held": sessions.hold,
    "session.missed": sessions.miss,
    "session.cancelled": sessions.cancel,
    "session.corrected": sessions.correct,
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
    body_shape="clinic_systems.clinic_event_shape.ClinicEventShape",
    also_takes="network.integrators.installed.also_taken",
    returns="clinic_systems.event_answer.AcceptedEventAnswer",
    refuses={
        403: "client-not-treated-here",
        404: "not-found",
        409: "booking-closed consent-missing session-invoiced",
        422: "cover-is-over crisis-by-phone-only extension-is-the-members-to-ask guarantee-used-up "
        "not-extendable "
        "nothing-to-extend session-has-begun session-not-begun too-many-extensions",
    },
    fresh_for_money=True,
)
def report_event(call: Call) -> HttpAnswer:
    """Reports what happened at the clinic.

    ``type`` decides the form of ``data``. Each message is accepted once, by its ``webhook-id``. A rejection
    lists every fault, also an unknown type. For slots the answer has a result for each; when none is accepted
    the event is rejected with the reasons. After the consent, the first message connects the clinic's system.

    `timestamp` is when it happened: at most 5 minutes ahead of our clock, and, with the same allowance, not
    before the session that it reports was booked, nor before its day if it was held or missed. A contact, a
    referral, an extension or the end of a course is not before the guarantee was issued.

    A system of Compugroup may send resources of HL7 FHIR R4 instead, as `application/fhir+json`: a `Bundle`
    of `Slot`, an `Appointment` or a `PractitionerRole`. Faults then have the pointers of the resource.
    """
    message = reported_message(call, clinics)
    with message.faults_as_sent(call, every_fault):
        event = message.event()
        clinics.connect(clinics.find(call.caller.clinic_id), call.caller)
        event_time.refuse(event_time.of_any(event.timestamp))
        return TYPES[event.type](call, event.data, event.timestamp)


handler = route.handler
