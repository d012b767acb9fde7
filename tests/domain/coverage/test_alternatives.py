"""Alternatives: the same treatment under each policy, in and out of the network, and what the member pays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.coverage.alternatives import Alternative, alternatives
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier
from helsebro.money import Money
from tests.builders.domain.asking import AT_WORK, LEISURE, TODAY, body, kroner, row

WORK = replace(LEISURE, policy_number="P-2", **AT_WORK)  # type: ignore[arg-type]


def found(*covers: Cover, **changes: object) -> dict[tuple[str, bool], Alternative]:
    asked = question_json.read(body(**changes))
    made = alternatives(asked, covers, TODAY)
    return {(alternative.policy_number, alternative.in_network): alternative for alternative in made}


def test_each_policy_has_an_alternative_in_and_out_of_the_network() -> None:
    assert found(LEISURE, WORK).keys() == {("P-1", True), ("P-1", False), ("P-2", True), ("P-2", False)}
    assert found() == {}


def test_the_clinic_is_paid_in_the_network_and_the_member_outside() -> None:
    by_network = found(LEISURE)

    assert (by_network["P-1", True].settlement, by_network["P-1", False].settlement) == ("direct", "refund")


REFLEXOLOGY = {"treatment__type": "reflexology", "treatment__practitioner__approvals": ["RAB"]}


@pytest.mark.parametrize(
    "sentence, in_network, changes, pays, payable",
    [
        ("nothing in the network", True, {}, "0.00", "1200.00"),
        ("what is above 300 kr. outside", False, REFLEXOLOGY, "300.00", "900.00"),
        ("less what others subsidise", False, {"evidence__subsidy": kroner("150.00")}, "0.00", "750.00"),
        ("the sessions past the portion", True, {"treatment__sessions": 5}, "800.00", "1200.00"),
        (
            "the sessions past the cap",
            False,
            {"history": [row("chiropractic", "2026-02-02", sessions=11, inNetwork=False)]},
            "800.00",
            "400.00",
        ),
        (
            "all of it where nothing is covered",
            True,
            {"condition__circumstances": ["crime"]},
            "1200.00",
            "0.00",
        ),
        ("nothing where another paid all", True, {"evidence__otherInsurer": "paid-in-full"}, "0.00", "0.00"),
        (
            "what two insurers leave",
            False,
            {
                **REFLEXOLOGY,
                "evidence__otherInsurer": "limits",
                "evidence__otherInsurerPays": kroner("50.00"),
            },
            "150.00",
            "900.00",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_member_pays_what_the_price_leaves(
    sentence: str, in_network: bool, changes: dict[str, Any], pays: str, payable: str
) -> None:
    alternative = found(LEISURE, **changes)["P-1", in_network]

    assert (alternative.member_pays, alternative.payable) == (Money.of(pays), Money.of(payable)), sentence


@pytest.mark.parametrize(
    "changes",
    [{"treatment__cost": None}, {"evidence__subsidy": None}, {"evidence__referral": "none"}],
    ids=["no price", "no word of a subsidy", "a paper is missing"],
)
def test_what_the_member_pays_is_unknown_while_the_amount_is(changes: dict[str, object]) -> None:
    assert found(LEISURE, **changes)["P-1", False].member_pays is None


def test_an_alternative_names_the_rules_that_prevent_cover() -> None:
    at_work = found(WORK)["P-2", True]

    assert at_work.outcome == "not-covered"
    assert at_work.rules == ("R-301", "R-602")
    assert found(LEISURE)["P-1", True].rules == ()


def test_crisis_help_is_covered_only_in_the_network() -> None:
    crisis = {
        "treatment__type": "crisis-help",
        "event__kind": "fire",
        "event__occurredOn": "2026-11-20",
        "evidence__policeReport": True,
    }
    by_network = found(LEISURE, **crisis)

    assert (by_network["P-1", True].outcome, by_network["P-1", False].outcome) == ("covered", "not-covered")
    assert by_network["P-1", False].rules == ("R-7146",)


def test_the_best_outcome_comes_first_and_then_the_lowest_cost() -> None:
    asked = question_json.read(body(**REFLEXOLOGY))
    made = alternatives(asked, [WORK, LEISURE], TODAY)
    ranked = [(alternative.policy_number, alternative.in_network) for alternative in made]

    assert ranked == [("P-1", True), ("P-1", False), ("P-2", True), ("P-2", False)]


def test_each_policy_counts_its_own_history() -> None:
    def history(cover: Cover) -> tuple[Earlier, ...]:
        held = Earlier("physiotherapy", TODAY.replace(month=2), "other", 12, Money.of(4800), False)
        return (held,) if cover.policy_number == "P-3" else ()

    asked = question_json.read(body())
    second = replace(LEISURE, policy_number="P-3")
    outside = {
        alternative.policy_number: alternative.rules
        for alternative in alternatives(asked, [LEISURE, second], TODAY, history)
        if not alternative.in_network
    }

    assert outside == {"P-1": (), "P-3": ("R-832",)}


def test_an_alternative_has_the_outcome_and_amount_of_its_decision() -> None:
    for (_, in_network), alternative in found(LEISURE, **REFLEXOLOGY).items():
        decision = decide(
            question_json.read(body(**REFLEXOLOGY, treatment__inNetwork=in_network)), LEISURE, TODAY
        )

        assert decision.grant is not None
        assert (alternative.outcome, alternative.payable) == (decision.outcome, decision.grant.payable)


def test_an_alternative_is_written_as_the_contract_says() -> None:
    assert found(LEISURE)["P-1", False].to_json() == {
        "policyNumber": "P-1",
        "product": "SF1706",
        "inNetwork": False,
        "outcome": "covered",
        "payable": kroner("1200.00"),
        "memberPays": kroner("0.00"),
        "settlement": "refund",
        "rules": [],
    }
