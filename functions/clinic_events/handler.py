"""Clinic events: what a clinic's system reports, signed, each type one function in a table (F0-13, F1-06).

Trigger: HTTP API. The message's ``webhook-id`` is its idempotency key: a replay has no second effect.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from helsebro import ids
from helsebro.booking import Booking
from helsebro.caller import CLINIC_SYSTEM
from helsebro.course import ClientContact, CourseEnd, ExtensionRequest, ReferralOn, Report
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.guarantee import Guarantee
from helsebro.practitioner import Practitioner
from helsebro.publication import Publication
from helsebro.slot import Slot
from helsebro_aws import clock
from helsebro_aws.booking_changes import BookingChanges
from helsebro_aws.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamo_calendar import DynamoCalendar
from helsebro_aws.dynamo_clinics import DynamoClinics
from helsebro_aws.dynamo_courses import DynamoCourses
from helsebro_aws.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.http import Answer, Call, Routes
from helsebro_aws.http.resolver import APIGatewayHttpResolver

if TYPE_CHECKING:
    from helsebro_aws.shapes import clinic_event as clinic_event_shapes

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, calendar = DynamoClinics(), DynamoPractitioners(), DynamoCalendar()
bookings, changes = DynamoBookings(), BookingChanges()
guarantees, courses = DynamoGuarantees(), DynamoCourses()
CLOCKS_APART = timedelta(minutes=5)


@route.post("/v1/clinic-events", allows={CLINIC_SYSTEM}, answers=202)
def take_event(call: Call, body: clinic_event_shapes.ClinicEventShape) -> Answer:
    """A clinic's system reports what happened; every fault is told at once, an unknown type is one."""
    if body.timestamp > clock.now() + CLOCKS_APART:
        raise BadInput([Fault("/timestamp", "event-in-the-future", "")])
    return TYPES[body.type](call, body.data, body.timestamp)


def publish_slots(call: Call, data: Any, _: datetime) -> Answer:
    """``slots.published``: new slots, or new times of known ones that are free."""
    practitioner = _own_practitioner(call, data.practitioner_key)
    named = (practitioner.practitioner_id, practitioner.clinic_id)
    wanted = [
        Slot.published(*named, slot.key, slot.service, (slot.starts_at, slot.ends_at)) for slot in data.slots
    ]
    done = calendar.publish(practitioner, wanted, lambda done: call.receipt(_calendar(done)))
    return _calendar(done)


def withdraw_slots(call: Call, data: Any, _: datetime) -> Answer:
    """``slots.withdrawn``: slots taken back, unless they are booked."""
    practitioner = _own_practitioner(call, data.practitioner_key)
    done = calendar.withdraw(practitioner, data.all_keys, lambda done: call.receipt(_calendar(done)))
    return _calendar(done)


def hold_session(call: Call, data: Any, _: datetime) -> Answer:
    """``session.held``: uses one session of the guarantee, once."""
    booking = _own_booking(call, data.booking_id)
    held = booking.report("held", clock.now())
    changes.report(booking, held, "session.held", call.receipt(ACCEPTED))
    return ACCEPTED


def miss_session(call: Call, data: Any, _: datetime) -> Answer:
    """``session.missed``: never the payer's to pay, so the guarantee has the session back (F0-28)."""
    booking = _own_booking(call, data.booking_id)
    missed = booking.report("missed", clock.now())
    changes.report(booking, missed, "session.missed", call.receipt(ACCEPTED))
    return ACCEPTED


def cancel_session(call: Call, data: Any, _: datetime) -> Answer:
    """``session.cancelled``: by the clinic, which takes the slot back, or by a client who rang."""
    booking = _own_booking(call, data.booking_id)
    cancelled = booking.cancel("clinic" if data.by == "clinic" else "member", clock.now())
    changes.cancel(booking, cancelled, "session.cancelled", call.receipt(ACCEPTED))
    return ACCEPTED


def contact_client(call: Call, data: Any, at: datetime) -> Answer:
    """``client.contacted``: the first contact is the one that counts (F1-10, F1-16)."""
    named = data.guarantee_id or _own_booking(call, data.booking_id).guarantee_id
    guarantee = _own_guarantee(call, named)
    return _record(call, ClientContact.under(guarantee, call.caller.clinic_id, data.by, at), guarantee)


