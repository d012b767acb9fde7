from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from helsebro.coverage.engine import decide
from helsebro.coverage.question.question import Earlier, Evidence
from helsebro.coverage.terms.product import product
from helsebro.coverage.trail import Trail
from helsebro.decisions import bill_proposal, proposal
from helsebro.decisions.proposal import Basis
from helsebro.decisions.record import DecisionRecord, of_task
from helsebro.ids import PersonId, claim_of
from helsebro.money import Money
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import opened
from tests.builders.domain.covers import cover
from tests.domain.decisions.test_proposal import asked
from tests.domain.decisions.test_ruling import AT, CLAIM_ID, TODAY
from tests.domain.refunds.test_refund import billed

COVER = cover(parameters={"firstGrantPhysical": 4})
KNOWN = Earlier("chiropractic", date(2026, 3, 1), "same", sessions=2, product="SF1706")


def basis(**changes: Any) -> Basis:
    told: dict[str, Any] = {"history": lambda _: (KNOWN,), **changes}
    return Basis(asked(), [COVER], TODAY, **told)


def record_of(proposed: proposal.Proposed) -> list[DecisionRecord]:
    task = opened("claims", ClaimReview(CLAIM_ID), AT, timedelta(days=1))
    return of_task(task, PersonId("per_x"), proposed.askings)


def test_a_record_pins_the_question_with_its_history_the_cover_and_the_day() -> None:
    [record] = record_of(proposal.of_claim(basis()))
    assert (record.question.history, record.cover, record.as_of) == ((KNOWN,), COVER, TODAY)
    assert (record.decided_at, record.person_id, record.payer) == (AT, "per_x", "tryg")
    assert decide(record.question, record.cover, record.as_of).outcome == record.answer.outcome


def test_an_answer_is_kept_with_every_rule_and_its_facts_but_without_texts() -> None:
    proposed = proposal.of_claim(basis())
    [record] = record_of(proposed)
    assert replace(record.answer, trail=Trail()) == replace(proposed.proposal.answer, trail=Trail())
    assert record.answer.trail.steps == proposed.proposal.answer.trail.steps
    assert {step.detail for step in record.answer.trail} == {None}


def test_each_treatment_of_a_refund_has_a_record_of_its_own_in_the_same_case() -> None:
    records = record_of(bill_proposal.of_refund(billed(400, 300, 200), basis()))
    assert [len(one.question.history) for one in records] == [1, 2, 3]
    assert len({one.record_id for one in records}) == 3
    assert {claim_of(one.record_id) for one in records} == {CLAIM_ID}


def test_the_same_review_has_the_same_records_and_the_next_one_others() -> None:
    proposed = proposal.of_claim(basis())
    tasks = [
        opened("claims", ClaimReview(CLAIM_ID), AT, timedelta(days=1), review=review) for review in (1, 1, 2)
    ]
    first, again, second = (of_task(task, PersonId("per_x"), proposed.askings)[0].record_id for task in tasks)
    assert first == again != second


def test_every_proposal_on_a_task_has_records_of_its_own() -> None:
    proposed, later = proposal.of_claim(basis()), AT + timedelta(hours=1)
    task = opened("claims", ClaimReview(CLAIM_ID), AT, timedelta(days=1))
    again = task.proposed_again(proposed.proposal, 2, 5, None)
    made = [of_task(one, PersonId("per_x"), proposed.askings, later)[0] for one in (task, again, again)]
    assert made[0].record_id != made[1].record_id == made[2].record_id
    assert (made[1].task_id, made[1].decided_at) == (task.task_id, later)


@pytest.mark.parametrize(
    "parameters, paid",
    [({"firstGrantPhysical": 2}, "800.00"), ({}, None), ({"firstGrantPhysical": 4}, None)],
)
def test_a_decision_comes_out_the_same_unless_something_that_it_hung_on_is_changed(
    parameters: dict[str, Any], paid: str | None
) -> None:
    about = asked(cost={"amount": "400.00", "currency": "DKK"})
    known = replace(about.question, evidence=Evidence(subsidy=Money.zero()))
    first_time = replace(basis(history=proposal.nothing_earlier), claim=replace(about, question=known))
    [record] = record_of(proposal.of_claim(first_time))
    changed = record.replayed(product("SF1706"), parameters)
    assert (changed.after.payable if changed else None) == (Money.of(paid) if paid else None)
    if changed:
        assert (changed.record_id, changed.before.payable) == (record.record_id, Money.of("1600.00"))
        assert changed.rules


def test_nobody_insured_is_a_decision_that_can_be_made_again_too() -> None:
    [record] = record_of(proposal.of_claim(Basis(asked(), [], TODAY)))
    assert (record.cover, record.answer.outcome) == (None, "not-covered")
    assert record.replayed() is None
