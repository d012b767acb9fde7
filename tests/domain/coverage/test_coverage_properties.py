"""Properties of any question: caps, evidence, unknown facts, flips, and the same answer every time."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helsebro.coverage import answer_json
from helsebro.coverage.benefits.headroom import crossed, room
from helsebro.coverage.decision import Decision
from helsebro.coverage.engine import FORMER
from helsebro.coverage.question import cover_json, question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.replay import replay
from helsebro.money import Money
from tests.builders.domain.any_question import (
    COUNTED,
    FACTS,
    LAYING,
    PAPERS,
    answer,
    bodies,
    covers,
    rows,
    without,
)
from tests.builders.domain.asking import TODAY

POOLS = {
    "physiotherapy": ("physiotherapy", "chiropractic"),
    "reflexology": ("acupuncture", "reflexology", "osteopathy", "craniosacral"),
    "psychologist": ("psychologist",),
}


@given(bodies(), covers())
def test_no_more_than_the_price_is_paid(shape: dict[str, Any], cover: Cover) -> None:
    grant = answer(shape, cover).grant
    if grant is None or grant.payable is None or grant.per_session is None:
        return
    price = Decimal(shape["treatment"]["cost"]["amount"])

    assert Decimal(0) <= grant.per_session.amount <= price
    assert grant.payable.amount <= grant.per_session.amount * (grant.sessions or 1)
    assert (grant.sessions or 0) <= shape["treatment"]["sessions"]
    assert (grant.hours or 0) <= shape["treatment"]["hours"]


@given(bodies(), covers())
def test_no_grant_exceeds_a_cap(shape: dict[str, Any], cover: Cover) -> None:
    grant = answer(shape, cover).grant
    if grant is None:
        return
    rooms = room(question_json.read(shape), cover, TODAY)

    assert crossed(rooms, grant.sessions, grant.hours, grant.payable) == ()


@given(bodies(tuple(POOLS)), covers(), st.integers(2, 6))
def test_repeated_grants_stay_within_the_caps_of_the_year(
    shape: dict[str, Any], cover: Cover, times: int
) -> None:
    shape["treatment"]["inNetwork"] = False
    shape["history"] = []
    own = replace(cover, other_sum=None, other_product=None)
    for _ in range(times):
        grant = answer(shape, own).grant
        if grant is None or not grant.sessions or grant.payable is None:
            break
        treatment = shape["treatment"]
        granted = {
            "treatmentType": treatment["type"],
            "on": treatment["startsOn"],
            "conditionKey": "other",
            "sessions": grant.sessions,
            "cost": grant.payable.as_json(),
            "inNetwork": False,
        }
        shape["history"].append(granted)

    assert sum(past["sessions"] for past in shape["history"]) <= 12
    most = Decimal(1) if not own.sum_index else Decimal("1.0506")
    paid = sum(Decimal(past["cost"]["amount"]) for past in shape["history"])
    assert paid <= own.annual_sum.amount * most


def raises(before: Decision, after: Decision) -> bool:
    """Returns whether the grant after has more of anything than the grant before."""
    if after.grant is None:
        return False
    if before.grant is None:
        return True
    pairs = [
        (before.grant.sessions, after.grant.sessions),
        (before.grant.hours, after.grant.hours),
        (before.grant.payable, after.grant.payable),
    ]
    return any(old is not None and new is not None and new > old for old, new in pairs)  # type: ignore[operator]


@given(bodies(COUNTED), covers(), rows())
def test_more_history_never_raises_a_grant(
    shape: dict[str, Any], cover: Cover, past: dict[str, object]
) -> None:
    more = {**shape, "history": [*shape["history"], past]}

    assert not raises(answer(shape, cover), answer(more, cover))


@given(bodies(LAYING), covers(), st.lists(rows(LAYING), min_size=1, max_size=4))
def test_a_later_treatment_never_raises_a_grant_where_the_first_lays_the_window(
    shape: dict[str, Any], cover: Cover, past: list[dict[str, object]]
) -> None:
    *earlier, last = sorted(past, key=lambda past: str(past["on"]))
    before, after = {**shape, "history": earlier}, {**shape, "history": [*earlier, last]}

    assert not raises(answer(before, cover), answer(after, cover))


@given(bodies(), covers(), st.sampled_from([*PAPERS, "referral"]))
def test_more_evidence_never_removes_cover(shape: dict[str, Any], cover: Cover, paper: str) -> None:
    richer = deepcopy(shape)
    richer["evidence"][paper] = "specialist" if paper == "referral" else True

    before, after = answer(shape, cover).outcome, answer(richer, cover).outcome
    assert (before, after) != ("covered", "not-covered")
    if before == "covered":
        assert after == "covered"


@given(bodies(), covers(), st.sets(st.sampled_from(FACTS), max_size=6))
def test_an_unknown_fact_is_not_covered_when_a_value_would_deny(
    shape: dict[str, Any], cover: Cover, paths: set[str]
) -> None:
    if answer(without(shape, paths), cover).outcome == "covered":
        assert answer(shape, cover).outcome != "not-covered"


@given(bodies(), covers(), st.sets(st.sampled_from(FACTS), max_size=3))
def test_a_denial_does_not_depend_on_unknown_facts(
    shape: dict[str, Any], cover: Cover, paths: set[str]
) -> None:
    if answer(without(shape, paths), cover).outcome == "not-covered":
        assert answer(shape, cover).outcome == "not-covered"


@given(bodies(), covers(), st.sets(st.sampled_from(FACTS), max_size=2))
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
        if flip.fact == FORMER:
            at |= {"beganOn": "2010-01-01", "endedOn": cover.starts_on.isoformat()}

        assert answer(changed, cover).outcome == flip.outcome


@given(bodies(), covers())
def test_the_same_facts_give_the_same_trail(shape: dict[str, Any], cover: Cover) -> None:
    turned = {**dict(reversed(shape.items())), "history": shape["history"][::-1]}
    stored = question_json.read(json.loads(json.dumps(question_json.write(question_json.read(shape)))))
    kept = cover_json.read(json.loads(json.dumps(cover_json.write(cover))))

    decided = answer(shape, cover).answer()
    assert answer(turned, cover).answer() == decided
    assert answer(question_json.write(stored), kept).answer() == decided


@given(bodies(), covers())
def test_an_answer_stored_as_json_is_read_unchanged(shape: dict[str, Any], cover: Cover) -> None:
    made = answer(shape, cover).answer()

    assert answer_json.read(json.loads(json.dumps(answer_json.write(made)))) == made


@given(bodies(), covers())
def test_a_replay_under_its_own_terms_does_not_change_a_decision(shape: dict[str, Any], cover: Cover) -> None:
    stored = answer_json.read(json.loads(json.dumps(answer_json.write(answer(shape, cover).answer()))))

    assert replay(question_json.read(shape), cover, TODAY, stored) is None


@given(bodies(), covers(), rows())
def test_use_under_another_policy_counts_only_against_a_shared_sum(
    shape: dict[str, Any], cover: Cover, past: dict[str, object]
) -> None:
    alone = replace(cover, other_sum=None)
    foreign = {**past, "product": "SA1706", "cost": Money.of(1).as_json()}
    more = {**shape, "history": [*shape["history"], foreign]}
    before = {cap.rule: cap.left for cap in room(question_json.read(shape), cover, TODAY)}
    after = {cap.rule: cap.left for cap in room(question_json.read(more), cover, TODAY)}

    assert room(question_json.read(shape), alone, TODAY) == room(question_json.read(more), alone, TODAY)
    assert before.keys() == after.keys()
    assert {rule for rule in before if before[rule] != after[rule]} <= {"R-1301"}
