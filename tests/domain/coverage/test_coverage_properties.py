"""What holds for any question: caps, evidence, the unknown, flips and waits."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.domain.coverage.asking import LEISURE, TODAY, body, kroner, row

from helsebro.coverage import Cover, Decision, Question, decide, names

quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PAPERS = ("policeReport", "specialistOrder", "approvedBeforehand")
COUNTED = (
    "physiotherapy",
    "reflexology",
    "psychologist",
    "home-help",
    "misuse",
    "gambling",
    "pain-assessment",
)
"""Types whose windows are not laid by the earlier treatments themselves (Q16)."""


def days(first: date, last: date) -> st.SearchStrategy[str]:
    return st.dates(first, last).map(date.isoformat)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, object]:
    treatment = draw(st.sampled_from(COUNTED))
    sessions = draw(st.integers(1, 8))
    cost = kroner(f"{draw(st.integers(0, 30_000))}.00")
    more: dict[str, object] = {
        "sessions": sessions,
        "hours": sessions,
        "cost": cost,
        "conditionKey": draw(st.sampled_from(["same", "other"])),
        "inNetwork": draw(st.booleans()),
    }
    return row(treatment, draw(days(date(2025, 6, 1), date(2026, 11, 30))), **more)


DEVIATIONS: dict[str, st.SearchStrategy[Any]] = {
    "cause": st.just("work"),
    "condition__category": st.sampled_from(names.CATEGORIES),
    "condition__chronic": st.just(True),
    "condition__arisenAbroad": st.just(True),
    "condition__circumstances": st.sampled_from(names.CIRCUMSTANCES).map(lambda one: [one]),
    "condition__sequelaOfChronicDiagnosedOn": st.sampled_from(["2020-01-01", "2026-07-01"]),
    "treatment__startsOn": days(date(2026, 11, 1), date(2027, 9, 1)),
    "treatment__country": st.sampled_from(["SE", "GL", "PL"]),
    "treatment__inNetwork": st.just(False),
    "treatment__practitioner__approvals": st.lists(st.sampled_from(names.APPROVALS), max_size=2),
    "treatment__practitioner__providerNumber": st.just(False),
    "treatment__practitioner__relation": st.sampled_from(names.RELATIONS),
    "treatment__distanceKm": st.sampled_from([100, 101]),
    "treatment__nights": st.sampled_from([0, 1, 3]),
    "treatment__bmi": st.sampled_from([30, 31]),
    "evidence__referral": st.sampled_from(names.REFERRALS),
    "evidence__policeReport": st.just(False),
    "evidence__specialistOrder": st.just(False),
    "evidence__directlyAfterCoveredStay": st.just(False),
    "evidence__approvedBeforehand": st.just(False),
    "evidence__disabledForTransport": st.just(False),
    "event__kind": st.sampled_from(names.EVENTS),
    "event__occurredOn": days(date(2026, 10, 1), date(2026, 11, 1)),
}
"""What may be otherwise than in the question where everything is in order."""
OFTEN = tuple(
    one for one in names.TREATMENTS if one not in ("gp", "acute", "hospice", "dialysis", "transplant")
)


@st.composite
def bodies(draw: st.DrawFn, types: tuple[str, ...] = OFTEN) -> dict[str, Any]:
    """A question where everything is in order, but for up to three facts."""
    onset = draw(st.sampled_from(["2026-10-01", "2026-10-01", "2025-01-10", "2023-05-01"]))
    in_order: dict[str, Any] = {
        "condition__arisenOn": onset,
        "condition__symptomsFrom": onset,
        "treatment__type": draw(st.sampled_from(types)),
        "treatment__startsOn": "2026-11-20",
        "treatment__sessions": draw(st.integers(1, 15)),
        "treatment__hours": draw(st.integers(1, 15)),
        "treatment__cost": kroner(f"{draw(st.integers(0, 60_000))}.00"),
        "treatment__practitioner__approvals": list(names.APPROVALS),
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
    return body(**in_order)


covers = st.builds(
    lambda start, modules, leaves: replace(
        LEISURE, effective_from=start, enrolled_on=start, modules=modules, left_on=leaves
    ),
    st.sampled_from([date(2022, 1, 1), date(2022, 1, 1), date(2025, 3, 14), date(2026, 6, 15)]),
    st.sets(st.sampled_from(names.MODULES), min_size=4).map(frozenset),
    st.sampled_from([None, None, date(2026, 12, 31)]),
)


def answer(shape: dict[str, Any], cover: Cover) -> Decision:
    return decide(Question.from_json(shape), cover, TODAY)


@quick
@given(bodies(), covers)
def test_never_more_than_the_price_nor_past_a_cap_is_paid(shape: dict[str, Any], cover: Cover) -> None:
    grant = answer(shape, cover).grant
    if grant is None or grant.payable is None or grant.per_session is None:
        return
    price = Decimal(shape["treatment"]["cost"]["amount"])
    used = sum(
        Decimal(one["cost"]["amount"])
        for one in shape["history"]
        if one["on"][:4] == shape["treatment"]["startsOn"][:4]
    )

    assert Decimal(0) <= grant.per_session.amount <= price
    assert grant.payable.amount <= grant.per_session.amount * (grant.sessions or 1)
    assert grant.payable.amount <= max(cover.annual_sum.amount - used, Decimal(0))
    assert (grant.sessions or 0) <= shape["treatment"]["sessions"]


@quick
@given(bodies(COUNTED), covers, rows())
def test_more_history_never_raises_a_grant(
    shape: dict[str, Any], cover: Cover, past: dict[str, object]
) -> None:
    before = answer(shape, cover)
    after = answer({**shape, "history": [*shape["history"], past]}, cover)

    if after.grant is None:
        return
    assert before.grant is not None
    assert (after.grant.sessions or 0) <= (before.grant.sessions or 0)
    if after.grant.payable and before.grant.payable:
        assert after.grant.payable <= before.grant.payable


@quick
@given(bodies(), covers, st.sampled_from([*PAPERS, "referral"]))
def test_adding_a_paper_never_takes_cover_away(shape: dict[str, Any], cover: Cover, paper: str) -> None:
    richer = deepcopy(shape)
    richer["evidence"][paper] = "specialist" if paper == "referral" else True

    if answer(shape, cover).outcome == "covered":
        assert answer(richer, cover).outcome == "covered"


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


@quick
@given(bodies(), covers, st.sets(st.sampled_from(FACTS), max_size=6))
def test_the_unknown_is_never_covered_where_knowing_could_deny(
    shape: dict[str, Any], cover: Cover, paths: set[str]
) -> None:
    if answer(without(shape, paths), cover).outcome == "covered":
        assert answer(shape, cover).outcome != "not-covered"


@quick
@given(bodies(), covers, st.sets(st.sampled_from(FACTS), max_size=3))
def test_a_denial_stands_whatever_the_unknown_turns_out_to_be(
    shape: dict[str, Any], cover: Cover, paths: set[str]
) -> None:
    if answer(without(shape, paths), cover).outcome == "not-covered":
        assert answer(shape, cover).outcome == "not-covered"


@quick
@given(bodies(), covers, st.sets(st.sampled_from(FACTS), max_size=2))
def test_every_flip_gives_the_outcome_it_promises(
    shape: dict[str, Any], cover: Cover, paths: set[str]
) -> None:
    poorer = without(shape, paths - {"history"})
    for flip in answer(poorer, cover).flips:
        changed = deepcopy(poorer)
        *outer, last = flip.fact.split(".")
        at = changed
        for name in outer:
            at = at.setdefault(name, {})
        at[last] = flip.value

        assert answer(changed, cover).outcome == flip.outcome


@quick
@given(bodies(), covers)
def test_the_first_day_of_cover_is_the_first(shape: dict[str, Any], cover: Cover) -> None:
    found = answer(shape, cover).covered_from
    if found is None:
        return
    day_before = (found - timedelta(days=1)).isoformat()

    assert (
        answer({**shape, "treatment": {**shape["treatment"], "startsOn": found.isoformat()}}, cover).outcome
        == "covered"
    )
    assert (
        answer({**shape, "treatment": {**shape["treatment"], "startsOn": day_before}}, cover).outcome
        != "covered"
    )


@quick
@given(bodies(), covers)
def test_the_same_facts_give_the_same_trail(shape: dict[str, Any], cover: Cover) -> None:
    turned = {**shape, "history": shape["history"][::-1]}

    assert answer(shape, cover).to_json() == answer(turned, cover).to_json()
