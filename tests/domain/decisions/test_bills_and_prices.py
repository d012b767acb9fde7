"""A member's bill is paid up to the price that its grant promised (F4-30)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion
from helsebro.benefits.use import Spent, Use
from helsebro.claims.claim import Claim
from helsebro.claims.purpose import purpose_of
from helsebro.coverage.trail import Step, Trail
from helsebro.decisions import bill_proposal
from helsebro.decisions.proposal import Basis
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PersonId
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.case_grants import grants_of
from helsebro.refunds.used_since import used_since_faults
from helsebro.tariffs.fee import Fee
from helsebro.tasks.proposal import Proposal
from tests.builders.domain.answers import determination
from tests.builders.domain.asking import LEISURE
from tests.builders.domain.guarantees import guarantee
from tests.domain.decisions.test_bills_and_grants import (
    BILLED,
    GRANTED,
    HELD,
    LAST,
    OSTEOPATHY,
    REVOKED,
    case,
)
from tests.domain.refunds.test_refund import billed, decision

ABOVE = "above-granted-price"
DAYS = (HELD, REVOKED, BILLED)
AT = case().reported_at


def chiropractic(**facts: Any) -> Claim:
    """An approved case of chiropractic, with a provider number and nothing to deduct."""
    known = {
        "treatment__type": "chiropractic",
        "treatment__inNetwork": False,
        "treatment__practitioner": {"providerNumber": True, "approvals": [], "relation": "none"},
        "evidence__referral": None,
    }
    return replace(case(**{**known, **facts}), treatment_type="chiropractic")


def promised(fee: int | None, sessions: int = 3, **changes: Any) -> Guarantee:
    """A guarantee that refunds three sessions."""
    known = {
        "guarantee_id": OSTEOPATHY,
        "treatment": "chiropractic",
        "sessions_granted": sessions,
        "sessions_booked": 0,
        "fee": Money.of(fee) if fee else None,
        "fees": (),
        "settlement": "refund",
    }
    return guarantee(**{**known, **changes})


def ledger_of(about: Claim, *paid: int, price: int | None = None, treatment: str = "chiropractic") -> Ledger:
    """What the case reserved, and what another refund was paid of it."""
    per_session = Money.of(price) if price else None
    portion = Portion("tsk_1", GRANTED, 3, GRANTED, LAST, per_session)
    purpose = purpose_of(about)
    ledger = Ledger("tryg", PersonId("per_x")).reserve(OSTEOPATHY, purpose, treatment, False, portion)
    spent = [
        Spent(str(place), GRANTED, treatment, Money.of(sum_), OSTEOPATHY) for place, sum_ in enumerate(paid)
    ]
    return replace(ledger, uses=(Use("ref_other", "refund", purpose, HELD, False, tuple(spent)),))


def bills(*prices: int, of: str = "chiropractic") -> Any:
    treatments = tuple(
        BilledTreatment(day, of, Money.of(price)) for day, price in zip(DAYS, prices, strict=False)
    )
    return replace(billed(400), treatments=treatments)


def proposed(refund: Any, ledger: Ledger, *guarantees: Guarantee, about: Claim | None = None) -> Proposal:
    about = about or chiropractic()
    grants = grants_of(about, ledger, refund.refund_id, {}, guarantees)
    return bill_proposal.of_refund(refund, Basis(about, [LEISURE], BILLED, grants=grants)).proposal


def paid(made: Proposal) -> list[tuple[str, str | None, str | None]]:
    """The outcome, the payable amount and the reason of each treatment."""
    return [
        (
            on_it.answer.outcome,
            str(on_it.answer.grant.payable.amount)
            if on_it.answer.grant and on_it.answer.grant.payable
            else None,
            on_it.outside_grant,
        )
        for on_it in made.treatments
    ]


@pytest.mark.parametrize(
    "price, expected",
    [
        (900, ("covered", "400.00", ABOVE)),
        (400, ("covered", "400.00", None)),
        (300, ("covered", "300.00", None)),
    ],
)
def test_a_bill_is_paid_up_to_the_granted_price(price: int, expected: tuple[str, str, str | None]) -> None:
    made = proposed(bills(price), ledger_of(chiropractic()), promised(400))
    assert paid(made) == [expected]
    assert made.treatments[0].granted_price == Money.of(400)
    assert Proposal.from_json(made.as_json()).treatments == made.treatments


def test_a_plain_approval_pays_the_promise_and_says_why_no_more() -> None:
    made = proposed(bills(900), ledger_of(chiropractic()), promised(400))
    [treatment] = bills(900).decided(decision(), made).treatments
    assert (treatment.outcome, treatment.approved) == ("partly-approved", Money.of(400))
    assert (treatment.outside_grant, treatment.granted_price) == (ABOVE, Money.of(400))


def test_an_open_price_holds_no_bill() -> None:
    made = proposed(bills(900), ledger_of(chiropractic()), promised(None))
    assert paid(made) == [("covered", "900.00", None)]


def test_a_grant_that_is_not_issued_yet_has_the_price_that_is_reserved() -> None:
    assert paid(proposed(bills(900), ledger_of(chiropractic(), price=400))) == [("covered", "400.00", ABOVE)]


@pytest.mark.parametrize("settlement", ["refund", "direct"])
@pytest.mark.parametrize(
    "earlier, booked, expected", [((), 0, ["560.00", "330.00"]), ((500,), 1, ["330.00", "330.00"])]
)
def test_the_first_session_has_its_own_price(
    settlement: str, earlier: tuple[int, ...], booked: int, expected: list[str]
) -> None:
    fees = (Fee("first", Money.of(560)), Fee("follow-up", Money.of(330)))
    known = promised(330, fees=fees, settlement=settlement, sessions_booked=booked)
    ledger, refund = ledger_of(chiropractic(), *earlier), bills(900, 900)
    grants = grants_of(chiropractic(), ledger, refund.refund_id, {OSTEOPATHY: 3 - booked}, [known])
    made = bill_proposal.of_refund(refund, Basis(chiropractic(), [LEISURE], BILLED, grants=grants)).proposal
    assert [amount for _, amount, _ in paid(made)] == expected


@pytest.mark.parametrize("earlier, expected", [((), ["900.00", "600.00"]), ((1000,), ["500.00", "0.00"])])
def test_bills_under_one_price_for_all_share_what_is_left_of_it(
    earlier: tuple[int, ...], expected: list[str]
) -> None:
    known = promised(1500, fee_for="whole")
    made = proposed(bills(900, 900), ledger_of(chiropractic(), *earlier), known)
    assert [amount for _, amount, _ in paid(made)] == expected


@pytest.mark.parametrize("booked, expected", [(0, "1200.00"), (1, "1000.00"), (2, "500.00")])
def test_a_clinics_sessions_keep_their_part_of_a_price_for_all(booked: int, expected: str) -> None:
    known = promised(1500, fee_for="whole", settlement="direct", sessions_booked=booked)
    about, refund = chiropractic(), bills(1200)
    grants = grants_of(about, ledger_of(about), refund.refund_id, {OSTEOPATHY: 3 - booked}, [known])
    made = bill_proposal.of_refund(refund, Basis(about, [LEISURE], BILLED, grants=grants)).proposal
    assert [amount for _, amount, _ in paid(made)] == [expected]


def test_a_refund_that_took_the_price_for_all_meanwhile_is_not_paid_twice() -> None:
    about, known, refund = chiropractic(), promised(1500, fee_for="whole"), bills(900)
    decided = refund.decided(decision(), proposed(refund, ledger_of(about), known))
    for earlier, faults in (((), 0), ((1000,), 1)):
        grants = grants_of(about, ledger_of(about, *earlier), refund.refund_id, {}, [known])
        assert len(used_since_faults(decided, grants)) == faults


def approved_against(about: Claim, *steps: Step, **facts: object) -> Claim:
    return replace(about, decision=determination("approved", AT, trail=Trail(steps, facts)))


OWN_COMPANY = {
    "treatment__practitioner": {"providerNumber": True, "approvals": [], "relation": "own-company"}
}


def denying_rule(about: Claim) -> str:
    """The rule that denies the treatment of one's own company."""
    [billed_one] = proposed(bills(400), ledger_of(about), promised(400), about=about).treatments
    [rule] = [step.rule for step in billed_one.answer.trail if step.denies]
    return rule


