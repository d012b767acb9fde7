"""A policy in answers: as it is on a day, with its term, its changes and the state of its premium."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from helsebro.policies.policy import Policy
from helsebro.policies.premium import Reminder
from helsebro_aws.dynamodb.record import to_item

NOT_AS_AGREED = ("changes", "reminders", "premiumDue", "version")
"""Fields of the stored policy that the answer shows in another form, or not at all."""


def shown(policy: Policy, on: date) -> dict[str, Any]:
    """Returns the policy as it is on a day; ``changes`` holds every change, also future ones."""
    from helsebro.coverage.terms.product import product

    agreed: Mapping[str, Any] = to_item(policy.on(on))
    days = product(policy.on(on).product).parameter("R-1402", "days")
    return {
        **{name: value for name, value in agreed.items() if name not in NOT_AS_AGREED},
        "endsOn": to_item(policy.ends_on),
        "term": _term(policy, on),
        "changes": [to_item(change) for change in policy.changes],
        "premium": premium(policy, on, days),
    }


def premium(policy: Policy, on: date, days: int) -> dict[str, Any]:
    """Returns due dates, reminders, and whether the cover is suspended on a day (R-1402)."""
    suspensions = policy.suspensions(days)
    suspended = any(first <= on and (paid is None or on < paid) for first, paid in suspensions)
    return {
        "dueDates": sorted({policy.policy_year_start, *policy.premium_due}),
        "nextDueOn": to_item(policy.next_due(on)),
        "suspended": suspended,
        "reminders": [_reminder(reminder, days) for reminder in policy.reminders],
    }


def _term(policy: Policy, on: date) -> dict[str, Any] | None:
    """Returns the term that contains the day, or None."""
    if on < policy.effective_from or (policy.ends_on and on > policy.ends_on):
        return None
    first, last = policy.term(on)
    return {"from": to_item(first), "until": to_item(last), "renews": policy.ends_on is None}


def _reminder(reminder: Reminder, days: int) -> dict[str, Any]:
    from_day = to_item(reminder.suspends_from(days))
    return {"paidOn": None, **to_item(reminder), "suspendsFrom": from_day}