def end_course(call: Call, data: Any, at: datetime) -> Answer:
    """``course.ended``: the clinic has done with the client."""
    guarantee = _own_guarantee(call, data.guarantee_id)
    return _record(call, CourseEnd(guarantee.guarantee_id, call.caller.clinic_id, at), guarantee)


def request_extension(call: Call, data: Any, at: datetime) -> Answer:
    """``extension.requested``: more sessions, with the professional reason; staff decide (F1-25)."""
    guarantee = _own_guarantee(call, data.guarantee_id)
    asked = (data.sessions, data.justification)
    request = ExtensionRequest.of(guarantee, call.caller.clinic_id, asked, at, clock.randomness())
    return _record(call, request, guarantee, extensionId=request.extension_id)


def refer_client_on(call: Call, data: Any, at: datetime) -> Answer:
    """``client.referred-on``: the client needs other help; the payer follows up (F1-30)."""
    guarantee = _own_guarantee(call, data.guarantee_id)
    return _record(call, ReferralOn(guarantee.guarantee_id, call.caller.clinic_id, data.to, at), guarantee)


def change_clinic(call: Call, data: Any, _: datetime) -> Answer:
    """``clinic.changed``: name, phone and e-mail as they are now (F0-21)."""
    clinic = clinics.find(call.caller.clinic_id)
    changed = clinic.changed(name=data.name, phone=data.phone, email=data.email)
    clinics.change(clinic, changed, call.receipt(ACCEPTED))
    return ACCEPTED


def change_practitioner(call: Call, data: Any, _: datetime) -> Answer:
    """``practitioner.changed``: the practitioner's switches (F0-21, F1-01, F1-23)."""
    practitioner = _own_practitioner(call, data.practitioner_key)
    try:
        changed = practitioner.changed(
            insurance_clients=data.insurance_clients,
            crisis_help=data.crisis_help,
            weekly_capacity=data.weekly_capacity,
        )
    except BadInput as bad:
        raise BadInput([replace(fault, pointer=f"/data{fault.pointer}") for fault in bad.faults]) from None
    practitioners.set(changed, call.receipt(ACCEPTED))
    return ACCEPTED


TYPES: dict[str, Callable[[Call, Any, datetime], Answer]] = {
    "slots.published": publish_slots,
    "slots.withdrawn": withdraw_slots,
    "session.held": hold_session,
    "session.missed": miss_session,
    "session.cancelled": cancel_session,
    "client.contacted": contact_client,
    "course.ended": end_course,
    "extension.requested": request_extension,
    "client.referred-on": refer_client_on,
    "clinic.changed": change_clinic,
    "practitioner.changed": change_practitioner,
}
ACCEPTED = Answer(202, {"status": "accepted"})


def _calendar(done: Publication) -> Answer:
    """What became of each slot. Raises ``BadInput`` when none was taken over, with the reason of each."""
    if done.refused and not (done.put or done.vacated or done.unchanged):
        raise BadInput([Fault(f"/data/slots/{one.index}", one.reason, "") for one in done.refused])
    told = {
        "status": "accepted",
        "published": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.put],
        "unchanged": list(done.unchanged),
        "refused": [{"key": one.key, "code": one.reason} for one in done.refused],
    }
    if not done.put:
        told["withdrawn"] = [{"key": slot.key, "slotId": slot.slot_id} for slot in done.vacated]
    return Answer(202, told)


def _record(call: Call, report: Report, guarantee: Guarantee, **told: str) -> Answer:
    answer = Answer(202, {"status": "accepted", **told})
    courses.record(report, guarantee, call.receipt(answer))
    return answer


def _own_practitioner(call: Call, key: str) -> Practitioner:
    try:
        return practitioners.find(ids.practitioner_id(call.caller.clinic_id, key))
    except NotFound:
        raise BadInput([Fault("/data/practitionerKey", "practitioner-unknown", "")]) from None


def _own_booking(call: Call, booking_id: str) -> Booking:
    booking = bookings.find(booking_id)
    if booking.clinic_id != call.caller.clinic_id:
        raise NotFound()
    return booking


def _own_guarantee(call: Call, guarantee_id: str) -> Guarantee:
    guarantee = guarantees.find(guarantee_id)
    if guarantee.clinic_id != call.caller.clinic_id:
        raise NotFound()
    return guarantee


handler = route.handler
