"""Which rules explain a decision."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.claims.explained.explanation import deciding_steps
from helsebro.coverage.trail import Effect, Step, Trail
from helsebro.tasks.determination import DeterminationOutcome
from tests.builders.domain.answers import determination

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


def deciding(outcome: DeterminationOutcome, *steps: Step) -> list[str]:
    decided = determination(outcome, AT, trail=Trail(steps))
    return [step.rule for step in deciding_steps(decided)]


def step(effect: Effect, number: int = 1, *, specific: bool = False) -> Step:
    reads = ("treatment.type",) if specific else ()
    return Step(f"{effect}-{number}", "1", effect, reads=reads)


@pytest.mark.parametrize(
    "outcome, effects, expected",
    [
        ("denied", ["grant", "cap", "wait", "require", "deny", "note"], ["wait-2", "deny-4"]),
        ("denied", ["grant", "cap", "refer", "require"], ["require-3", "refer-2"]),
        ("denied", ["grant", "note"], []),
        ("approved", ["grant", "grant", "cap", "note"], ["grant-0", "grant-1"]),
        ("approved", ["grant", "cap", "refer", "cap", "cap"], ["refer-2", "grant-0"]),
        ("approved", ["grant", "grant", "grant", "grant"], ["grant-0", "grant-1", "grant-2"]),
        ("approved", ["deny", "require", "grant"], ["deny-0", "grant-2"]),
        ("clarifying", ["require", "grant"], ["require-0"]),
    ],
)
def test_the_strongest_rules_explain_a_decision(
    outcome: DeterminationOutcome, effects: list[Effect], expected: list[str]
) -> None:
    steps = [step(effect, place) for place, effect in enumerate(effects)]
    assert deciding(outcome, *steps) == expected


SESSIONS = {"unit": "sessions", "limit": 3, "used": 0, "left": 3}
MONEY = {"unit": "money", "left": {"amount": "500000.00", "currency": "DKK"}}
WAITED = {"from": "2024-01-01", "months": 24, "until": "2026-01-01"}
HALF_A_YEAR = {"from": "2026-11-01", "until": "2027-05-01"}


@pytest.mark.parametrize(
    "steps, expected",
    [
        ([Step("R-1301", "", "cap", MONEY), Step("R-301", "", "grant")], ["R-301"]),
        ([Step("R-301", "", "grant"), Step("R-824", "", "cap", SESSIONS)], ["R-301", "R-824"]),
        (
            [Step("R-301", "", "grant"), Step("R-302", "", "grant"), Step("R-824", "", "cap", SESSIONS)],
            ["R-301", "R-824"],
        ),
        (
            [
                Step("R-301", "", "grant"),
                Step("R-302", "", "grant"),
                Step("R-701", "", "grant"),
                Step("R-704", "", "note", WAITED),
            ],
            ["R-301", "R-704"],
        ),
        (
            [Step("R-701", "", "grant"), Step("R-791", "", "cap", HALF_A_YEAR), Step("R-1209", "", "note")],
            ["R-791", "R-701"],
        ),
        (
            [
                Step("R-302", "", "grant"),
                Step("R-801", "", "grant"),
                Step("R-815", "", "grant"),
                Step("R-824", "", "cap", SESSIONS),
                Step("R-843", "", "cap", {"most": {"amount": "300.00", "currency": "DKK"}}),
            ],
            ["R-815", "R-843"],
        ),
    ],
)
def test_an_approval_is_explained_by_what_decided_it_and_never_by_the_money_left(
    steps: list[Step], expected: list[str]
) -> None:
    assert deciding("approved", *steps) == expected


def test_rules_of_the_treatment_come_before_those_of_every_treatment() -> None:
    steps = (step("deny", 1), step("deny", 2, specific=True), step("deny", 3), step("deny", 4, specific=True))
    assert deciding("denied", *steps) == ["deny-2", "deny-4", "deny-1"]


def test_what_several_rules_miss_is_said_once() -> None:
    start, both = ["treatment.startsOn"], ["treatment.startsOn", "evidence.policeReport"]
    missed = enumerate([both, start, start])
    steps = [Step(f"R-{n}", "", "require", {"unknown": unknown}) for n, unknown in missed]
    assert deciding("denied", *steps) == ["R-0"]
    assert deciding("denied", *reversed(steps)) == ["R-2", "R-0"]


def test_a_decision_without_a_trail_is_explained_by_no_rule() -> None:
    assert deciding("denied") == []


def test_what_makes_our_amount_less_than_the_price_is_among_the_deciding_rules() -> None:
    """Another insurer's part (R-1415) and a subsidy (R-306)."""
    steps = (
        Step("R-301", "", "grant"),
        Step("R-811", "", "grant"),
        Step("R-831", "", "grant"),
        Step("R-306", "", "note"),
        Step("R-1415", "", "cap", {"theirs": {"amount": "300.00", "currency": "DKK"}}),
    )
    subsidy = {"evidence.subsidy": {"amount": "160.00", "currency": "NOK"}}
    none = {"evidence.subsidy": {"amount": "0.00", "currency": "NOK"}}
    for facts, rules in ((subsidy, ["R-301", "R-1415", "R-306"]), (none, ["R-301", "R-811", "R-1415"])):
        decided = determination("approved", AT, trail=Trail(steps, facts))
        assert [found.rule for found in deciding_steps(decided)] == rules
