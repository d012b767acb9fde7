"""How much of the asked-for treatment is covered, and how much is paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from helsebro.coverage.answer import Grant
from helsebro.coverage.decision import Decision
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, decided, kroner, row

OUT = {"treatment__inNetwork": False}
REFLEXOLOGY = {"treatment__type": "reflexology", "treatment__practitioner__approvals": ["RAB"], **OUT}
PSYCHOLOGIST = {"treatment__type": "psychologist", "treatment__cost": kroner("1000.00"), **OUT}


def grant(decision: Decision) -> Grant:
    assert decision.grant is not None
    return decision.grant


@pytest.mark.parametrize(
    "sentence, changes, sessions",
    [
        ("what is asked for", {"treatment__sessions": 2}, 2),
        ("the first portion of three when more is asked for", {"treatment__sessions": 10}, 3),
        ("the first portion when nothing is asked for", {"treatment__sessions": None}, 3),
        ("five with a psychologist", {"treatment__type": "psychologist", "treatment__sessions": 9}, 5),
        (
            "what is left of twelve",
            {**REFLEXOLOGY, "history": [row("osteopathy", "2026-02-02", sessions=10, inNetwork=False)]},
            2,
        ),
    ],
)
def test_a_grant_has_the_lowest_number_of_sessions(
    sentence: str, changes: dict[str, object], sessions: int
) -> None:
    assert grant(decided(**changes)).sessions == sessions, sentence


def test_a_policy_may_set_another_first_portion() -> None:
    decision = decided(replace(LEISURE, parameters={"firstGrantPhysical": 6}), treatment__sessions=10)

    assert grant(decision).sessions == 6


@pytest.mark.parametrize(
    "sentence, changes, per_session",
    [
        ("the price in the network", {}, "400.00"),
        ("the price less the subsidy", {"evidence__subsidy": kroner("150.00")}, "250.00"),
        ("never less than nothing", {"evidence__subsidy": kroner("500.00")}, "0.00"),
        ("at most 300 kr. for reflexology", REFLEXOLOGY, "300.00"),
        (
            "the price where it is below 300 kr.",
            {**REFLEXOLOGY, "treatment__cost": kroner("250.00")},
            "250.00",
        ),
        ("800 kr. on a recommendation", {**PSYCHOLOGIST, "evidence__referral": "recommendation"}, "800.00"),
        (
            "800 kr. without a provider number",
            {**PSYCHOLOGIST, "treatment__practitioner__providerNumber": False},
            "800.00",
        ),
        ("the patient's share with both", {**PSYCHOLOGIST, "evidence__subsidy": kroner("600.00")}, "400.00"),
    ],
)
def test_a_session_is_paid_up_to_its_lowest_limit(
    sentence: str, changes: dict[str, object], per_session: str
) -> None:
    decided_grant = grant(decided(**changes))

    assert decided_grant.per_session == Money.of(per_session), sentence
    assert decided_grant.payable == Money.of(per_session) * (decided_grant.sessions or 0)


def test_the_annual_sum_caps_the_payable_amount() -> None:
    cover = replace(LEISURE, annual_sum=Money.of("1000.00"))

    assert grant(decided(cover, history=[row("surgery", "2026-01-01")])).payable == Money.of("600.00")


def test_hours_above_a_cap_are_not_paid() -> None:
    decision = decided(
        treatment__type="home-help",
        treatment__hours=8,
        treatment__sessions=None,
        treatment__cost=kroner("2400.00"),
        evidence__directlyAfterCoveredStay=True,
        history=[row("home-help", "2026-10-10", hours=10)],
    )

    assert grant(decision).hours == 2
    assert grant(decision).payable == Money.of("600.00")


@pytest.mark.parametrize(
    "changes",
    [
        {"treatment__cost": None},
        {"evidence__subsidy": None},
        {"treatment__cost": {"amount": "400.00", "currency": "NOK"}},
        {"evidence__subsidy": {"amount": "4.00", "currency": "NOK"}},
        {"treatment__practitioner__providerNumber": False, **OUT},
    ],
    ids=[
        "no price",
        "no word of a subsidy",
        "another currency",
        "a subsidy in another",
        "a tariff that is not given",
    ],
)
def test_an_amount_that_depends_on_an_unknown_fact_stays_open(changes: dict[str, object]) -> None:
    decision = decided(**changes)

    assert decision.outcome == "covered"
    assert grant(decision).payable is None
    assert grant(decision).per_session is None


def test_the_agreed_tariff_of_a_policy_caps_a_practitioner_without_a_number() -> None:
    parameters = {"agreedTariffPhysical": "220.00"}
    cover = replace(LEISURE, parameters=parameters)

    decision = decided(cover, treatment__practitioner__providerNumber=False, **OUT)

    assert grant(decision).per_session == Money.of("220.00")


def test_the_price_of_a_session_is_at_most_the_payable_amount() -> None:
    whole = {"treatment__type": "dental", "treatment__sessions": None, "treatment__cost": kroner("20000.00")}
    found = grant(decided(condition__circumstances=["treatment-damage"], **whole))

    assert (found.payable, found.per_session) == (Money.of(15_000), Money.of(15_000))


@pytest.mark.parametrize(
    "changes, facts",
    [
        ({}, ()),
        ({"evidence__subsidy": None}, ("evidence.subsidy",)),
        ({"treatment__cost": None}, ("treatment.cost",)),
        (
            {"treatment__inNetwork": False, "treatment__practitioner__providerNumber": None},
            ("treatment.practitioner.providerNumber",),
        ),
    ],
)
def test_a_decision_names_the_facts_that_its_amount_depends_on(
    changes: dict[str, object], facts: tuple[str, ...]
) -> None:
    assert decided(**changes).amount_hangs_on == facts


def test_a_member_who_could_not_come_is_refunded() -> None:
    found = grant(decided(condition__circumstances=["no-show-valid-reason"], treatment__inNetwork=True))

    assert found.settlement == "refund"


@pytest.mark.parametrize("inside, settlement", [(True, "direct"), (False, "refund"), (None, None)])
def test_the_network_decides_who_is_paid(inside: bool | None, settlement: str | None) -> None:
    assert grant(decided(treatment__inNetwork=inside)).settlement == settlement


def test_a_grant_is_valid_until_the_first_end_of_every_window() -> None:
    crisis = {
        "treatment__type": "crisis-help",
        "event__kind": "serious-accident",
        "event__occurredOn": "2026-11-21",
    }
    leaving = replace(LEISURE, left_on=date(2027, 1, 31))

    assert grant(decided(**crisis)).valid_until == date(2027, 5, 21)
    assert grant(decided(leaving, **crisis)).valid_until == date(2027, 1, 31)
    assert grant(decided()).valid_until is None


@pytest.mark.parametrize(
    "parameters, per_session", [({}, "300.00"), ({"indexPrintedAmounts": True}, "307.50")]
)
def test_a_printed_amount_of_a_session_rises_only_when_the_policy_says_so(
    parameters: dict[str, object], per_session: str
) -> None:
    step = (date(2026, 1, 1), Decimal("2.5"))
    cover = replace(LEISURE, sum_index=(step,), parameters=parameters)

    assert grant(decided(cover, **REFLEXOLOGY)).per_session == Money.of(per_session)


@pytest.mark.parametrize("amounts, per_session", [({"R-934": "450.00"}, "450.00"), ({}, "800.00")])
def test_the_policys_own_amount_of_a_rule_replaces_the_printed_one(
    amounts: dict[str, str], per_session: str
) -> None:
    cover = replace(LEISURE, parameters={"amounts": amounts})

    decision = decided(cover, **{**PSYCHOLOGIST, "evidence__referral": "recommendation"})

    assert grant(decision).per_session == Money.of(per_session)


CRISIS = {
    "treatment__type": "crisis-help",
    "treatment__startsOn": None,
    "treatment__sessions": None,
    "event__kind": "assault",
    "event__occurredOn": "2026-11-14",
    "evidence__policeReport": True,
    "condition__category": "mental",
    "condition__arisenOn": None,
    "condition__chronic": None,
    "treatment__inNetwork": None,
    "treatment__country": None,
}


def test_crisis_help_without_a_day_is_granted_with_its_last_day_to_begin() -> None:
    found = grant(decided(**CRISIS))

    assert (found.begin_by, found.valid_until) == (date(2026, 12, 5), date(2027, 5, 14))
    assert (found.sessions, found.settlement) == (5, "direct")


def test_a_course_that_has_begun_has_no_last_day_to_begin() -> None:
    held = row("crisis-help", "2026-11-16")

    assert grant(decided(**CRISIS, history=[held])).begin_by is None


@pytest.mark.parametrize("held, day", [([row("surgery", "2026-11-10")], "2026-11-10"), ([], None)])
def test_rehabilitation_names_the_covered_stay_that_it_follows(
    held: list[dict[str, object]], day: str | None
) -> None:
    after = {"evidence__directlyAfterCoveredStay": True, "evidence__specialistOrder": True}
    decision = decided(treatment__type="rehabilitation", treatment__startsOn=None, history=held, **after)

    facts = {step.rule.id: step.found.facts for step in decision.trail}["R-791"]
    assert facts.get("coveredOn") == day
