"""Series: several sessions with one practitioner, booked in one act (F0-16, F2-07).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.consenting.passing_on import must_pass_on
from helsebro_aws.bookings.booking_view import shown
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.guarantee_condition import NOT_COVERED
from helsebro_aws.bookings.making.series_bookings import SeriesBookings
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.bookings.series.answers import SeriesAnswer

    from helsebro_aws.bookings import booking_body

app = APIGatewayHttpResolver()
route = Routes(app)
bookings, series_bookings, clinics = DynamoBookings(), SeriesBookings(), DynamoClinics()


@route.post(
    "/v1/bookings/series",
    allows={MEMBER, CASEWORKER},
    body="bookings.booking_body.NewSeriesShape",
    returns="answers.SeriesAnswer",
    refuses={
        403: "clinic-consent-required consent-required mandate-to-contact-only",
        404: "not-found",
        409: "slot-taken",
        422: (
            f"{NOT_COVERED} clinic-takes-no-clients practitioner-week-full series-not-bookable "
            "slot-in-the-past slot-named-twice slot-of-another-practitioner slot-not-found "
            "too-few-sessions-left"
        ),
    },
)
def book_series(call: Call, body: booking_body.NewSeriesShape) -> HttpAnswer:
    """Books 2 to 12 slots of one practitioner under a guarantee, all of them or none.

    Each session is of the kind that its slot was published for. When one of them cannot be booked, `errors`
    names every reason with the place of its slot; `code` is that of the reasons when it is the same for all,
    else `series-not-bookable`. When slots are only taken, the answer is 409 `slot-taken` with `nextSlots`.
    Each session is a booking of its own: the clinic gets `booking.created` for each, and each is moved and
    cancelled alone.
    """
    at = clock.now()
    claim, guarantee = bookings.to_book_under(body.guarantee_id, call.caller, at)
    series = series_bookings.read(guarantee, body.slot_ids)
    series_bookings.must_be_bookable(series)
    must_pass_on(claim, series.practitioner.clinic_id)
    notice_hours = clinics.notice_hours(series.practitioner.clinic_id)
    booked = series.bookings(at, [clock.randomness() for _ in body.slot_ids], notice_hours)
    shape: SeriesAnswer = {"bookings": [shown(booking) for booking in booked]}
    answer = HttpAnswer(201, shape)
    acts = acts_under_mandate([claim], call.caller, "booking", guarantee.guarantee_id, at)
    series_bookings.book(series, booked, call.receipt(answer, acts))
    return answer


handler = route.handler
