"""What the price of a policy follows, and from when until when (R-1316)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.policies.parameters import parameter_faults
from helsebro.policies.policy import Policy, PolicyChange
from helsebro.policies.pricing import Pricing, pricing_on
from tests.builders.domain.policies import policy

BEGAN, NEW_YEAR = date(2024, 1, 1), date(2027, 1, 1)
BEFORE = {"pricedAverageAge": 41, "pricedIndustryCode": "432100", "pricedPostcode": "2100"}
AFTER = {**BEFORE, "pricedAverageAge": 44, "pricedEmployees": 120}


def changed(**changes: Any) -> Policy:
    known = policy(parameters={**BEFORE, "firstGrantPhysical": 4}, **changes)
    return known.changed(PolicyChange("ntc_1", NEW_YEAR, parameters=AFTER))


def test_the_factors_have_the_period_between_two_changes_of_them() -> None:
    before = pricing_on(changed(), date(2026, 6, 1))
    factors = {"averageAge": 41, "industryCode": "432100", "postcode": "2100"}
    assert before == Pricing(BEGAN, date(2026, 12, 31), factors)
    assert pricing_on(changed(), NEW_YEAR) == Pricing(
        NEW_YEAR, None, {**factors, "averageAge": 44, "employees": 120}
    )


def test_a_change_of_something_else_does_not_end_their_period() -> None:
    known = changed().changed(PolicyChange("ntc_2", date(2025, 1, 1), modules=frozenset({"health"})))
    found = pricing_on(known, date(2026, 6, 1))
    assert found
    assert (found.begins, found.until) == (BEGAN, date(2026, 12, 31))


def test_another_parameter_does_not_end_their_period() -> None:
    other = {**BEFORE, "firstGrantPhysical": 6}
    known = changed().changed(PolicyChange("ntc_2", date(2025, 5, 1), parameters=other))
    found = pricing_on(known, date(2026, 6, 1))
    assert found
    assert (found.begins, found.until) == (BEGAN, date(2026, 12, 31))


def test_a_cancelled_policy_ends_their_period() -> None:
    known = changed().changed(PolicyChange("ntc_2", date(2028, 1, 1), ends=True))
    found = pricing_on(known, NEW_YEAR)
    assert found
    assert found.until == date(2027, 12, 31)


def test_a_policy_that_names_no_factor_has_no_pricing() -> None:
    assert pricing_on(policy(), NEW_YEAR) is None


@pytest.mark.parametrize(
    "parameters, is_good",
    [
        ({"pricedIndustryCode": "432100"}, True),
        ({"pricedIndustryCode": "43210"}, True),
        ({"pricedIndustryCode": "4321"}, False),
        ({"pricedIndustryCode": 432100}, False),
        ({"pricedPostcode": "0150"}, True),
        ({"pricedPostcode": "150"}, False),
        ({"pricedEmployees": -1}, False),
        ({"pricedAverageAge": "41"}, False),
    ],
)
def test_a_factor_has_its_own_form(parameters: dict[str, object], is_good: bool) -> None:
    assert (parameter_faults(parameters) == []) is is_good
