"""Pricing factors: what the price of a policy follows, and from when until when (R-1316, R-1317).

They are the age, the industry, the location and the number of employees of the policyholder, unless the
policy says otherwise. They are parameters of the policy, so a notice changes them from a day on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from helsebro.policies.policy import Policy

FACTORS: Mapping[str, str] = {
    "pricedAverageAge": "averageAge",
    "pricedIndustryCode": "industryCode",
    "pricedPostcode": "postcode",
    "pricedEmployees": "employees",
}
"""The parameter of each factor, and the name of the factor."""


@dataclass(frozen=True)
class Pricing:
    """The factors of a period; ``until`` is its last day, None while no change of them is agreed."""

    begins: date
    until: date | None
    factors: Mapping[str, object]


def factors_in(parameters: Mapping[str, object]) -> dict[str, object]:
    """Returns the factors that the parameters of a policy name, by their own names."""
    return {name: parameters[given] for given, name in FACTORS.items() if given in parameters}


def pricing_on(policy: Policy, day: date) -> Pricing | None:
    """Returns the factors that the price follows on a day; None when the policy names none."""
    factors = factors_in(policy.on(day).parameters)
    if not factors:
        return None
    starts = _changes_of_factors(policy)
    begins = max((start for start in starts if start <= day), default=policy.effective_from)
    following = min((start for start in starts if start > day), default=None)
    until = following - timedelta(days=1) if following else policy.ends_on
    return Pricing(begins, until, factors)


def _changes_of_factors(policy: Policy) -> list[date]:
    """Returns the days on which a factor changes, in order; other parameters may change on other days."""
    days = sorted({change.effective_on for change in policy.changes if change.parameters is not None})
    before, found = factors_in(policy.parameters), []
    for day in days:
        factors = factors_in(policy.on(day).parameters)
        if factors != before:
            found.append(day)
        before = factors
    return found
