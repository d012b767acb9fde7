"""A subscription of a practitioner's own calendar as its clinic and the network team see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.calendars.subscriptions.calendar_fault import fault_texts
from helsebro.calendars.subscriptions.calendar_subscription import CalendarSubscription
from helsebro_aws.dynamodb.record import instant, to_item

if TYPE_CHECKING:
    from helsebro_aws.calendars.subscriptions.subscription_answer import (
        CalendarReadingAnswer,
        CalendarSubscriptionAnswer,
    )


def shown(subscription: CalendarSubscription, language: str) -> CalendarSubscriptionAnswer:
    """Returns the subscription without the address of the calendar, with its fault in words."""
    return {
        **reading_shown(subscription, language),
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


def reading_shown(subscription: CalendarSubscription, language: str) -> CalendarReadingAnswer:
    """Returns how reading the calendar goes."""
    fault = subscription.fault
    answer: CalendarReadingAnswer = {
        "state": subscription.state,
        "fetchedAt": to_item(subscription.fetched_at),
        "fault": fault,
        "faultText": fault_texts()[fault][language] if fault else None,
    }
    if subscription.failing_since:
        answer["failingSince"] = instant(subscription.failing_since)
    return answer
