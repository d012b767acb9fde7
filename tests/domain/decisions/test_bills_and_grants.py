"""A member's bill is held against what its case was granted (F4-30)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Answer
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.decisions import bill_proposal, proposal
from helsebro.decisions.proposal import Basis, Proposed
from helsebro.ids import GuaranteeId, PersonId, RefundId
from helsebro.money import Money
from helsebro.refunds.benefits_used import asked_by
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.case_grants import grants_of
from helsebro.refunds.refund import Refund
from helsebro.tasks.proposal import Proposal
from tests.builders.domain.asking import LEISURE, question
from tests.builders.domain.asking import body as plain
from tests.domain.decisions.test_ruling import claim
from tests.domain.refunds.test_refund import billed

OSTEOPATHY, PHYSIOTHERAPY = GuaranteeId("gar_o"), GuaranteeId("gar_p")
GRANTED, HELD, REVOKED, BILLED = (date(2026, 11, day) for day in (2, 9, 16, 20))
LAST = date(2027, 3, 2)
APPROVALS = ["ROD"]


def case(**facts: Any) -> Claim:
    """An approved case of osteopathy, with a referral for it."""
    treatment = {
        "treatment__type": "osteopathy",
        "treatment__startsOn": None,
        "treatment__practitioner": {"providerNumber": True, "approvals": APPROVALS, "relation": "none"},
        "evidence__referral": "physiotherapy",
        "evidence__approvedBeforehand": None,
    }
    about = claim(question=question(plain(**{**treatment, **facts})), treatment_type="osteopathy")
    return replace(about, status="approved", answered_at=about.reported_at.replace(day=2))


def granted(sessions: int = 5) -> Ledger:
    """Five sessions of osteopathy and three of physiotherapy for the same injury."""
    here = Purpose(case().claim_id, "SF1706", "P-1", "injury", date(2026, 10, 1))
    ledger = Ledger("tryg", PersonId("per_x"))
    for guarantee_id, treatment, count, in_network in (
        (OSTEOPATHY, "osteopathy", sessions, False),
        (PHYSIOTHERAPY, "physiotherapy", 3, True),
    ):
        portion = Portion(f"tsk_{treatment}", GRANTED, count, GRANTED, LAST, Money.of(400))
        ledger = ledger.reserve(guarantee_id, here, treatment, in_network, portion)
    return ledger


def ended(ledger: Ledger) -> Ledger:
    """The physiotherapy guarantee revoked after a held session, which its clinic invoiced."""
    spent = Spent("bkg_1", HELD, "physiotherapy", Money.of(400), PHYSIOTHERAPY)
    held = Use("inv_1", "invoice", ledger.reservations[1].purpose, HELD, True, (spent,))
    after = ledger.consume(held).revoke(PHYSIOTHERAPY, 1, REVOKED, last=True)
    return after.end_course(PHYSIOTHERAPY, HELD)


def bill(*days: date, of: str = "osteopathy") -> Refund:
    treatments = tuple(BilledTreatment(day, of, Money.of(400)) for day in days)
    return replace(billed(400), treatments=treatments)


def proposed(refund: Refund, ledger: Ledger, about: Claim | None = None, cover: Cover = LEISURE) -> Proposed:
    about = about or case()

    rest = ledger.making_room_for(asked_by(refund))

    def history(asked: Question) -> Any:
        return rest.history(asked, BILLED, claim_id=about.claim_id)

    grants = grants_of(about, ledger, refund.refund_id)
    return bill_proposal.of_refund(refund, Basis(about, [cover], BILLED, history, grants=grants))


def anew(ledger: Ledger) -> Answer:
    """The engine's answer on two sessions of chiropractic, which were not granted."""
    about = case(
        treatment__type="chiropractic",
        treatment__startsOn=str(BILLED),
        treatment__sessions=2,
        evidence__approvedBeforehand=True,
    )
    basis = Basis(about, [LEISURE], BILLED, lambda asked: ledger.history(asked, BILLED))
    return proposal.of_claim(basis).proposal.answer


def outcomes(made: Proposal) -> list[tuple[str, str | None]]:
    return [(on_it.answer.outcome, on_it.outside_grant) for on_it in made.treatments]


@pytest.mark.parametrize("sessions", [1, 5])
@pytest.mark.parametrize("revoked", [False, True])
def test_a_granted_bill_stays_covered_when_another_course_ends(revoked: bool, sessions: int) -> None:
    """R-822 waits from the end of a course, for what would be granted anew."""
    before = granted(sessions)
    ledger = ended(before) if revoked else before.end_course(PHYSIOTHERAPY, HELD)
    made = proposed(bill(BILLED), ledger)
    assert outcomes(made.proposal) == [("covered", None)]
    assert {row.course_ended_on for row in made.askings[0].question.history} == {None}


def test_a_granted_bill_stays_covered_when_the_person_has_left_and_no_other_does() -> None:
    """R-1312 ends the cover of what would be granted anew; the guarantee still promises what was granted."""
    gone = replace(LEISURE, left_on=date(2026, 2, 1))
    made = proposed(bill(BILLED), granted(), cover=gone)
    assert outcomes(made.proposal) == [("covered", None)]
    assert "R-1312" not in {step.rule for step in made.proposal.answer.trail}
    before_it = proposed(bill(date(2026, 10, 30)), granted(), cover=gone)
    assert outcomes(before_it.proposal) == [("not-covered", "outside-the-period")]


