"""Calendar feeds: a booking as a calendar file, and the bookings of a member or a practitioner as a feed.

Trigger: HTTP API.
"""

from __future__ import annotations

from hashlib import sha256

from helsebro.bookings.calendar_feed import SUFFIX, CalendarFeed, token_in
from helsebro.caller import ANYONE, MEMBER
from helsebro.errors import NotFound
from helsebro.ids import BookingId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.own_calendar.dynamo_calendar_feeds import DynamoCalendarFeeds
from helsebro_aws.bookings.own_calendar.feed_makers import FeedMakers
from helsebro_aws.bookings.own_calendar.new_feed import created
from helsebro_aws.bookings.own_calendar.own_calendar import CONTENT_TYPE, MEDIA, OwnCalendar
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import saved_as

app = APIGatewayHttpResolver()
route = Routes(app)
bookings, feeds, calendar, makers = DynamoBookings(), DynamoCalendarFeeds(), OwnCalendar(), FeedMakers()
OWN = "/v1/me/calendar-feed"
PRIVATE = {"Cache-Control": "private, no-cache"}


@route.get(
    "/v1/bookings/<booking_id>/calendar",
    allows={MEMBER},
    answers_as=MEDIA,
    refuses={404: "not-found"},
)
def read_booking_calendar(call: Call, booking_id: BookingId) -> HttpAnswer:
    """Returns a booking as a calendar file (RFC 5545).

    It says when and where, and nothing about health. After a move the same file has a higher `SEQUENCE`, and
    after a cancellation `STATUS:CANCELLED`, so a calendar that opens it again changes its entry.
    """
    booking, claim = bookings.with_claim(booking_id)
    if not claim.may_be_read_by(call.caller, clock.now()):
        raise NotFound()
    named = {"Content-Disposition": saved_as(f"appointment{SUFFIX}")}
    text = calendar.of_booking(booking, call.language)
    return HttpAnswer(200, None, {**PRIVATE, **named}, CONTENT_TYPE, text)


@route.post(OWN, allows={MEMBER}, returns="bookings.own_calendar.feed_answer.CalendarFeedAnswer")
def create_calendar_feed(call: Call) -> HttpAnswer:
    """Creates the caller's calendar feed, in the language of the call.

    Only this answer shows its address, which a calendar reads without a login. An earlier feed of the caller
    ends at once. It holds the caller's own appointments from 30 days ago on, and not those of a child or of
    someone who gave a mandate.
    """
    return created(call, feeds)


@route.delete(OWN, allows={MEMBER}, answers=204)
def end_calendar_feed(call: Call) -> HttpAnswer:
    """Ends the caller's calendar feed at once; a second call changes nothing.

    Its address is unknown from then on. What a calendar has read before stays in it.
    """
    feeds.end(call.caller.person_id)
    return HttpAnswer(204)


@route.get(
    "/v1/calendar-feeds/<feed>",
    allows={ANYONE},
    answers_as=MEDIA,
    also_answers=(304,),
    headers=("IfNoneMatch",),
    refuses={404: "not-found"},
)
def read_calendar_feed(call: Call, feed: str) -> HttpAnswer:
    """Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545).

    The address alone decides. With `If-None-Match` it answers 304 while nothing has changed. The feed of a
    practitioner is unknown once they have left, or whoever made it no longer signs in for them.
    """
    token = token_in(feed)
    if token is None:
        raise NotFound()
    found = feeds.with_token(token)
    text = _text_of(found)
    etag = f'"{sha256(text.encode()).hexdigest()[:32]}"'
    headers = {**PRIVATE, "ETag": etag}
    if etag in call.headers.get("if-none-match", ""):
        return HttpAnswer(304, None, headers)
    return HttpAnswer(200, None, headers, CONTENT_TYPE, text)


def _text_of(feed: CalendarFeed) -> str:
    at = clock.now()
    if feed.practitioner_id is None or feed.clinic_id is None:
        return calendar.of_person(feed.person_id, feed.language, at)
    makers.must_act_for(feed)
    return calendar.of_practitioner(feed.clinic_id, feed.practitioner_id, feed.language, at)


handler = route.handler
