"""Any question and any cover: a covered question, except for a few facts."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from helsebro.coverage.decision import Decision
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json, vocabulary
from helsebro.coverage.question.cover import Cover
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, TODAY, body, kroner, row

PAPERS = (
    "policeReport",
    "specialistOrder",
    "approvedBeforehand",
    "directlyAfterCoveredStay",
    "disabledForTransport",
    "doctorsNamed",
    "writtenConsent",
)
"""Papers that a clause may require; having one never makes a decision worse."""
COUNTED = (
    "physiotherapy",
    "reflexology",
    "psychologist",
    "home-help",
    "misuse",
    "gambling",
    "pain-assessment",
)
"""Types whose windows do not depend on the earlier treatments (Q16)."""
LAYING = ("psychiatrist", "recreation", "antabuse")
"""Types whose windows begin with the first treatment."""


def days(first: date, last: date) -> st.SearchStrategy[str]:
    """Returns days in the form of a body."""
    return st.dates(first, last).map(date.isoformat)


@st.composite
def rows(draw: st.DrawFn, types: tuple[str, ...] = COUNTED) -> dict[str, object]:
    """One earlier treatment, under this policy or the other one."""
    treatment = draw(st.sampled_from(types))
    sessions = draw(st.integers(1, 8))
    cost = kroner(f"{draw(st.integers(0, 30_000))}.00")
    more: dict[str, object] = {
        "sessions": sessions,
        "hours": sessions,
        "cost": cost,
        "conditionKey": draw(st.sampled_from(["same", "other"])),
        "inNetwork": draw(st.booleans()),
        "product": draw(st.sampled_from(["SF1706", "SF1706", "SA1706"])),
    }
    return row(treatment, draw(days(date(2025, 6, 1), date(2026, 11, 30))), **more)


DEVIATIONS: dict[str, st.SearchStrategy[Any]] = {
    "cause": st.just("work"),
    "condition__category": st.sampled_from(vocabulary.CATEGORIES),
    "condition__chronic": st.just(True),
    "condition__arisenAbroad": st.just(True),
    "condition__circumstances": st.sampled_from(vocabulary.CIRCUMSTANCES).map(
        lambda circumstance: [circumstance]
    ),
    "condition__sequelaOfChronicDiagnosedOn": st.sampled_from(["2020-01-01", "2026-07-01"]),
    "treatment__startsOn": days(date(2026, 11, 1), date(2027, 9, 1)),
    "treatment__country": st.sampled_from(["SE", "GL", "PL"]),
    "treatment__inNetwork": st.just(False),
    "treatment__practitioner__approvals": st.lists(
        st.sampled_from(vocabulary.APPROVALS), max_size=2, unique=True
    ),
    "treatment__practitioner__providerNumber": st.just(False),
    "treatment__practitioner__relation": st.sampled_from(vocabulary.RELATIONS),
    "treatment__distanceKm": st.sampled_from([100, 101]),
    "treatment__nights": st.sampled_from([0, 1, 3]),
    "treatment__bmi": st.sampled_from([30, 31]),
    "evidence__referral": st.sampled_from(vocabulary.REFERRALS),
    "evidence__policeReport": st.just(False),
    "evidence__specialistOrder": st.just(False),
    "evidence__directlyAfterCoveredStay": st.just(False),
    "evidence__approvedBeforehand": st.just(False),
    "evidence__disabledForTransport": st.just(False),
    "evidence__subsidy": st.integers(0, 900).map(lambda amount: kroner(f"{amount}.00")),
    "evidence__informationOutstanding": st.just(True),
    "evidence__otherInsurer": st.sampled_from(vocabulary.OTHER_INSURERS),
    "evidence__otherInsurerPays": st.integers(0, 60_000).map(lambda amount: kroner(f"{amount}.00")),
    "evidence__actualCost": st.integers(0, 60_000).map(lambda amount: kroner(f"{amount}.00")),
    "evidence__agreedTariff": st.integers(0, 600).map(lambda amount: kroner(f"{amount}.00")),
    "evidence__ratePerKm": st.integers(0, 9).map(lambda amount: kroner(f"{amount}.50")),
    "event__kind": st.sampled_from(vocabulary.EVENTS),
    "event__occurredOn": days(date(2026, 10, 1), date(2026, 11, 1)),
}
"""The facts that may differ from the covered question."""
OFTEN = tuple(
    treatment
    for treatment in vocabulary.TREATMENTS
    if treatment not in ("gp", "acute", "hospice", "dialysis", "transplant")
)


@st.composite
def bodies(draw: st.DrawFn, types: tuple[str, ...] = OFTEN) -> dict[str, Any]:
    """A covered question, except for up to three facts."""
    onset = draw(st.sampled_from(["2026-10-01", "2026-10-01", "2025-01-10", "2023-05-01"]))
    in_order: dict[str, Any] = {
        "condition__arisenOn": onset,
        "condition__symptomsFrom": onset,
        "treatment__type": draw(st.sampled_from(types)),
        "treatment__startsOn": "2026-11-20",
        "treatment__sessions": draw(st.integers(1, 15)),
        "treatment__hours": draw(st.integers(1, 15)),
        "treatment__cost": kroner(f"{draw(st.integers(0, 60_000))}.00"),
        "treatment__practitioner__approvals": list(vocabulary.APPROVALS),
        "treatment__distanceKm": 250,
        "treatment__nights": 4,
        "treatment__bmi": 31,
        "evidence__policeReport": True,
        "evidence__directlyAfterCoveredStay": True,
        "evidence__disabledForTransport": True,
        "event__kind": "assault",
        "event__occurredOn": "2026-11-01",
        "history": draw(st.lists(rows(), max_size=3)),
    }
    for path in draw(st.lists(st.sampled_from(sorted(DEVIATIONS)), max_size=3)):
        in_order[path] = draw(DEVIATIONS[path])
    return body(**_without_contradictions(in_order))


def _without_contradictions(facts: dict[str, Any]) -> dict[str, Any]:
    """Returns facts of which none excludes another: the price is shared only with an insurer that limits."""
    shares = "evidence__otherInsurerPays" in facts
    return {**facts, "evidence__otherInsurer": "limits"} if shares else facts


@st.composite
def covers(draw: st.DrawFn) -> Cover:
    """A leisure policy: young or old, its sums indexed or not, shared or not, paid for or not."""
    start = draw(st.sampled_from([date(2022, 1, 1), date(2022, 1, 1), date(2025, 3, 14), date(2026, 6, 15)]))
    both = draw(st.booleans())
    unpaid = (date(2026, 11, 10), draw(st.sampled_from([None, date(2026, 12, 5)])))
    return replace(
        LEISURE,
        effective_from=start,
        enrolled_on=start,
        modules=draw(st.sets(st.sampled_from(vocabulary.MODULES), min_size=4).map(frozenset)),
        annual_sum=Money.of(draw(st.sampled_from([500_000, 60_000]))),
        policy_year_start=draw(st.sampled_from(["01-01", "07-01", "02-29"])),
        sum_index=draw(
            st.sampled_from([(), ((date(2026, 1, 1), Decimal(2)), (date(2027, 1, 1), Decimal(3)))])
        ),
        other_product="SA1706" if both else None,
        other_sum=Money.of(80_000) if both else None,
        left_on=draw(st.sampled_from([None, None, None, date(2026, 12, 31)])),
        suspended=draw(st.sampled_from([(), (), (), (unpaid,)])),
    )


def answer(shape: dict[str, Any], cover: Cover) -> Decision:
    """Returns the decision on a body."""
    return decide(question_json.read(shape), cover, TODAY)


FACTS = [
    f"{outer}.{inner}"
    for outer, inners in {
        "condition": "category arisenOn symptomsFrom diagnosedOn chronic arisenAbroad circumstances",
        "treatment": "startsOn country inNetwork sessions hours cost distanceKm nights bmi",
        "evidence": "referral policeReport specialistOrder directlyAfterCoveredStay approvedBeforehand "
        "disabledForTransport subsidy",
        "event": "kind occurredOn",
    }.items()
    for inner in inners.split()
] + ["treatment.practitioner", "history"]


def without(shape: dict[str, Any], paths: set[str]) -> dict[str, Any]:
    """Returns the body with those facts unknown; ``history`` removes the optional facts of its rows."""
    poorer = deepcopy(shape)
    for path in paths - {"history"}:
        outer, inner = path.split(".")
        poorer[outer].pop(inner, None)
    if "history" in paths:
        for past in poorer["history"]:
            past.pop("conditionKey", None)
            past.pop("inNetwork", None)
            past.pop("cost", None)
    return poorer
