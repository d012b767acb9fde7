from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import CaseFact
from helsebro.claims.facts.case_facts import with_facts
from helsebro.coverage.answer import Answer
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.cover_rates import CoverRate
from helsebro.coverage.question.question import Earlier, Question
from helsebro.decisions import bill_proposal, proposal
from helsebro.decisions.proposal import Basis, History, nothing_earlier
from helsebro.money import Money
from helsebro.refunds.case_grants import CaseGrant, CaseGrants
from helsebro.refunds.refund import Refund
from helsebro.tariffs.fee import Fee
from helsebro.tasks.proposal import Proposal
from tests.builders.domain.asking import LEISURE, question
from tests.builders.domain.asking import body as plain
from tests.builders.domain.covers import cover
from tests.domain.decisions.test_ruling import AT, TODAY, claim
from tests.domain.refunds.test_refund import billed

COVER = cover()
GRANTED = CaseGrants((CaseGrant("chiropractic", date(2026, 11, 1), date(2026, 12, 31), 20),))
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


def of_claim(about: Claim, covers: list[Cover]) -> Answer:
    return proposal.of_claim(Basis(about, covers, TODAY)).proposal.answer


def of_refund(refund: Refund, about: Claim, history: History = nothing_earlier) -> Proposal:
    basis = Basis(about, [COVER], TODAY, history, grants=GRANTED)
    return bill_proposal.of_refund(refund, basis).proposal


def asked(**treatment: Any) -> Claim:
    return claim(question=question({**QUESTION, "treatment": {**QUESTION["treatment"], **treatment}}))


def stated(path: str, value: object) -> CaseFact:
    return CaseFact(path, value, AT, "member")


def test_a_stated_subsidy_is_deducted_before_its_paper_comes() -> None:
    fifty = {"amount": "50.00", "currency": "DKK"}
    priced = asked(cost={"amount": "400.00", "currency": "DKK"})
    about = with_facts(priced, [stated("evidence.subsidy", fifty)])
    for answer in (of_claim(about, [COVER]), of_refund(billed(400), about).treatments[0].answer):
        assert answer.trail.facts["evidence.subsidy"] == fifty
        assert answer.grant
        assert answer.grant.per_session == Money.of(350)


@pytest.mark.parametrize(
    "decision, outcome, rule",
    [("paid-in-full", "not-covered", "R-1414"), ("limits", "covered", "R-1415")],
)
def test_a_stated_second_insurer_counts_before_its_paper_comes(
    decision: str, outcome: str, rule: str
) -> None:
    answer = of_claim(with_facts(asked(), [stated("evidence.otherInsurer", decision)]), [COVER])
    assert answer.outcome == outcome
    assert rule in {step.rule for step in answer.trail}


def test_a_notified_insurer_leaves_the_amount_open_until_it_says_what_it_pays() -> None:
    subsidy = stated("evidence.subsidy", {"amount": "0.00", "currency": "DKK"})
    priced = asked(cost={"amount": "400.00", "currency": "DKK"})
    about = with_facts(priced, [stated("evidence.otherInsurer", "reported"), subsidy])
    for answer in (of_claim(about, [COVER]), of_refund(billed(400), about).treatments[0].answer):
        assert answer.grant
        assert (answer.grant.payable, answer.grant.per_session) == (None, None)
        assert answer.amount_hangs_on == ("evidence.otherInsurerPays",)


def test_a_proposal_keeps_what_the_member_does_not_know() -> None:
    about = with_facts(asked(), [CaseFact("evidence.subsidy", "unknown", AT, "member")])
    assert of_claim(about, [COVER]).trail.facts["notKnown.evidence.subsidy"] is True


def test_the_claims_own_question_is_answered_under_its_own_policy() -> None:
    other = replace(COVER, policy_number="P-2", modules=frozenset())
    found = of_claim(asked(), [other, COVER])
    assert found.grant
    assert (found.outcome, found.policy_number, found.grant.sessions) == ("covered", "P-1", 3)
    assert of_claim(asked(), [other]).outcome == "not-covered"


@pytest.mark.parametrize(
    "starts, refers", [(None, False), ("2026-11-21", False), ("2026-11-22", False), ("2026-11-20", True)]
)
def test_what_has_not_begun_is_approved_beforehand(starts: str | None, refers: bool) -> None:
    treatment = {"startsOn": starts} if starts else {}
    found = of_claim(asked(**treatment), [COVER])
    assert ("R-1205" in {step.rule for step in found.trail if step.effect == "refer"}) is refers


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


