"""A plain question and a plain cover for tests, in which single facts are changed by path."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from helsebro.coverage.decision import Decision
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.money import Money
from tests.builders.domain.covers import cover

TODAY = date(2026, 11, 21)
MODULES = frozenset({"health", "physical", "psychology", "misuse", "extended"})
LEISURE = cover(
    effective_from=date(2024, 1, 1),
    modules=MODULES,
    annual_sum=Money.of("500000.00"),
    enrolled_on=date(2024, 1, 1),
    born_on=date(1990, 5, 4),
)
AT_WORK = {"product": "SA1706", "modules": MODULES - {"extended"}}
"""The changes that make the plain cover one on the work policy."""

PLAIN: dict[str, Any] = {
    "cause": "leisure",
    "condition": {
        "category": "injury",
        "arisenOn": "2026-10-01",
        "symptomsFrom": "2026-10-01",
        "diagnosedOn": "2026-10-05",
        "chronic": False,
        "arisenAbroad": False,
        "circumstances": [],
    },
    "treatment": {
        "type": "physiotherapy",
        "startsOn": "2026-12-01",
        "country": "DK",
        "inNetwork": True,
        "sessions": 3,
        "cost": {"amount": "400.00", "currency": "DKK"},
        "practitioner": {"providerNumber": True, "approvals": [], "relation": "none"},
    },
    "evidence": {
        "referral": "specialist",
        "policeReport": False,
        "specialistOrder": True,
        "directlyAfterCoveredStay": False,
        "approvedBeforehand": True,
        "subsidy": {"amount": "0.00", "currency": "DKK"},
    },
    "history": [],
}


def body(**changes: object) -> dict[str, Any]:
    """Returns the plain body with facts changed by path, dots written ``__``; ``None`` removes a fact."""
    shape = deepcopy(PLAIN)
    for path, value in changes.items():
        *outer, last = path.split("__")
        at = shape
        for name in outer:
            at = at.setdefault(name, {})
        if value is None:
            at.pop(last, None)
        else:
            at[last] = value
    return shape


def question(shape: Mapping[str, object]) -> Question:
    """As much of a question as a body has, whatever else a body needs."""
    return question_json.read_with_faults(shape)[0]


def kroner(amount: str) -> dict[str, str]:
    """Returns an amount in the form of a body."""
    return {"amount": amount, "currency": "DKK"}


def row(treatment: str, on: str, /, **more: object) -> dict[str, object]:
    """One earlier treatment for the same condition, in the network, at 400 kr."""
    plain = {"conditionKey": "same", "sessions": 1, "inNetwork": True, "cost": kroner("400.00")}
    return {"treatmentType": treatment, "on": on, **plain, **more}


def decided(cover: Cover | None = LEISURE, /, **changes: object) -> Decision:
    """Returns the decision on the plain question with facts changed by path."""
    return decide(question_json.read(body(**changes)), cover, TODAY)


def effects(decision: Decision) -> dict[str, str]:
    """Returns the effect of each rule in the trail."""
    return {step.rule.id: step.found.effect for step in decision.trail}
