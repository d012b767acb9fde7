"""Waitlist: a member waits for a slot that becomes free, and books the one that is offered.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.bookings.waitlist.refusals import OfferWithdrawn
from helsebro.caller import MEMBER
from helsebro.claims.consenting.passing_on import must_pass_on
from helsebro.ids import WaitlistId
from helsebro.receipt import Receipt
from helsebro_aws.bookings import booking_view
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.guarantee_condition import NOT_COVERED
from helsebro_aws.bookings.making.new_booking import NewBookings
from helsebro_aws.bookings.places.session_places import places_of
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist
from helsebro_aws.bookings.waitlist.waitlist_changes import WaitlistChanges
from helsebro_aws.bookings.waitlist.waitlist_joining import WaitlistJoining
from helsebro_aws.bookings.waitlist.waitlist_list import page_of
from helsebro_aws.bookings.waitlist.waitlist_view import shown
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.bookings.waitlist import waitlist_body

app = APIGatewayHttpResolver()
route = Routes(app)
bookings, waitlist, changes = DynamoBookings(), DynamoWaitlist(), WaitlistChanges()
new, joining = NewBookings(), WaitlistJoining()
ENTRY = "bookings.waitlist.waitlist_answer.WaitlistEntryAnswer"


@route.post(
    "/v1/waitlist",
    allows={MEMBER},
    body="bookings.waitlist.waitlist_body.NewWaitlistEntryShape",
    returns=ENTRY,
    refuses={
        403: "clinic-consent-required consent-required mandate-to-contact-only",
        404: "not-found",
        422: f"{NOT_COVERED} waitlist-too-many-entries",
    },
)
def join_waitlist(call: Call, body: waitlist_body.NewWaitlistEntryShape) -> HttpAnswer:
    """Puts the member on the waitlist for slots that become free.

    When a slot becomes free on one of the days, it is offered to the member whose guarantee expires first,
    who is notified. The offer holds the slot for 30 minutes. A guarantee has at most five open entries. One
    that is bound to a clinic or practitioner waits there; for any other, name `practitionerId` or `postcode`.
    Once the first consultation is booked, an entry with `service: "first"` ends (`first-session-booked`), any
    other waits for follow-ups, and a first consultation that was offered is offered to the next member.
    """

    def record(entry: WaitlistEntry, acts: Sequence[Item]) -> Receipt:
        return call.receipt(HttpAnswer(201, shown(entry)), acts)

    return HttpAnswer(201, shown(joining.join(body, call.caller, record)))


@route.get(
    "/v1/waitlist",
    allows={MEMBER},
    queries=("personId", "limit", "cursor"),
    returns=f"Page[{ENTRY}]",
    refuses={404: "not-found"},
)
def list_waitlist(call: Call) -> HttpAnswer:
    """Lists a person's waitlist entries, newest first at each payer.

    An offer says where it is, with whom, and until when it could be cancelled without paying (`lateFrom`). An
    entry that has ended stays for 90 days. A page may hold fewer than `limit` and still have a next one.
    """
    seen_by = (call.caller, clock.now())
    found, cursor = page_of(waitlist, call.person_id(), seen_by, call.limit(), call.cursor())
    places = places_of(entry.offer for entry in found if entry.offer)
    return HttpAnswer(200, {"items": [shown(entry, places) for entry in found], "nextCursor": cursor})


@route.post(
    "/v1/waitlist/<waitlist_id>/accept",
    allows={MEMBER},
    returns="bookings.booking_answer.BookingAnswer",
    refuses={
        403: "clinic-consent-required consent-required mandate-to-contact-only",
        409: "slot-taken waitlist-entry-closed waitlist-nothing-offered waitlist-offer-expired "
        "waitlist-offer-withdrawn",
        422: f"{NOT_COVERED} clinic-takes-no-clients practitioner-week-full slot-in-the-past",
    },
)
def accept_offer(call: Call, waitlist_id: WaitlistId) -> HttpAnswer:
    """Books the offered slot under the entry's guarantee, and ends the entry.

    `lateFrom` says until when the member may cancel without paying (F0-28). When the clinic has withdrawn the
    slot, the entry waits again (`waitlist-offer-withdrawn`), and the offer does not count.
    """
    at = clock.now()
    entry, claim = waitlist.with_claim(waitlist_id)
    claim.must_be_acted_on_by(call.caller, at)
    claim.must_have_consent()
    offer = entry.open_offer(at)
    must_pass_on(claim, offer.clinic_id)
    _, guarantee = bookings.case_of(entry.guarantee_id)
    slot, practitioner = new.slots.with_practitioner(offer.slot_id)
    if offer.is_gone(slot, practitioner, entry.treatment) and not slot.is_available(at):
        changes.settle(entry, entry.without_offer())
        raise OfferWithdrawn()
    if slot.booking_id:
        # Another call has just booked it.
        raise changes.bookings.taken(slot)
    booking, place = new.of(guarantee, offer.slot_id, None, at)
    answer = HttpAnswer(201, booking_view.shown(booking))
    acts = acts_under_mandate([claim], call.caller, "booking", booking.booking_id, at)
    changes.accept(entry, booking, place, guarantee, call.receipt(answer, acts))
    return answer


@route.post(
    "/v1/waitlist/<waitlist_id>/decline",
    allows={MEMBER},
    creates=False,
    answers=200,
    returns=ENTRY,
    refuses={
        403: "mandate-to-contact-only",
        409: "waitlist-entry-closed waitlist-nothing-offered",
    },
)
def decline_offer(call: Call, waitlist_id: WaitlistId) -> HttpAnswer:
    """Declines the offered slot, which is then offered to the next member.

    The entry waits for another slot, and no other entry of its guarantee gets this one. After three offers
    that were declined or missed it ends.
    """
    at = clock.now()
    before, claim = waitlist.with_claim(waitlist_id)
    claim.must_be_acted_on_by(call.caller, at)
    after = before.passed_on(at)
    answer = HttpAnswer(200, shown(after))
    acts = acts_under_mandate([claim], call.caller, "waitlist", waitlist_id, at)
    changes.settle(before, after, call.receipt(answer, acts))
    return answer


@route.delete(
    "/v1/waitlist/<waitlist_id>",
    allows={MEMBER},
    answers=204,
    refuses={403: "mandate-to-contact-only"},
)
def leave_waitlist(call: Call, waitlist_id: WaitlistId) -> HttpAnswer:
    """Ends an entry; a slot that is offered to it is offered to the next member.

    A second call changes nothing.
    """
    at, (_, claim) = clock.now(), waitlist.with_claim(waitlist_id)
    claim.must_be_acted_on_by(call.caller, at)
    changes.leave(waitlist_id, acts_under_mandate([claim], call.caller, "waitlist", waitlist_id, at))
    return HttpAnswer(204)


handler = route.handler
