from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.coverage.answer import Answer
from helsebro.coverage.question.question import Earlier, Question
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.trail import Step
from helsebro.decisions import extension_proposal
from helsebro.decisions.proposal import Basis, History, nothing_earlier
from helsebro.guarantees import extension
from helsebro.guarantees.extension import ExtensionRequest
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.money import Money
from tests.builders.domain.asking import question
from tests.builders.domain.guarantees import guarantee
from tests.domain.decisions.test_proposal import COVER, QUESTION
from tests.domain.decisions.test_ruling import AT, TODAY, claim

STANDING = guarantee(treatment="chiropractic")
OUTSIDE = {**QUESTION, "treatment": {**QUESTION["treatment"], "inNetwork": False}}


def basis(told: dict[str, Any] | None = None, history: History = nothing_earlier) -> Basis:
    return Basis(claim(question=question(told or QUESTION)), [COVER], TODAY, history)


def asked(sessions: int | None = 2, of: Guarantee = STANDING) -> extension.Extension:
    return extension.by_member(claim(), [of], ExtensionRequest("Mere", sessions), AT, bytes(6))


def proposed(sessions: int | None = 2, of: Guarantee = STANDING, **on: Any) -> Answer:
    return extension_proposal.of_extension(asked(sessions, of), of, basis(**on)).proposal.answer


def step(answer: Answer, rule: str) -> Step:
    return next(one for one in answer.trail if one.rule == rule)


@pytest.mark.parametrize(
    "treatment, rule, portion",
    [("chiropractic", "R-824", 3), ("psychologist", "R-913", 5)],
)
def test_beyond_the_first_portion_a_person_must_grant(treatment: str, rule: str, portion: int) -> None:
    given = {**QUESTION["treatment"], "type": treatment}
    referred = {**QUESTION, "treatment": given, "evidence": {"referral": "own-doctor"}}
    of = guarantee(treatment=treatment, sessions_granted=7)
    found = proposed(9, of, told=referred)
    assert found.grant
    assert (found.outcome, found.grant.sessions) == ("refer", portion)
    assert (step(found, rule).effect, step(found, rule).facts["granted"]) == ("refer", 7)


@pytest.mark.parametrize("sessions, granted", [(1, 1), (2, 2), (3, 3), (4, 3), (None, 3)])
def test_what_is_asked_for_is_proposed_up_to_a_portion(sessions: int | None, granted: int) -> None:
    found = proposed(sessions).grant
    assert found
    assert found.sessions == granted


def test_the_sessions_granted_before_count_in_every_window() -> None:
    def history(_: Question) -> list[Earlier]:
        return [Earlier("chiropractic", TODAY, "same", sessions=11, in_network=False, product="SF1706")]

    found = proposed(3, told=OUTSIDE, history=history)
    assert step(found, "R-832").facts["left"] == 1


def test_when_the_window_is_used_up_the_proposal_is_a_denial_and_stays_one() -> None:
    def history(_: Question) -> list[Earlier]:
        return [Earlier("chiropractic", TODAY, "same", sessions=12, in_network=False, product="SF1706")]

    found = proposed(3, told=OUTSIDE, history=history)
    assert (found.outcome, found.covered_from) == ("not-covered", date(2027, 1, 1))


def test_the_question_is_of_today_and_at_the_guarantees_price() -> None:
    begun = {**QUESTION, "treatment": {**QUESTION["treatment"], "startsOn": "2026-09-10"}}
    of = replace(STANDING, fee=Money.of(400))
    found = extension_proposal.question_of(asked(2, of), of, basis(begun))
    assert (found.treatment.starts_on, found.treatment.sessions) == (TODAY, 2)
    assert found.treatment.cost == Money.of(400)
    assert found.evidence.approved_beforehand is True
    to_come = {**QUESTION, "treatment": {**QUESTION["treatment"], "startsOn": "2027-02-01"}}
    later = extension_proposal.question_of(asked(), STANDING, basis(to_come))
    assert later.treatment.starts_on == date(2027, 2, 1)


