"""The price of an approved case: the guarantee has it, so no one is asked for it."""

from __future__ import annotations

from typing import Any

import pytest
from functions.claims.claims.handler import handler

from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import asked_in, fact_of, read, state_facts
from tests.builders.decisions import CHIROPRACTIC, approval, claim_in_review, cost, decide, task_of
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")
PRICE = "treatment.cost"
OUTSIDE = {**CHIROPRACTIC, "inNetwork": False}
TARIFF = cost("330.00")


def approved(treatment: dict[str, Any], **grant: Any) -> str:
    claim_id = claim_in_review(treatment=treatment)
    assert decide(task_of(claim_id), approval(**grant)).status == 200
    return claim_id


@pytest.mark.parametrize(
    "grant, price", [({}, TARIFF), ({"perSession": cost("300.00")}, cost("300.00"))], ids=["tariff", "agreed"]
)
def test_an_approved_case_in_the_network_shows_the_price_of_its_guarantee(
    grant: dict[str, Any], price: dict[str, str]
) -> None:
    claim = read(approved(CHIROPRACTIC, **grant)).body
    shown = fact_of(claim, PRICE)
    assert (shown["value"], shown["state"], shown["confirmedBy"]) == (price, "confirmed", "caseworker")
    assert PRICE not in asked_in(claim, "staff")


def test_a_fact_that_changes_after_the_approval_does_not_ask_for_the_price_again() -> None:
    claim_id = approved(CHIROPRACTIC)
    claim = state_facts(claim_id, {"condition.circumstances": []}).body
    assert fact_of(claim, PRICE)["value"] == TARIFF
    [listed] = ask(handler, event("GET", "/v1/claims", by=member(ANNA))).body["items"]
    assert PRICE not in {row["path"] for row in listed["facts"]}


def test_outside_the_network_the_price_is_that_of_the_members_bill() -> None:
    claim = read(approved({**CHIROPRACTIC, "inNetwork": False})).body
    assert PRICE in asked_in(claim, "member")


def test_a_case_in_review_asks_no_one_for_a_price_that_the_tariff_gives() -> None:
    claim = read(claim_in_review()).body
    assert PRICE not in asked_in(claim, "staff") | asked_in(claim, "member")


def test_a_price_that_a_caseworker_states_for_the_clinic_makes_the_amount() -> None:
    claim_id = claim_in_review()
    answer = state_facts(claim_id, {PRICE: cost("500.00")}, staff("caseworker"), confirmed=True)

    assert (answer.status, fact_of(answer.body, PRICE)["state"]) == (200, "confirmed")
    assert PRICE not in asked_in(answer.body, "staff")


@pytest.mark.parametrize(
    "treatment, price, fault",
    [
        (CHIROPRACTIC, "0.00", "amount-not-positive"),
        (CHIROPRACTIC, "560.01", "amount-above-cost"),
        ({**CHIROPRACTIC, "cost": cost("700.00")}, "560.01", "amount-above-cost"),
        ({**CHIROPRACTIC, "cost": cost("400.00")}, "400.01", "amount-above-cost"),
        ({**CHIROPRACTIC, "cost": cost("400.00")}, "400.00", None),
        ({**OUTSIDE, "cost": cost("700.00")}, "700.01", "amount-above-cost"),
        ({**OUTSIDE, "cost": cost("700.00")}, "700.00", None),
        (CHIROPRACTIC, "560.00", None),
    ],
)
def test_a_price_agreed_for_the_case_is_neither_nothing_nor_above_what_a_session_costs(
    treatment: dict[str, Any], price: str, fault: str | None
) -> None:
    """The tariff has 560.00 for a first session: in the network no more, and never more than it costs."""
    task_id = task_of(claim_in_review(treatment=treatment))
    answer = decide(task_id, approval(perSession=cost(price)))
    found = [(row["pointer"], row["code"]) for row in answer.body.get("errors", [])]
    assert found == ([("/grant/perSession/amount", fault)] if fault else [])