def test_the_last_session_of_a_course_is_not_judged_by_its_own_end() -> None:
    made = proposed(bill(BILLED), granted().end_course(OSTEOPATHY, BILLED))
    assert outcomes(made.proposal) == [("covered", None)]


def test_what_would_be_granted_anew_waits_after_a_course_that_ended() -> None:
    answer = anew(ended(granted()))
    assert (answer.outcome, answer.covered_from) == ("not-covered", date(2027, 11, 9))


def test_a_guarantee_revoked_without_a_held_session_ends_no_course() -> None:
    assert anew(granted().revoke(PHYSIOTHERAPY, 0, REVOKED, last=True)).outcome == "covered"


def test_a_bill_of_another_treatment_is_referred_and_judged_by_its_own_papers() -> None:
    made = proposed(bill(BILLED, of="psychologist"), granted())
    assert outcomes(made.proposal) == [("refer", "another-treatment")]
    assert made.proposal.answer.outcome == "refer"
    [asking] = made.askings
    assert (asking.question.evidence.referral, asking.question.evidence.approved_beforehand) == (None, False)
    assert "evidence.referral" in asking.decision.missing


def test_the_number_that_was_granted_is_taken_by_the_earliest_days() -> None:
    days = [date(2026, 11, day) for day in (19, 3, 18)]
    made = proposed(bill(*days), granted(sessions=2)).proposal
    assert outcomes(made) == [("refer", "beyond-the-number"), ("covered", None), ("covered", None)]


def test_a_bill_that_a_rule_refuses_takes_nothing_of_the_number() -> None:
    of_own_company = {"providerNumber": True, "approvals": APPROVALS, "relation": "own-company"}
    refused = case(treatment__practitioner=of_own_company)
    made = proposed(bill(GRANTED, BILLED), granted(sessions=1), refused).proposal
    assert outcomes(made) == [("not-covered", None)] * 2


def test_a_treatment_before_the_grant_or_without_one_is_referred() -> None:
    early = proposed(bill(date(2026, 11, 1)), granted()).proposal
    none = proposed(bill(BILLED), Ledger("tryg", PersonId("per_x"))).proposal
    assert outcomes(early) == [("refer", "outside-the-period")]
    assert outcomes(none) == [("refer", "nothing-granted")]


def test_what_was_paid_on_the_same_day_is_named_and_referred() -> None:
    use = Use("ref_other", "refund", granted().reservations[0].purpose, BILLED, False, (
        Spent("0", BILLED, "osteopathy", Money.of(400)),
    ))  # fmt: skip
    made = proposed(bill(BILLED), granted().consume(use)).proposal
    assert made.treatments[0].paid_before == (RefundId("ref_other"),)
    assert outcomes(made)[0][0] == "refer"


def test_the_same_treatment_twice_on_a_day_is_a_double_that_takes_nothing_of_the_number() -> None:
    refund = bill(BILLED, GRANTED, BILLED, BILLED)
    dearer = replace(refund.treatments[3], cost=Money.of(500))
    made = proposed(
        replace(refund, treatments=(*refund.treatments[:3], dearer)), granted(sessions=2)
    ).proposal
    assert outcomes(made) == [("covered", None), ("covered", None), ("refer", None), ("refer", None)]
    assert [on_it.double_of for on_it in made.treatments] == [None, None, 0, 0]
    assert Proposal.from_json(made.as_json()).treatments[2].double_of == 0


def test_what_another_insurer_paid_of_the_cases_treatment_denies_no_other_treatment() -> None:
    """R-1414 is about the treatment that the case is about."""
    paid_in_full = case(evidence__otherInsurer="paid-in-full")
    made = [proposed(bill(BILLED, of=of), granted(), paid_in_full) for of in ("osteopathy", "psychologist")]
    assert [outcomes(on_it.proposal)[0][0] for on_it in made] == ["not-covered", "refer"]


def test_a_proposal_is_read_as_it_was_stored() -> None:
    made = proposed(bill(BILLED, date(2026, 11, 1)), granted()).proposal
    assert outcomes(Proposal.from_json(made.as_json())) == outcomes(made)


def used_in(made: Proposal, place: int, rule: str) -> object:
    """What a row of a billed treatment says is used."""
    return next(step.facts.get("used") for step in made.treatments[place].answer.trail if step.rule == rule)


def test_a_bill_that_is_not_paid_is_used_of_nothing() -> None:
    early = date(2026, 11, 1)
    made = proposed(bill(early, BILLED), granted()).proposal
    assert outcomes(made) == [("refer", "outside-the-period"), ("covered", None)]
    assert (used_in(made, 1, "R-842"), used_in(made, 1, "R-1301")) == (0, used_in(made, 0, "R-1301"))


def test_of_the_bills_before_only_what_is_paid_is_used() -> None:
    dear = replace(
        bill(HELD, BILLED),
        treatments=tuple(BilledTreatment(day, "osteopathy", Money.of(600)) for day in (HELD, BILLED)),
    )
    made = proposed(dear, granted(), case(evidence__subsidy={"amount": "0.00", "currency": "DKK"})).proposal
    paid = made.treatments[0].answer.grant
    assert paid
    assert paid.payable
    assert used_in(made, 1, "R-1301") == paid.payable.as_json()


def test_a_bill_outside_the_grant_takes_nothing_of_what_is_reserved() -> None:
    early = bill(date(2026, 11, 1), BILLED)
    rooms = granted().making_room_for(asked_by(early, grants_of(case(), granted(), early.refund_id)))
    assert rooms.left(OSTEOPATHY) == 4