@pytest.mark.parametrize("fee, expected", [(300, "300.00"), (900, "400.00"), (None, None)])
def test_what_staff_granted_against_a_rule_stands_for_its_bills(
    fee: int | None, expected: str | None
) -> None:
    about = chiropractic(**OWN_COMPANY)
    granted = approved_against(about, Step(denying_rule(about), effect="deny"))
    made = proposed(bills(400), ledger_of(about), promised(fee), about=granted)
    assert [(outcome, amount) for outcome, amount, _ in paid(made)] == [("refer", expected)]


@pytest.mark.parametrize("steps", [(), (Step("R-9999", effect="deny"),)])
def test_a_rule_that_did_not_stand_against_the_grant_refuses_its_bills(steps: tuple[Step, ...]) -> None:
    about = approved_against(chiropractic(**OWN_COMPANY), *steps)
    made = proposed(bills(400), ledger_of(about), promised(400), about=about)
    assert paid(made)[0][0] == "not-covered"


@pytest.mark.parametrize("at_the_grant, payable", [("reported", "300.00"), (None, None)])
def test_a_price_agreed_while_another_insurer_had_not_answered_is_paid(
    at_the_grant: str | None, payable: str | None
) -> None:
    about = approved_against(
        chiropractic(evidence__otherInsurer="reported"), **{"evidence.otherInsurer": at_the_grant}
    )
    made = proposed(bills(400), ledger_of(about), promised(300), about=about)
    assert paid(made)[0][1] == payable


UNTOLD = {"treatment__practitioner": {"approvals": [], "relation": "none"}}


@pytest.mark.parametrize(
    "cost, fee, expected",
    [
        (200, 330, ("covered", "200.00", None)),
        (400, 330, ("covered", "330.00", ABOVE)),
        (400, None, ("covered", None, None)),
        (400, 390, ("covered", None, None)),
    ],
    ids=["below both", "the promise is below both", "an open promise", "the number decides"],
)
def test_a_bill_under_a_promise_hangs_on_no_number_that_decides_nothing(
    cost: int, fee: int | None, expected: tuple[str, str | None, str | None]
) -> None:
    """R-832 pays the price of a practitioner with a number, R-834 a tariff, here 350.00."""
    about = chiropractic(**UNTOLD, evidence__agreedTariff={"amount": "350.00", "currency": "DKK"})
    known = promised(fee, settlement="direct")
    refund = bills(cost)
    grants = grants_of(about, ledger_of(about), refund.refund_id, {OSTEOPATHY: 3}, [known])
    made = bill_proposal.of_refund(refund, Basis(about, [LEISURE], BILLED, grants=grants)).proposal
    assert paid(made) == [expected]
    assert bool(made.treatments[0].answer.amount_hangs_on) == (expected[1] is None)
