"""What a claim still needs: nothing once it is denied, and nothing that is known after a match only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import CaseFact
from helsebro.claims.facts.case_facts import with_facts
from helsebro.claims.facts.case_needs import with_needs
from helsebro.coverage.question.cover import Cover
from helsebro.money import Money
from tests.builders.domain.answers import determination
from tests.builders.domain.asking import LEISURE, TODAY, question
from tests.builders.domain.claims import REPORTED, claim

PHYSIOTHERAPY = {"type": "physiotherapy"}
STAY = "evidence.directlyAfterCoveredStay"


NEW = replace(LEISURE, effective_from=date(2026, 1, 1), enrolled_on=date(2026, 1, 1))


def needing(
    treatment: dict[str, Any], cover: Cover = LEISURE, network_price: Money | None = None, **stated: Any
) -> Claim:
    asked = question(
        {
            "cause": "leisure",
            "condition": {"category": "mental" if treatment["type"] == "crisis-help" else "injury"},
            "treatment": treatment,
        }
    )
    before = claim(question=asked, treatment_type=treatment["type"], product=LEISURE.product)
    facts = [CaseFact(path.replace("__", "."), value, REPORTED, "member") for path, value in stated.items()]
    return with_needs(with_facts(before, facts), cover, TODAY, network_price=network_price)


@pytest.mark.parametrize(
    "in_network, tariff, is_asked",
    [
        (True, 475, False),
        (None, 475, False),
        (False, 475, True),
        (True, None, True),
        (False, None, True),
    ],
)
def test_no_one_is_asked_for_a_price_that_the_tariff_of_the_network_gives(
    in_network: bool | None, tariff: int | None, is_asked: bool
) -> None:
    told = PHYSIOTHERAPY if in_network is None else {**PHYSIOTHERAPY, "inNetwork": in_network}
    price = Money.of(tariff) if tariff else None
    found, without = needing(told, network_price=price), needing(told)
    asked = {fact.path for fact in found.needed_facts}
    assert ("treatment.cost" in asked) == is_asked
    assert {fact.path for fact in without.needed_facts} == {*asked, "treatment.cost"}
    assert found.question.treatment.cost is None


def test_a_stated_fact_without_its_paper_needs_the_paper() -> None:
    found = needing({"type": "rehabilitation"}, evidence__specialistOrder=True)
    assert "specialist-order" in found.documents_needed


def test_a_claim_that_is_denied_already_needs_no_paper_and_no_fact() -> None:
    stated: dict[str, Any] = {
        "evidence__specialistOrder": True,
        "evidence__directlyAfterCoveredStay": False,
    }
    found = needing({"type": "rehabilitation"}, **stated)
    assert (found.documents_needed, found.needed_facts) == ((), ())
    assert replace(found, consent="given").missing == ()


def test_a_review_of_crisis_help_waits_for_the_event_only() -> None:
    found = needing({"type": "crisis-help"})
    waits = {fact.path for fact in found.asked_of_member if fact.holds_review}
    assert waits == {"event.kind", "event.occurredOn"}


@pytest.mark.parametrize("path", ["condition.arisenOn", "condition.chronic", "treatment.inNetwork"])
def test_crisis_help_after_an_event_asks_for_nothing_that_the_event_or_we_answer(path: str) -> None:
    found = needing({"type": "crisis-help"}, event__kind="assault", event__occurredOn="2026-11-14")
    assert path not in {fact.path for fact in found.needed_facts}


def test_a_wait_that_runs_asks_for_the_day_of_treatment_and_for_the_rest_at_once() -> None:
    old = {"condition__arisenOn": "2023-12-01", "condition__chronic": False, "condition__circumstances": []}
    found = needing({"type": "physiotherapy"}, NEW, None, **old)
    asked = {fact.path: fact.holds_review for fact in found.asked_of_member}
    assert asked["treatment.startsOn"]
    assert "referral" in found.documents_needed


def test_no_review_waits_for_a_paper_about_an_amount() -> None:
    needs = claim(documents_needed=("subsidy-statement", "other-insurance", "referral"), consent="given")
    assert needs.missing == ("documents",)
    assert replace(needs, documents_accepted=("referral",)).missing == ()


@pytest.mark.parametrize("decision", ["reported", "limits"])
def test_an_insurer_that_was_notified_is_asked_for_its_name_and_what_it_pays(decision: str) -> None:
    found = needing(PHYSIOTHERAPY, evidence__otherInsurer=decision)
    asked = {fact.path for fact in found.asked_of_member}
    assert {"evidence.otherInsurer.name", "evidence.otherInsurerPays"} <= asked
    assert "other-insurance" in found.documents_needed


def test_an_insurer_that_was_not_notified_needs_its_answer() -> None:
    found = needing(PHYSIOTHERAPY, evidence__otherInsurer="unreported")
    assert "other-insurance" in found.documents_needed
    assert not {fact.path for fact in found.needed_facts} & {"evidence.otherInsurer.name"}


@pytest.mark.parametrize("deducted", [True, False])
def test_the_statement_of_a_subsidy_is_needed_only_if_the_policy_deducts_it(deducted: bool) -> None:
    subsidy = {"amount": "50.00", "currency": "DKK"}
    cover = replace(LEISURE, parameters={**LEISURE.parameters, "subsidyDeducted": deducted})
    found = needing(PHYSIOTHERAPY, cover, evidence__subsidy=subsidy)
    assert ("subsidy-statement" in found.documents_needed) is deducted


def test_an_approval_confirms_what_is_proved_and_leaves_the_rest_stated() -> None:
    stated: dict[str, Any] = {
        "evidence__subsidy": {"amount": "50.00", "currency": "DKK"},
        "evidence__otherInsurer": "none",
        "evidence__disabledForTransport": True,
    }
    decided = determination("approved", REPORTED)
    before = replace(needing(PHYSIOTHERAPY, **stated), status="in-review")
    states = {fact.path: fact.state for fact in before.approve(decided).facts}
    assert states == {
        "evidence.subsidy": "stated",
        "evidence.otherInsurer": "confirmed",
        "evidence.disabledForTransport": "confirmed",
    }
    with_paper = replace(before, documents_accepted=("subsidy-statement",))
    assert {fact.state for fact in with_paper.approve(decided).facts} == {"confirmed"}
