from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.coverage.trail import Step, Trail
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.explanation import is_paid_to_its_cap, outside_because, unpaid_because
from tests.domain.refunds.test_refund import billed

DENIED = Step("R-832", "8.3.2", "deny")
NEEDED = Step("R-815", "8.1", "require")
LEFT = Step("R-1301", "12.1", "cap", {"left": {"amount": "9000.00", "currency": "DKK"}})
CAPPED = Step("R-843", "8.4.2", "cap", {"most": {"amount": "300.00", "currency": "DKK"}})
DEDUCTED = Step("R-306", "3.2", "note", reads=("evidence.subsidy",))

ABOVE = "above-granted-price"


def decided(paid: str, *steps: Step, subsidy: str | None = None, **changes: Any) -> BilledTreatment:
    """Returns a treatment of 600 kr. with its decision."""
    amount = Money.of(paid)
    outcome: Any = "approved" if paid == "600.00" else "partly-approved" if amount.amount else "denied"
    facts = {"evidence.subsidy": {"amount": subsidy, "currency": "DKK"}} if subsidy else {}
    trail = Trail(tuple(steps), facts)
    return replace(billed(600).treatments[0], outcome=outcome, approved=amount, trail=trail, **changes)


@pytest.mark.parametrize(
    "treatment, rules",
    [
        (decided("600.00", LEFT, CAPPED), []),
        (decided("0.00", LEFT, NEEDED, DENIED), ["R-832"]),
        (decided("300.00", NEEDED, DENIED), ["R-832"]),
        (decided("0.00", LEFT, NEEDED), ["R-815"]),
        (decided("0.00", LEFT), []),
        (decided("0.00", NEEDED, outside_grant="another-treatment"), []),
        (decided("300.00", NEEDED, CAPPED, outside_grant="beyond-the-number"), ["R-843"]),
        (decided("250.00", DENIED, CAPPED, outside_grant=ABOVE, granted_price=Money.of(250)), []),
        (decided("200.00", CAPPED, DENIED, outside_grant=ABOVE, granted_price=Money.of(250)), ["R-832"]),
        (decided("300.00", LEFT, NEEDED, CAPPED, DEDUCTED, subsidy="120.00"), ["R-843"]),
        (decided("280.00", LEFT, NEEDED, CAPPED, DEDUCTED, subsidy="320.00"), ["R-306"]),
        (decided("280.00", LEFT, CAPPED, DEDUCTED, subsidy="0.00"), []),
        (decided("10.00", DEDUCTED, subsidy="100.00", paid_before=("inv_1",)), []),
        (decided("10.00", DEDUCTED, subsidy="100.00", double_of=0), []),
        (replace(decided("0.00", DENIED), outcome=None), []),
    ],
)
def test_a_treatment_that_is_not_paid_in_full_names_the_rules_by_which(
    treatment: BilledTreatment, rules: list[str]
) -> None:
    assert [step.rule for step in unpaid_because(treatment)] == rules


@pytest.mark.parametrize("paid, at_cap", [("299.99", False), ("300.00", True), ("301.00", True)])
def test_a_treatment_is_paid_to_its_cap(paid: str, at_cap: bool) -> None:
    assert is_paid_to_its_cap(decided(paid, CAPPED)) == at_cap
    assert not is_paid_to_its_cap(decided(paid, LEFT))


@pytest.mark.parametrize("paid, why", [("250.00", ABOVE), ("200.00", None), ("0.00", None), ("600.00", None)])
def test_the_granted_price_is_the_reason_of_just_that_amount(paid: str, why: str | None) -> None:
    treatment = decided(paid, outside_grant=ABOVE, granted_price=Money.of(250))
    assert outside_because(treatment) == why


@pytest.mark.parametrize(
    "changes, why", [({"paid_before": ("inv_1",)}, "paid-before"), ({"double_of": 0}, "double"), ({}, None)]
)
def test_an_amount_for_what_was_paid_before_says_that_it_was(
    changes: dict[str, Any], why: str | None
) -> None:
    assert outside_because(decided("10.00", DEDUCTED, subsidy="100.00", **changes)) == why
