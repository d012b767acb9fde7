"""A clinic system's reports about a client's course under a guarantee (F1-06).

The clinic where the course is reports on all of it. One that treated the client before may still say that its
own course has ended, which is so already, and that the client needs other help.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, TypeAlias

from helsebro.claims.consent import must_be_given
from helsebro.errors import Fault, NotFound
from helsebro.guarantees import extension
from helsebro.guarantees.client_here import ClientHere, NotTreatedHere
from helsebro.guarantees.course import ClientContact, CourseEnd, OnwardReferral, Report
from helsebro.guarantees.extension import ExtensionRequest
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, GuaranteeId
from helsebro_aws.bookings.booked_clinics import client_here, is_booked_with
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.clinic_systems import event_time
from helsebro_aws.clinic_systems.session_reports import own_booking
from helsebro_aws.documents.accepted import accepted_paper
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.guarantees.dynamo_courses import DynamoCourses
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.http.answer import ACCEPTED, HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.platform import clock

Reported: TypeAlias = Callable[["CourseReports", Call, Any, datetime], HttpAnswer]


def _judged_again(report: Reported) -> Reported:
    """Reads and judges a report again when the guarantee has changed since it was read."""

    @wraps(report)
    def again(self: CourseReports, call: Call, data: Any, at: datetime) -> HttpAnswer:
        return retry_on_conflict(lambda: report(self, call, data, at), GuaranteeChanged)

    return again


@dataclass(frozen=True)
class CourseReports:
    """Stores each report with the claim; its event is published without the free text."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    bookings: DynamoBookings = field(default_factory=DynamoBookings)
    courses: DynamoCourses = field(default_factory=DynamoCourses)
    extensions: DynamoExtensions = field(default_factory=DynamoExtensions)

    @_judged_again
    def contact_client(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``client.contacted``: stores the contact; the first one counts (F1-10, F1-16)."""
        here = self._named(call, data.guarantee_id, data.booking_id)
        if not here.is_to_report:
            raise NotTreatedHere()
        guarantee = here.guarantee
        event_time.refuse(event_time.of_course("client.contacted", here, at))
        contact = ClientContact.under(guarantee, call.caller.clinic_id, data.by, at)
        return self._record(call, contact, guarantee)

    @_judged_again
    def end(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``course.ended``: stores that the clinic has finished the treatment."""
        here = self._here(call, data.guarantee_id)
        event_time.refuse(event_time.of_course("course.ended", here, at))
        if not here.is_to_report:
            # It ended when the client went elsewhere; the course there goes on.
            tables.commit([], receipt=call.receipt(ACCEPTED))
            return ACCEPTED
        end = CourseEnd(data.guarantee_id, call.caller.clinic_id, at)
        return self._record(call, end, here.guarantee)

    def request_extension(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``extension.requested``: asks for more sessions, with the reason; staff decide (F1-25).

        The request counts from when it arrives, as the time in which it is answered does.
        """
        here, clinic_id = self._here(call, data.guarantee_id), call.caller.clinic_id
        if not here.is_bound:
            raise NotTreatedHere()
        guarantee = here.guarantee
        event_time.refuse(event_time.of_course("extension.requested", here, at))
        request = ExtensionRequest(data.justification, data.sessions, achieved=data.achieved)
        claim = self.claims.find(guarantee.claim_id)
        asked = extension.by_clinic(claim, guarantee, request, clinic_id, clock.now(), clock.randomness())
        must_be_given(claim)
        answer = HttpAnswer(202, {"status": "accepted", "extensionId": asked.extension_id})
        self.extensions.request(asked, accepted_paper, call.receipt(answer))
        return answer

    @_judged_again
    def refer_on(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``client.referred-on``: stores that the client needs other help; staff assess the case (F1-30).

        The practitioner of the booking that is named referred the client on, else who treats or treated here.
        """
        booking = own_booking(self.bookings, call, data.booking_id) if data.booking_id else None
        here = self._here(call, booking.guarantee_id if booking else data.guarantee_id)
        event_time.refuse(event_time.of_course("client.referred-on", here, at))
        treats = booking.practitioner_id if booking else here.treated_by
        clinic_id = call.caller.clinic_id
        referral = OnwardReferral(here.guarantee.guarantee_id, clinic_id, data.to, at, treats)
        return self._record(call, referral, here.guarantee)

    def _record(self, call: Call, report: Report, guarantee: Guarantee) -> HttpAnswer:
        self.courses.record(report, guarantee, call.receipt(ACCEPTED))
        return ACCEPTED

    def faults_of_time(self, call: Call, kind: str, named: Mapping[str, Any], at: datetime) -> list[Fault]:
        """Returns the fault of when an event happened, by the guarantee that it or its booking names."""
        here = self._named(call, named.get("guarantee_id"), named.get("booking_id"))
        return event_time.of_course(kind, here, at)

    def _named(
        self, call: Call, guarantee_id: GuaranteeId | None, booking_id: BookingId | None
    ) -> ClientHere:
        """Returns the client under a guarantee that is named, or under that of the booking that is.

        Raises ``NotFound`` and ``NotTreatedHere``.
        """
        if guarantee_id is None:
            if booking_id is None:
                raise NotFound()
            guarantee_id = own_booking(self.bookings, call, booking_id).guarantee_id
        return self._here(call, guarantee_id)

    def _here(self, call: Call, guarantee_id: GuaranteeId) -> ClientHere:
        """Returns a client whom the caller's clinic treats or has treated.

        Raises ``NotFound``, and ``NotTreatedHere`` for a clinic that had bookings only that were cancelled.
        """
        here = client_here(self.guarantees.find(guarantee_id), call.caller)
        if not here.is_seen:
            raise NotTreatedHere() if is_booked_with(guarantee_id, call.caller) else NotFound()
        return here
