"""A policy in answers: as it is on a day, with its term, its changes and the state of its premium."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from helsebro.policies.policy import Policy
from helsebro.policies.premium import Reminder
from helsebro.policies.pricing import pricing_on
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.policies.policy_answer import (
        PolicyAnswer,
        PolicyTermAnswer,
        PremiumAnswer,
        PricingAnswer,
        SentReminderAnswer,
    )


def shown(policy: Policy, on: date) -> PolicyAnswer:
    """Returns the policy as it is on a day; ``changes`` holds every change, also future ones."""
    from helsebro.coverage.terms.product import product

    agreed = policy.on(on)
    days = product(agreed.product).parameter("R-1402", "days")
    return {
        "policyId": policy.policy_id,
        "payer": policy.payer,
        "number": policy.number,
        "product": agreed.product,
        "policyholder": to_item(policy.policyholder),
        "effectiveFrom": to_item(policy.effective_from),
        "policyYearStart": policy.policy_year_start,
        "modules": to_item(agreed.modules),
        "annualSum": to_item(agreed.annual_sum),
        "parameters": to_item(agreed.parameters),
        "endsOn": to_item(policy.ends_on),
        "term": _term(policy, on),
        "changes": [to_item(change) for change in policy.changes],
        "premium": premium(policy, on, days),
        "version": policy.version,
    }


def premium(policy: Policy, on: date, days: int) -> PremiumAnswer:
    """Returns due dates, reminders, and whether the cover is suspended on a day (R-1402)."""
    suspensions = policy.suspensions(days)
    suspended = any(first <= on and (paid is None or on < paid) for first, paid in suspensions)
    return {
        "dueDates": sorted({policy.policy_year_start, *policy.premium_due}),
        "nextDueOn": to_item(policy.next_due(on)),
        "suspended": suspended,
        "reminders": [_reminder(reminder, days) for reminder in policy.reminders],
        "pricing": _pricing(policy, on),
    }


def _pricing(policy: Policy, on: date) -> PricingAnswer | None:
    """Returns the factors that the price follows on the day, and their period (R-1316)."""
    pricing = pricing_on(policy, on)
    if pricing is None:
        return None
    shown = {"from": to_item(pricing.begins), "until": to_item(pricing.until), **pricing.factors}
    return cast("PricingAnswer", shown)


def _term(policy: Policy, on: date) -> PolicyTermAnswer | None:
    """Returns the term that contains the day, or None."""
    if on < policy.effective_from or (policy.ends_on and on > policy.ends_on):
        return None
    first, last = policy.term(on)
    return {"from": to_item(first), "until": to_item(last), "renews": policy.ends_on is None}


def _reminder(reminder: Reminder, days: int) -> SentReminderAnswer:
    shown: SentReminderAnswer = {
        "sentOn": to_item(reminder.sent_on),
        "paidOn": to_item(reminder.paid_on),
        "suspendsFrom": to_item(reminder.suspends_from(days)),
    }
    if reminder.due_on:
        shown["dueOn"] = to_item(reminder.due_on)
    return shown
