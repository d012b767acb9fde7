from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Answer
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question
from helsebro.decisions import proposal
from helsebro.decisions.proposal import Basis, History, nothing_earlier
from helsebro.money import Money
from helsebro.refunds.refund import Refund
from helsebro.tasks.proposal import Proposal
from tests.builders.domain.asking import question
from tests.builders.domain.covers import cover
from tests.domain.decisions.test_ruling import AT, TODAY, claim
from tests.domain.refunds.test_refund import billed

COVER = cover()
QUESTION: dict[str, Any] = {
    "cause": "leisure",
    "condition": {
        "category": "injury",
        "arisenOn": "2026-09-01",
        "chronic": False,
        "arisenAbroad": False,
        "circumstances": [],
    },
    "treatment": {
        "type": "chiropractic",
        "country": "DK",
        "inNetwork": True,
        "sessions": 5,
        "practitioner": {"relation": "none", "providerNumber": True},
    },
}


def of_claim(about: Claim, covers: list[Cover], language: str = "da") -> Answer:
    return proposal.of_claim(Basis(about, covers, TODAY, language)).proposal.answer


def of_refund(refund: Refund, about: Claim, history: History = nothing_earlier) -> Proposal:
    return proposal.of_refund(refund, Basis(about, [COVER], TODAY, "da", history)).proposal


def asked(**treatment: Any) -> Claim:
    return claim(question=question({**QUESTION, "treatment": {**QUESTION["treatment"], **treatment}}))


def test_the_claims_own_question_is_answered_under_its_own_policy() -> None:
    other = replace(COVER, policy_number="P-2", modules=frozenset())
    found = of_claim(asked(), [other, COVER])
    assert found.grant
    assert (found.outcome, found.policy_number, found.grant.sessions) == ("covered", "P-1", 3)
    assert of_claim(asked(), [other]).outcome == "not-covered"


@pytest.mark.parametrize(
    "starts, missing", [(None, False), ("2026-11-21", False), ("2026-11-22", False), ("2026-11-20", True)]
)
def test_what_has_not_begun_is_approved_beforehand(starts: str | None, missing: bool) -> None:
    treatment = {"startsOn": starts} if starts else {}
    found = of_claim(asked(**treatment), [COVER])
    assert ("evidence.approvedBeforehand" in found.missing) is missing


@pytest.mark.parametrize("language, word", [("da", "fritiden"), ("nb", "fritiden"), ("en", "leisure")])
def test_the_trail_is_in_the_language_asked_for(language: str, word: str) -> None:
    found = of_claim(asked(), [COVER], language)
    assert any(word in (step.detail or "") for step in found.trail)


def test_every_billed_treatment_is_judged_outside_the_network_after_those_before_it() -> None:
    found = of_refund(billed(*[400] * 13), asked())
    caps = [next(step.facts for step in one.answer.trail if step.rule == "R-832") for one in found.treatments]
    assert [cap["left"] for cap in caps] == [*range(12, -1, -1)]
    assert found.treatments[-1].answer.outcome == "not-covered"
    assert found.answer.outcome == "not-covered"


def test_treatment_before_the_approval_was_not_approved_beforehand() -> None:
    approved = replace(asked(), status="approved", answered_at=AT)
    before, after = billed(400, on=TODAY.replace(day=20)), billed(400, on=TODAY)
    outcomes = [of_refund(one, approved).answer.outcome for one in (before, after)]
    assert outcomes == ["refer", "covered"]


def test_the_sum_proposed_is_there_once_the_subsidy_of_each_is_known() -> None:
    known = {**QUESTION, "evidence": {"subsidy": {"amount": "50.00", "currency": "DKK"}}}
    sums = []
    for told in (known, QUESTION):
        approved = claim(question=question(told), status="approved", answered_at=AT)
        found = of_refund(billed(400, 300, on=TODAY), approved)
        assert found.answer.grant
        sums.append(found.answer.grant.payable)
    assert sums == [Money.of(600), None]


def test_what_the_platform_knows_of_earlier_treatment_counts_and_is_asked_with() -> None:
    known = Earlier("chiropractic", TODAY, condition_key="same", sessions=12, in_network=False)
    seen: list[Question] = []

    def history(asked_about: Question) -> tuple[Earlier, ...]:
        seen.append(asked_about)
        return (known,)

    assert of_refund(billed(400), asked(), history).answer.outcome == "not-covered"
    assert [one.treatment.type for one in seen] == ["chiropractic"]
    proposed = proposal.of_claim(Basis(asked(), [COVER], TODAY, "da", history))
    [asking] = proposed.askings
    assert (asking.question.history, asking.cover, asking.as_of) == ((known,), COVER, TODAY)
    assert proposed.proposal == Proposal(asking.decision.answer("da"), "da")


def test_a_bill_is_judged_by_the_policy_of_its_own_day() -> None:
    changed, before = replace(COVER, modules=frozenset()), TODAY.replace(day=2)
    basis = Basis(asked(), [changed], TODAY, "da", covers_then={before: [COVER]})
    then, now = (proposal.of_refund(billed(400, on=on), basis) for on in (before, TODAY))
    assert (then.askings[0].cover, then.askings[0].as_of) == (COVER, TODAY)
    assert (then.proposal.answer.outcome, now.proposal.answer.outcome) == ("needs-evidence", "not-covered")


def test_each_treatment_of_a_refund_is_asked_about_on_its_own() -> None:
    proposed = proposal.of_refund(billed(400, 300), Basis(asked(), [COVER], TODAY, "da"))
    assert [len(asking.question.history) for asking in proposed.askings] == [0, 1]
    assert [asking.decision.outcome for asking in proposed.askings] == [
        one.answer.outcome for one in proposed.proposal.treatments
    ]


@pytest.mark.parametrize("days, outcome", [(0, "covered"), (1, "not-covered")])
def test_run_off_needs_a_claim_reported_before_the_person_left(days: int, outcome: str) -> None:
    left = replace(COVER, left_on=TODAY - timedelta(days=30))
    about = asked(startsOn=str(TODAY))
    at = datetime.combine(TODAY - timedelta(days=30 - days), time(12), UTC)
    found = of_claim(replace(about, reported_at=at), [left])
    assert found.outcome == outcome
    assert ("R-1315" in {step.rule for step in found.trail}) is (outcome == "covered")
