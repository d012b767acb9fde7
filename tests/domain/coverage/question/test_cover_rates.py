"""What the payer's tariffs pay, where the terms pay by a tariff (R-834, R-1108, R-1109)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.coverage.asked.facts_needed import facts_needed
from helsebro.coverage.decision import Decision
from helsebro.coverage.question.cover_rates import CoverRate
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, kroner, question

BEGAN = date(2026, 7, 1)
RATES = tuple(
    CoverRate(treatment, service, Money.of(amount), BEGAN, "payer", 3)
    for treatment, service, amount in (
        ("physiotherapy", "first", 475),
        ("physiotherapy", "follow-up", 325),
        ("transport", "kilometre", "2.50"),
    )
)
WITH_RATES = replace(LEISURE, rates=RATES)
OUTSIDE = {
    "treatment__type": "physiotherapy",
    "treatment__inNetwork": False,
    "treatment__practitioner__providerNumber": False,
}
EARLIER = {
    "treatmentType": "physiotherapy",
    "on": "2026-11-02",
    "conditionKey": "same",
    "inNetwork": False,
    "cost": kroner("475.00"),
}
TRIP = {
    "treatment__type": "transport",
    "treatment__distanceKm": 150,
    "treatment__sessions": None,
    "treatment__cost": kroner("900.00"),
}


def paid(decision: Decision) -> Money | None:
    return decision.grant.per_session if decision.grant else None


@pytest.mark.parametrize(
    "changes, amount",
    [
        ({"treatment__sessions": 1}, 475),
        ({"treatment__sessions": 3}, 325),
        ({"treatment__sessions": 1, "history": [EARLIER]}, 325),
        ({"treatment__sessions": 1, "history": [{**EARLIER, "conditionKey": "other"}]}, 475),
        ({"treatment__sessions": 1, "history": [{**EARLIER, "reserved": True}]}, 475),
        ({"treatment__sessions": 1, "evidence__agreedTariff": kroner("210.00")}, 210),
    ],
    ids=["one", "a course", "begun", "another illness", "granted, not held", "stated by the staff"],
)
def test_a_practitioner_without_a_number_is_paid_by_the_payers_tariff(
    changes: dict[str, object], amount: int
) -> None:
    priced = {"treatment__cost": kroner("800.00"), **OUTSIDE}
    assert paid(decided(WITH_RATES, **priced, **changes)) == Money.of(amount)


def test_the_policys_own_amount_comes_before_the_tariff() -> None:
    cover = replace(WITH_RATES, parameters={"agreedTariffPhysical": "220.00"})
    decision = decided(cover, **OUTSIDE)
    [step] = [step for step in decision.answer().trail if step.rule == "R-834"]
    assert paid(decision) == Money.of(220)
    assert "rate" not in step.facts


def test_a_trip_is_paid_by_the_payers_rate_a_kilometre() -> None:
    decision = decided(WITH_RATES, **TRIP)
    assert decision.grant
    assert decision.grant.payable == Money.of(750)


def test_the_trail_names_the_rate_that_the_amount_comes_from() -> None:
    for asked, rule in ((OUTSIDE, "R-834"), (TRIP, "R-1108")):
        [step] = [step for step in decided(WITH_RATES, **asked).answer().trail if step.rule == rule]
        assert step.facts["rate"] == {"from": "2026-07-01", "source": "payer", "version": 3}


@pytest.mark.parametrize(
    "asked, path", [(OUTSIDE, "evidence.agreedTariff"), (TRIP, "evidence.ratePerKm")], ids=["tariff", "trip"]
)
def test_the_staff_are_asked_only_where_there_is_no_tariff(asked: dict[str, object], path: str) -> None:
    for cover, is_asked in ((LEISURE, True), (WITH_RATES, False)):
        needed = {fact.path for fact in facts_needed(question(body(**asked)), cover, TODAY)}
        assert (path in needed) is is_asked
        assert (path in decided(cover, **asked).amount_hangs_on) is is_asked
