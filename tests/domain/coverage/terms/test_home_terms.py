"""The terms under a payer of Norway: its own country takes the place of Denmark."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.country_profile import known_countries, profile
from helsebro.coverage.decision import Decision
from helsebro.coverage.question.cover import HOMES
from helsebro.coverage.terms.home_terms import terms_at_home
from helsebro.coverage.terms.product import product
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, decided

NORWEGIAN = replace(LEISURE, annual_sum=Money.of(500_000, "NOK"), country="NO")
CRISIS = {
    "treatment__type": "crisis-help",
    "event__kind": "fire",
    "event__occurredOn": "2026-11-20",
    "evidence__policeReport": True,
}
RECREATION = {
    "treatment__type": "recreation",
    "treatment__sessions": None,
    "evidence__directlyAfterCoveredStay": True,
    "evidence__specialistOrder": True,
}


def effects(decision: Decision, rule: str) -> set[str]:
    return {step.effect for step in decision.answer().trail if step.rule == rule}


@pytest.mark.parametrize(
    "rule, asked", [("R-7146", CRISIS), ("R-1104", RECREATION)], ids=["crisis help", "recreation"]
)
@pytest.mark.parametrize("country, home", [("NO", "NO"), ("DK", "DK")])
def test_what_must_happen_at_home_happens_in_the_payers_country(
    rule: str, asked: dict[str, Any], country: str, home: str
) -> None:
    cover = NORWEGIAN if home == "NO" else LEISURE
    abroad = "DK" if home == "NO" else "NO"
    assert "deny" not in effects(decided(cover, **asked, treatment__country=country), rule)
    assert "deny" in effects(decided(cover, **asked, treatment__country=abroad), rule)


def test_a_country_where_the_terms_apply_stays_one() -> None:
    for country in ("DK", "NO", "SE", "FI", "DE"):
        assert not effects(decided(NORWEGIAN, treatment__country=country), "R-401")
    assert effects(decided(NORWEGIAN, treatment__country="FR"), "R-401") == {"deny"}


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
def test_the_rules_are_the_same_in_number_and_order(name: str) -> None:
    there = terms_at_home(name, "NO")
    assert [rule.id for rule in there.rules] == [rule.id for rule in product(name).rules]
    assert (there.name, there.family) == (name, product(name).family)


def test_denmarks_terms_are_read_as_they_are_written() -> None:
    assert terms_at_home("SF1706", "DK") is product("SF1706")


def test_the_home_of_a_currency_is_that_of_the_countrys_profile() -> None:
    assert {profile(country).currency: country for country in known_countries()} == HOMES
