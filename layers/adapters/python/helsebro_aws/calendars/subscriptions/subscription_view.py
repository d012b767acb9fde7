"""A subscription of a practitioner's own calendar as its clinic and the network team see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.calendars.subscriptions.calendar_subscription import CalendarSubscription
from helsebro_aws.dynamodb.record import instant, to_item

if TYPE_CHECKING:
    from helsebro_aws.calendars.subscriptions.subscription_answer import CalendarSubscriptionAnswer


def shown(subscription: CalendarSubscription) -> CalendarSubscriptionAnswer:
    """Returns the subscription without the address of the calendar."""
    answer: CalendarSubscriptionAnswer = {
        "state": subscription.state,
        "fetchedAt": to_item(subscription.fetched_at),
        "fault": subscription.fault,
        "times": [
            {
                "weekday": row.weekday,
                "opens": row.opens,
                "closes": row.closes,
                "minutes": row.minutes,
                "service": row.service,
                "addressKey": row.address_key,
            }
            for row in subscription.times
        ],
    }
    if subscription.failing_since:
        answer["failingSince"] = instant(subscription.failing_since)
    return answer
