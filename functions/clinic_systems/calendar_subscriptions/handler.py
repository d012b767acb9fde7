"""Calendar subscriptions: a practitioner's own calendar, from which a clinic without a system offers times.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helsebro.calendars.subscriptions.calendar_subscription import CalendarOfASystem, CalendarSubscription
from helsebro.caller import CLINIC_SYSTEM, MEMBER, NETWORK, Caller
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.ids import ClinicId
from helsebro.network.clinic import WITHOUT_SYSTEM, Clinic
from helsebro.network.practitioner import Practitioner
from helsebro_aws.calendars.subscriptions.dynamo_subscriptions import DynamoSubscriptions, sealed
from helsebro_aws.calendars.subscriptions.subscription_view import shown
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.calendars.subscriptions import subscription_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, subscriptions = DynamoClinics(), DynamoPractitioners(), DynamoSubscriptions()
CALENDAR = "/v1/clinics/<clinic_id>/practitioners/<key>/calendar"
SHOWN = "calendars.subscriptions.subscription_answer.CalendarSubscriptionAnswer"


@route.put(
    CALENDAR,
    allows={CLINIC_SYSTEM, MEMBER},
    body="calendars.subscriptions.subscription_body.NewCalendarSubscriptionShape",
    returns=SHOWN,
    refuses={409: "contract-not-signed", 422: "clinic-has-a-system"},
)
def subscribe_calendar(
    call: Call, body: subscription_body.NewCalendarSubscriptionShape, clinic_id: ClinicId, key: str
) -> HttpAnswer:
    """Reads the free times of a practitioner from their own calendar.

    For a clinic whose `clinicSystem` is `other`, once its contract is signed. The calendar is read every 15
    minutes. The sessions of `times` that meet none of its events become the whole calendar of the next six
    weeks, as with `slots.replaced`: booked times stay. Of the events only their times are read. While the
    calendar cannot be read, what was published stays; after a day the clinic gets a mail.
    """
    practitioner = _own(call, clinic_id, key)
    clinic = clinics.find(clinic_id)
    clinic.must_have_signed()
    if clinic.clinic_system != WITHOUT_SYSTEM:
        raise CalendarOfASystem()
    times = body.working_times()
    unknown = [index for index, row in enumerate(times) if row.address_key not in practitioner.places]
    if unknown:
        raise BadInput([Fault(f"/times/{index}/addressKey", "address-key-unknown", "") for index in unknown])
    before, stored = subscriptions.stored(practitioner.practitioner_id)
    if body.ics_url:
        stored = sealed(practitioner.practitioner_id, body.ics_url)
    if not stored:
        raise BadInput([Fault("/icsUrl", "missing", "")])
    at = clock.now()
    new = CalendarSubscription(practitioner.practitioner_id, clinic_id, times, next_at=at)
    after = before.renewed(times, at) if before else new
    tables.commit([subscriptions.change(before, after, stored)])
    return HttpAnswer(200, shown(after, call.language))


@route.get(CALENDAR, allows={CLINIC_SYSTEM, MEMBER, NETWORK}, returns=SHOWN)
def read_subscription(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Returns how reading the practitioner's own calendar goes.

    The clinic, the practitioner and the staff of the network may read it, also once the clinic has ended.
    """
    if NETWORK not in call.caller.rights:
        _of(call, clinic_id, key, Clinic.must_be_read_by)
    found = subscriptions.known(practitioners.of_key(clinic_id, key).practitioner_id)
    if found is None:
        raise NotFound()
    return HttpAnswer(200, shown(found, call.language))


@route.delete(CALENDAR, allows={CLINIC_SYSTEM, MEMBER}, answers=204)
def unsubscribe_calendar(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Ends the reading of the practitioner's own calendar.

    Its address is deleted. The times that were published stay, and the clinic may withdraw them.
    """
    practitioner_id = _own(call, clinic_id, key).practitioner_id
    if subscriptions.known(practitioner_id):
        tables.commit([subscriptions.removal(practitioner_id)])
    return HttpAnswer(204)


def _own(call: Call, clinic_id: ClinicId, key: str) -> Practitioner:
    """Returns the practitioner of a caller who changes something. Raises as ``_of``, and ``ClinicEnded``."""
    return _of(call, clinic_id, key, Clinic.must_be_run_by)


def _of(call: Call, clinic_id: ClinicId, key: str, must: Callable[[Clinic, Caller], None]) -> Practitioner:
    """Returns the practitioner of the caller; ``must`` refuses whoever is not one of the clinic.

    Raises ``NotFound``, ``NotAllowed``.
    """
    try:
        found = practitioners.of_key(clinic_id, key)
    except NotFound:
        # The refusal is the same, whoever is named.
        must(clinics.find(clinic_id), call.caller)
        raise
    if not call.caller.treats_at(clinic_id, found.practitioner_id):
        must(clinics.find(clinic_id), call.caller)
    if found.ended_at:
        raise NotFound()
    return found


handler = route.handler