def test_the_day_of_the_approval_counts_in_the_time_zone_of_the_case() -> None:
    half_past_midnight = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    approved = replace(asked(), status="approved", answered_at=half_past_midnight)
    bills = [billed(400, on=TODAY - timedelta(days=days)) for days in (0, 1)]
    assert [of_refund(bill, approved).answer.outcome for bill in bills] == ["covered", "refer"]


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
    proposed = proposal.of_claim(Basis(asked(), [COVER], TODAY, history))
    [asking] = proposed.askings
    assert (asking.question.history, asking.cover, asking.as_of) == ((known,), COVER, TODAY)
    found, asked_of_engine = proposed.proposal.answer, asking.decision.answer()
    assert found.trail.facts == {**asked_of_engine.trail.facts, "toldBy": "member"}
    assert replace(found, trail=asked_of_engine.trail) == asked_of_engine


def test_a_bill_is_judged_by_the_policy_of_its_own_day() -> None:
    changed, before = replace(COVER, modules=frozenset()), TODAY.replace(day=2)
    basis = Basis(asked(), [changed], TODAY, covers_then={before: [COVER]}, grants=GRANTED)
    then, now = (bill_proposal.of_refund(billed(400, on=on), basis) for on in (before, TODAY))
    assert (then.askings[0].cover, then.askings[0].as_of) == (COVER, TODAY)
    assert (then.proposal.answer.outcome, now.proposal.answer.outcome) == ("refer", "not-covered")


def test_each_treatment_of_a_refund_is_asked_about_on_its_own() -> None:
    proposed = bill_proposal.of_refund(billed(400, 300), Basis(asked(), [COVER], TODAY, grants=GRANTED))
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


FEES = (Fee("first", Money.of(560)), Fee("follow-up", Money.of(330)))


@pytest.mark.parametrize("in_network, cost, payable", [
    (True, "5000.00", "1220.00"), (True, "100.00", "1220.00"), (True, None, "1220.00"),
    (False, "400.00", "1200.00"),
])  # fmt: skip
def test_in_the_network_the_tariff_is_proposed(in_network: bool, cost: str | None, payable: str) -> None:
    """The first session costs 560.00, and each of two later ones 330.00."""
    price = {"amount": cost, "currency": "DKK"} if cost else None
    told = plain(treatment__type="chiropractic", treatment__inNetwork=in_network, treatment__cost=price)
    made = proposal.of_claim(Basis(claim(question=question(told)), [LEISURE], TODAY, fees=FEES)).proposal
    assert made.answer.grant
    assert made.answer.grant.payable == Money.of(payable)
    assert "treatment.cost" not in made.answer.amount_hangs_on


def test_the_subsidy_is_deducted_from_each_fee_of_the_tariff() -> None:
    told = plain(treatment__type="chiropractic", evidence__subsidy={"amount": "100.00", "currency": "DKK"})
    made = proposal.of_claim(Basis(claim(question=question(told)), [LEISURE], TODAY, fees=FEES)).proposal
    assert made.answer.grant
    assert (made.answer.grant.per_session, made.answer.grant.payable) == (Money.of(230), Money.of(920))


RATES = tuple(
    CoverRate("chiropractic", service, Money.of(amount), date(2026, 1, 1), "country")
    for service, amount in (("first", 560), ("follow-up", 330))
)
WITHOUT_NUMBER = {
    "treatment__type": "chiropractic",
    "treatment__inNetwork": False,
    "treatment__practitioner": {"providerNumber": False, "approvals": [], "relation": "none"},
}


@pytest.mark.parametrize(
    "sessions, cost, grant",
    [
        (3, "400.00", (1060, 330, 400)),
        (3, "900.00", (1220, 330, 560)),
        (3, "300.00", (900, 300, None)),
        (1, "400.00", (400, 400, None)),
    ],
)
def test_the_first_session_of_a_course_is_proposed_by_its_own_rate(
    sessions: int, cost: str, grant: tuple[int, int, int | None]
) -> None:
    """R-834: a tariff has 560.00 for a first session and 330.00 for each later one."""
    price = {"amount": cost, "currency": "DKK"}
    told = plain(**WITHOUT_NUMBER, treatment__sessions=sessions, treatment__cost=price)
    about = Basis(claim(question=question(told)), [replace(LEISURE, rates=RATES)], TODAY)
    made = proposal.of_claim(about).proposal
    found = made.answer.grant
    assert found
    assert (found.payable, found.per_session, found.first_session) == tuple(
        None if amount is None else Money.of(amount) for amount in grant
    )
    assert Proposal.from_json(made.as_json()).answer.grant == found