def test_what_was_asked_of_the_engine_is_handed_on_as_it_was_answered() -> None:
    found = extension_proposal.of_extension(asked(), STANDING, basis())
    [asking] = found.askings
    assert asking.decision.outcome == "covered"
    assert asking.question.treatment.sessions == 2


def test_a_course_that_goes_on_is_read_as_not_ended_and_no_other_is() -> None:
    portion = Portion("tsk_1", TODAY, 3, TODAY, TODAY + timedelta(days=30))
    ledger = Ledger("tryg", PersonId("per_a"))
    for guarantee_id in ("gar_1", "gar_2"):
        ledger = ledger.reserve(
            GuaranteeId(guarantee_id), Purpose(ClaimId("clm_1")), "chiropractic", True, portion
        )
        ledger = ledger.end_course(GuaranteeId(guarantee_id), TODAY)
    read = extension_proposal.going_on(ledger, GuaranteeId("gar_1"))
    assert [one.course_ended_on for one in read.reservations] == [None, TODAY]


def test_nothing_is_deducted_from_the_price_of_the_guarantee_again() -> None:
    priced = {**QUESTION["treatment"], "cost": {"amount": "800.00", "currency": "DKK"}}
    evidence = {
        "subsidy": {"amount": "150.00", "currency": "DKK"},
        "otherInsurer": {"name": "Alka", "sum": {"amount": "800.00", "currency": "DKK"}},
    }
    told = {**QUESTION, "treatment": priced, "evidence": evidence}
    found = proposed(2, replace(STANDING, fee=Money.of(325)), told=told)
    assert found.grant
    assert (found.grant.per_session, found.grant.payable) == (Money.of(325), Money.of(650))
    assert found.trail.facts["evidence.subsidy"] == evidence["subsidy"]


def test_a_price_for_all_sessions_is_no_price_of_further_ones() -> None:
    whole = replace(STANDING, fee=Money.of(20000), fee_for="whole", sessions_granted=10)
    found = proposed(2, whole)
    assert found.grant
    assert (found.grant.payable, found.grant.per_session) == (None, None)
    assert "treatment.cost" in found.amount_hangs_on


def rows_of(found: Answer) -> dict[str, str]:
    told = ShownTrail(found.trail, "en", is_decided=True).rows()
    return {str(row["rule"]): str(row["detail"]) for row in told}


SUBSIDISED = {
    **QUESTION,
    "treatment": {**QUESTION["treatment"], "cost": {"amount": "800.00", "currency": "DKK"}},
    "evidence": {**QUESTION.get("evidence", {}), "subsidy": {"amount": "150.00", "currency": "DKK"}},
}


def test_the_rows_of_an_extension_deduct_the_subsidy_once() -> None:
    found = proposed(2, replace(STANDING, fee=Money.of(650)), told=SUBSIDISED)
    assert "DKK 800 less your subsidy of DKK 150 is DKK 650." in rows_of(found)["R-306"]
    assert "which is stated as DKK 800" in rows_of(found)["R-304"]
    assert found.grant
    assert found.grant.per_session == Money.of(650)


def test_a_price_that_was_agreed_for_the_case_stands_in_the_rows_of_an_extension() -> None:
    found = proposed(2, replace(STANDING, fee=Money.of(600)), told=SUBSIDISED)
    assert rows_of(found)["R-306"].endswith(
        "For this case DKK 600 is agreed, and nothing is deducted from that."
    )


def test_the_rows_of_an_extension_keep_the_other_insurer() -> None:
    evidence = {
        "subsidy": {"amount": "0.00", "currency": "DKK"},
        "otherInsurer": {"name": "Alka", "sum": {"amount": "800.00", "currency": "DKK"}},
    }
    told = {**SUBSIDISED, "evidence": evidence}
    found = proposed(2, replace(STANDING, fee=Money.of(400)), told=told)
    assert "DKK 800" in rows_of(found)["R-1415"]
    assert found.grant
    assert found.grant.per_session == Money.of(400)
