"""Every covered answer has an amount, or names the fact on which it hangs and someone who knows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.facts_needed import facts_needed
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, kroner, question

APPROVALS = ["RAB", "SA", "ROD"]
CONDITIONS = {"misuse": "misuse-alcohol", "antabuse": "misuse-alcohol", "gambling": "gambling"}
CRISIS = {"event__kind": "serious-accident", "event__occurredOn": "2026-11-10"}
PROVED = {
    "evidence__directlyAfterCoveredStay": True,
    "evidence__disabledForTransport": True,
    "treatment__dischargedOn": "2026-11-20",
    "treatment__distanceKm": 150,
    "treatment__nights": 6,
    "treatment__hours": 3,
}


def questions(treatment: str, in_network: bool, has_number: bool) -> Iterator[dict[str, object]]:
    """Yields covered questions of a treatment, with the facts of an amount known and unknown."""
    asked: dict[str, object] = {
        **PROVED,
        **(CRISIS if treatment == "crisis-help" else {}),
        "treatment__type": treatment,
        "treatment__inNetwork": in_network,
        "treatment__practitioner__providerNumber": has_number,
        "treatment__practitioner__approvals": APPROVALS,
        "condition__category": CONDITIONS.get(treatment, "illness"),
    }
    for unknown in (None, "treatment__cost", "evidence__subsidy", "treatment__hours"):
        yield {**asked, **({unknown: None} if unknown else {})}
    yield {**asked, "treatment__recommendedKm": 120}
    yield {**asked, **CRISIS}


@pytest.mark.parametrize("has_number", [True, False], ids=["with a number", "without a number"])
@pytest.mark.parametrize("in_network", [True, False], ids=["in the network", "outside"])
@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_covered_answer_has_an_amount_or_names_who_must_answer(
    treatment: str, in_network: bool, has_number: bool
) -> None:
    for changes in questions(treatment, in_network, has_number):
        decision = decided(**changes)
        if decision.outcome == "covered" and decision.grant and decision.grant.payable is None:
            asked = {fact.path for fact in facts_needed(question(body(**changes)), LEISURE, TODAY)}
            assert decision.amount_hangs_on
            assert {*decision.amount_hangs_on} <= asked


def test_a_practitioner_without_a_number_is_paid_by_the_tariff_that_staff_state() -> None:
    outside = {"treatment__inNetwork": False, "treatment__practitioner__providerNumber": False}

    open_amount = decided(**outside)
    stated = decided(**outside, evidence__agreedTariff=kroner("220.00"))

    assert open_amount.amount_hangs_on == ("evidence.agreedTariff",)
    assert ASKED_FACTS["evidence.agreedTariff"].asked_of == "staff"
    assert stated.grant is not None
    assert stated.grant.per_session == Money.of("220.00")


def test_a_trip_is_paid_by_the_rate_that_staff_state() -> None:
    trip = {"treatment__type": "transport", "treatment__distanceKm": 150, "treatment__sessions": None}

    open_amount = decided(**trip)
    stated = decided(**trip, evidence__ratePerKm=kroner("1.00"), treatment__cost=kroner("900.00"))

    assert open_amount.amount_hangs_on == ("evidence.ratePerKm",)
    assert stated.grant is not None
    assert stated.grant.payable == Money.of("300.00")


def test_a_trip_without_a_rate_still_asks_for_its_price_and_subsidy() -> None:
    trip = {"treatment__type": "transport", "treatment__distanceKm": 150}
    asked = question(body(**trip, treatment__cost=None, evidence__subsidy=None))

    needed = {fact.path: fact.asked_of for fact in facts_needed(asked, LEISURE, TODAY)}

    assert needed["treatment.cost"] == "member"
    assert needed["evidence.ratePerKm"] == "staff"
    assert "evidence.subsidy" in needed
