"""Bookings: hold, book, move and cancel a slot, always under a guarantee (F0-16, F2-07).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.bookings.slot_cover import must_move_to, must_offer
from helsebro.calendars.hold import Hold
from helsebro.caller import CASEWORKER, CLINIC_SYSTEM, CLINIC_USER, MEMBER, QUALITY
from helsebro.claims.consenting.passing_on import must_pass_on
from helsebro.errors import NotFound
from helsebro.ids import BookingId
from helsebro.network.clinic_details import late_from
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.bookings.booking_details import BookingDetails
from helsebro_aws.bookings.booking_list import only_to_invoice, page_of, whose
from helsebro_aws.bookings.booking_view import shown
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.dynamo_holds import DynamoHolds
from helsebro_aws.bookings.guarantee_condition import NOT_COVERED
from helsebro_aws.bookings.making.new_booking import NewBookings
from helsebro_aws.bookings.places.session_places import places_of
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.deadlines.shown.claim_names import with_names
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.contact.client_reaches import ClientReaches
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.bookings.bookings.answers import HoldAnswer

    from helsebro_aws.bookings import booking_body

app = APIGatewayHttpResolver()
route = Routes(app)
bookings, changes, details = DynamoBookings(), BookingChanges(), BookingDetails(ClientReaches().of)
holds, slots, new = DynamoHolds(), DynamoSlots(), NewBookings()
BOOKING = "bookings.booking_answer.BookingAnswer"
NOT_BOOKABLE = f"{NOT_COVERED} clinic-takes-no-clients slot-in-the-past slot-of-another-service"


@route.post(
    "/v1/holds",
    allows={MEMBER},
    body="bookings.booking_body.NewHoldShape",
    returns="answers.HoldAnswer",
    refuses={
        403: "clinic-consent-required consent-required mandate-to-contact-only",
        404: "not-found",
        409: "slot-taken",
        422: f"{NOT_BOOKABLE} practitioner-week-full",
    },
)
def hold_slot(call: Call, body: booking_body.NewHoldShape) -> HttpAnswer:
    """Holds a slot for ten minutes.

    A guarantee holds one slot at a time: a new hold releases the one before. To ask again for the same slot
    does not prolong the hold. When the slot is taken, `nextSlots` in the problem are free. No slot can be
    held in a week with as many sessions as the practitioner takes (`weeklyCapacity`).
    """
    at = clock.now()
    claim, guarantee = bookings.to_book_under(body.guarantee_id, call.caller, at)
    slot, practitioner = new.covered(guarantee, body.slot_id)
    must_pass_on(claim, slot.clinic_id)
    known = holds.active_hold(slot, guarantee)
    hold = known or Hold.on(slot, guarantee.guarantee_id, at, clock.randomness())
    notice_hours = new.clinics.notice_hours(slot.clinic_id)
    held: HoldAnswer = {
        "holdId": hold.hold_id,
        "slotId": slot.slot_id,
        "expiresAt": instant(hold.expires_at),
        "noticeHours": notice_hours,
        "lateFrom": instant(late_from(slot.starts_at, notice_hours)),
    }
    answer = HttpAnswer(201, held)
    acts = () if known else acts_under_mandate([claim], call.caller, "hold", hold.hold_id, at)
    holds.place(hold, (slot, practitioner), guarantee, call.receipt(answer, acts))
    return answer


@route.post(
    "/v1/bookings",
    allows={MEMBER, CASEWORKER},
    body="bookings.booking_body.NewBookingShape",
    returns=BOOKING,
    refuses={
        403: "clinic-consent-required consent-required mandate-to-contact-only",
        404: "not-found",
        409: "slot-taken",
        422: f"{NOT_BOOKABLE} practitioner-week-full",
    },
)
def book_slot(call: Call, body: booking_body.NewBookingShape) -> HttpAnswer:
    """Books a slot under a guarantee.

    The first booking binds the guarantee to the clinic and the practitioner. A guarantee has one first
    consultation: while it is booked or held, the next sessions are follow-ups. Of many calls for one slot,
    one gets it (promise 1); for the others `nextSlots` in the problem are free. `lateFrom` says until when
    the member may cancel without paying (F0-28).
    """
    at = clock.now()
    claim, guarantee = bookings.to_book_under(body.guarantee_id, call.caller, at)
    booking, place = new.of(guarantee, body.slot_id, body.service, at)
    must_pass_on(claim, booking.clinic_id)
    answer = HttpAnswer(201, shown(booking))
    acts = acts_under_mandate([claim], call.caller, "booking", booking.booking_id, at)
    changes.book(booking, place, guarantee, body.hold_id, call.receipt(answer, acts))
    return answer


@route.get(
    "/v1/bookings",
    allows={MEMBER, CASEWORKER, QUALITY, CLINIC_SYSTEM},
    queries=("personId", "toInvoice", "limit", "cursor"),
    returns=f"Page[{BOOKING}]",
    refuses={404: "not-found"},
)
def list_bookings(call: Call) -> HttpAnswer:
    """Lists a person's bookings, latest first at each payer.

    A clinic sees only bookings at the clinic, and a practitioner of it the own ones. Without a person it sees
    all of them, and staff see all of their payer, last booked first. With `toInvoice` it
    lists the held sessions that no accepted invoice contains, so that a clinic can invoice each session after
    it was held. A page may hold fewer than `limit` and still have a next one.
    """
    to_invoice = only_to_invoice(call)
    person_id, payers = whose(call.caller, call.person_id())
    seen_by = (call.caller, clock.now())
    page = call.limit(), call.cursor()
    found, cursor = page_of(bookings, payers, person_id, seen_by, *page, to_invoice=to_invoice)
    if call.caller.clinic_id:
        return HttpAnswer(200, {"items": [shown(booking) for booking in found], "nextCursor": cursor})
    places = places_of(found)
    items = [{**shown(booking), **places.shown(booking)} for booking in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get(
    "/v1/bookings/<booking_id>",
    allows={MEMBER, CASEWORKER, QUALITY, CLINIC_SYSTEM},
    returns="bookings.booking_details_answer.BookingDetailsAnswer",
    fresh=frozenset({CLINIC_USER}),
)
def read_booking(call: Call, booking_id: BookingId) -> HttpAnswer:
    """Returns a booking.

    The member and staff get where it is, with whom, and the clinic's phone number, and what the member pays.
    A clinic also gets what it needs to treat and to be paid (F2-08, F2-17). Without a consent in force,
    client and problem are left out. So they are when every session of the course is cancelled, and after the
    years that the clinic must keep its journal.
    """
    booking, claim = bookings.with_claim(booking_id)
    if call.caller.clinic_id:
        if not call.caller.treats_at(booking.clinic_id, booking.practitioner_id):
            raise NotFound()
        return HttpAnswer(200, {**shown(booking), **details.of(booking, claim, call.caller)})
    if not claim.may_be_read_by(call.caller, clock.now()):
        raise NotFound()
    place, owed = places_of([booking]).shown(booking), details.owed_for(booking)
    [about] = with_names([claim], [{"personId": booking.person_id}], call.caller)
    return HttpAnswer(200, {**shown(booking), **place, **owed, **about})


@route.post(
    "/v1/bookings/<booking_id>/reschedule",
    allows={MEMBER, CASEWORKER},
    creates=False,
    answers=200,
    body="bookings.booking_body.RescheduleShape",
    returns=BOOKING,
    refuses={
        403: "clinic-consent-required consent-required mandate-to-contact-only",
        409: "slot-taken booking-closed",
        422: f"{NOT_BOOKABLE} booking-in-that-slot practitioner-week-full session-has-begun",
    },
)
def reschedule_booking(call: Call, body: booking_body.RescheduleShape, booking_id: BookingId) -> HttpAnswer:
    """Moves a booking to another slot of the same practitioner.

    The old slot is free again at once. When the new slot is taken nothing changes, and `nextSlots` in the
    problem are free. A move after `lateFrom` of the old time is late: the member pays the clinic for it, and
    `memberPays` says how much (F0-28). Without the consents that a booking needs nothing moves: the session
    stays, or is cancelled.
    """
    at = clock.now()
    before, claim = bookings.with_claim(booking_id)
    claim.must_be_acted_on_by(call.caller, at)
    must_pass_on(claim, before.clinic_id)
    _, guarantee = bookings.case_of(before.guarantee_id)
    slot, practitioner = slots.with_practitioner(body.slot_id)
    after = before.move(slot, at, body.reason, practitioner)
    slot.must_be_bookable(body.service or before.service, at)
    must_offer(practitioner, guarantee, slot)
    must_move_to(guarantee, slot, booking_id)
    late = {"lateCancellation": before.is_late(at)}
    answer = HttpAnswer(200, {**shown(after), **late, **details.owed_for(after)})
    acts = acts_under_mandate([claim], call.caller, "booking", booking_id, at)
    changes.move(before, after, (slot, practitioner), guarantee, call.receipt(answer, acts))
    return answer


@route.post(
    "/v1/bookings/<booking_id>/cancel",
    allows={MEMBER, CASEWORKER},
    creates=False,
    answers=200,
    body="bookings.booking_body.CancellationShape",
    body_optional=True,
    returns=BOOKING,
    refuses={403: "mandate-to-contact-only", 409: "booking-closed", 422: "session-has-begun"},
)
def cancel_booking(call: Call, body: booking_body.CancellationShape, booking_id: BookingId) -> HttpAnswer:
    """Cancels a booking.

    The guarantee gets its session back and the slot is free again. A cancellation after `lateFrom` is late:
    the member pays the clinic `memberPays`, and the payer does not (F0-28).
    """
    at = clock.now()
    before, claim = bookings.with_claim(booking_id)
    claim.must_be_acted_on_by(call.caller, at)
    after = before.cancel("member", at, body.reason)
    answer = HttpAnswer(200, {**shown(after), **details.owed_for(after)})
    acts = acts_under_mandate([claim], call.caller, "booking", booking_id, at)
    changes.cancel(before, after, "booking.cancelled", call.receipt(answer, acts))
    return answer


handler = route.handler
