"""A new calendar feed: stored with its receipt, and answered with the address that nothing else shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helsebro.bookings.calendar_feed import CalendarFeed, token_of
from helsebro_aws.bookings.own_calendar.dynamo_calendar_feeds import DynamoCalendarFeeds
from helsebro_aws.bookings.own_calendar.feed_address import address_of
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http import sealed_answer
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.bookings.own_calendar.feed_answer import CalendarFeedAnswer

ADDRESS = "address"


def created(
    call: Call, feeds: DynamoCalendarFeeds, whose: Callable[[CalendarFeed], CalendarFeed] = lambda own: own
) -> HttpAnswer:
    """Stores a new feed of the caller and returns the answer, once for each key.

    ``whose`` turns the caller's own feed into that of whom it is about.
    """
    token, at = token_of(clock.key()), clock.now()
    feed = whose(CalendarFeed.of(call.caller.person_id, token, call.language, at))
    shape: CalendarFeedAnswer = {"address": address_of(token), "createdAt": instant(at)}
    answer = HttpAnswer(201, shape)

    def create() -> HttpAnswer:
        feeds.create(feed, sealed_answer.receipt(call, answer, ADDRESS))
        return answer

    return sealed_answer.once(call, ADDRESS, create)
