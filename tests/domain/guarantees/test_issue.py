from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.claims.facts.case_fact import CaseFact
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.issue import Names, NotApproved, issued
from helsebro.guarantees.reserve import granted_portion
from helsebro.ids import ClinicId, GuaranteeId
from helsebro.money import Money
from helsebro.payer import Contact, Payer
from helsebro.tariffs.fee import Fee
from helsebro.tasks.staff_decision import GrantedSessions
from tests.builders.domain.asking import question
from tests.domain.decisions.test_ruling import AT, GRANT, claim, decision, opened

NAMES = Names(GuaranteeId("gar_x"), "HB-AAAA-AAAA-AAAA-AAAA", ClinicId("cli_x"))
TRYG = Payer("tryg", "Tryg", "insurer", "DK", "DKK", Contact("a@example.org", "1", ""), gln="5790000000005")
APPROVED = opened().decide(decision("approve", grant=GRANT))


def test_a_guarantee_contains_the_grant_the_contact_and_the_invoice_address() -> None:
    made = issued(claim(), APPROVED, TRYG, NAMES)
    assert (made.guarantee_id, made.case_reference, made.clinic_id) == (
        "gar_x",
        "HB-AAAA-AAAA-AAAA-AAAA",
        "cli_x",
    )
    assert (made.sessions_granted, made.valid_until) == (GRANT.sessions, GRANT.valid_until)
    assert (made.contact, made.payer_endpoint) == (TRYG.contact, ("0088", "5790000000005"))
    assert (made.task_id, made.issued_at) == (APPROVED.task_id, AT)


def test_a_guarantee_made_again_is_identical() -> None:
    assert issued(claim(), APPROVED, TRYG, NAMES) == issued(claim(), APPROVED, TRYG, NAMES)


@pytest.mark.parametrize(
    "treatment, proposal, prices",
    [
        ("chiropractic", {}, (330, 560, 330)),
        ("chiropractic", {"grant": {"perSession": {"amount": "300.00", "currency": "DKK"}}}, (300, 300, 300)),
        ("chiropractic", {"grant": {"perSession": None}}, (330, 560, 330)),
        ("chiropractic", {"grant": {"perSession": {"amount": "300.00", "currency": "NOK"}}}, (330, 560, 330)),
        ("crisis-help", {"grant": {"perSession": {"amount": "800.00", "currency": "DKK"}}}, (800, 800, 800)),
        ("hospice", {}, (None, None, None)),
    ],
)
def test_the_price_is_the_engines_else_the_tariffs(
    treatment: str, proposal: dict[str, Any], prices: tuple[int | None, ...]
) -> None:
    approved = opened(**proposal).decide(decision("approve", grant=GRANT))
    made = issued(claim(treatment_type=treatment), approved, TRYG, NAMES)
    found = (made.fee, made.price_of("first"), made.price_of("follow-up"))
    assert found == tuple(None if price is None else Money.of(price) for price in prices)


@pytest.mark.parametrize("most, fee", [("300.00", 300), ("500.00", 450)])
def test_the_asked_for_price_is_granted_up_to_the_cap_of_a_session(most: str, fee: int) -> None:
    step = {"rule": "R-843", "clause": "8.4.2", "effect": "cap", "facts": {"most": most}}
    asked = claim(question=question({"treatment": {"cost": {"amount": "450.00", "currency": "DKK"}}}))
    approved = opened(trail=[step], grant={"perSession": None}).decide(decision("approve", grant=GRANT))
    assert issued(asked, approved, TRYG, NAMES).fee == Money.of(fee)


@pytest.mark.parametrize(
    "rule, subsidy, fee, first, is_of_tariff",
    [
        ("R-306", "100.00", 230, 460, False),
        ("R-306", "400.00", 0, 160, False),
        ("R-306", "0.00", 330, 560, True),
        ("R-832", "100.00", 330, 560, True),
    ],
)
def test_a_subsidy_is_deducted_from_the_fees_of_the_tariff(
    rule: str, subsidy: str, fee: int, first: int, is_of_tariff: bool
) -> None:
    asked = claim(question=question({"evidence": {"subsidy": {"amount": subsidy, "currency": "DKK"}}}))
    trail = [{"rule": rule, "effect": "limit"}]
    approved = opened(trail=trail, grant={"perSession": None}).decide(decision("approve", grant=GRANT))
    made = issued(asked, approved, TRYG, NAMES)
    assert (made.fee, made.price_of("first")) == (Money.of(fee), Money.of(first))
    assert [fee.follows_tariff for fee in made.fees] == [is_of_tariff] * len(made.fees)
    assert all(fee.rate for fee in made.fees), "the tariff that was used is named all the same"
    assert Money.of(560) in [fee.tariff or fee.amount for fee in made.fees]


REFUNDED = {"grant": {"settlement": "refund", "perSession": {"amount": "300.00", "currency": "DKK"}}}
ANYWHERE = Names(NAMES.guarantee_id, NAMES.case_reference)


@pytest.mark.parametrize(
    "proposal, names, settlement, fee",
    [
        (REFUNDED, ANYWHERE, "refund", 300),
        (REFUNDED, NAMES, "direct", 300),
        ({"grant": {"settlement": "refund", "perSession": None}}, ANYWHERE, "refund", None),
        ({"grant": {"settlement": "direct", "perSession": None}}, ANYWHERE, "direct", 330),
        ({"grant": {"settlement": None, "perSession": None}}, ANYWHERE, "direct", 330),
    ],
)
def test_a_guarantee_outside_the_network_is_a_refund_unless_a_clinic_is_granted(
    proposal: dict[str, Any], names: Names, settlement: str, fee: int | None
) -> None:
    approved = opened(**proposal).decide(decision("approve", grant=GRANT))
    made = issued(claim(treatment_type="chiropractic"), approved, TRYG, names)
    assert (made.settlement, made.fee) == (settlement, None if fee is None else Money.of(fee))
    assert (made.fees == ()) == (settlement == "refund" or fee == 300)


@pytest.mark.parametrize("in_network, settlement", [(False, "refund"), (True, "direct"), (None, "direct")])
def test_without_a_proposed_settlement_the_network_decides(in_network: Any, settlement: str) -> None:
    asked = claim(question=question({"treatment": {"inNetwork": in_network}}))
    approved = opened(outcome="needs-evidence").decide(decision("approve", grant=GRANT))
    assert issued(asked, approved, TRYG, ANYWHERE).settlement == settlement


def test_a_price_agreed_for_the_case_comes_before_the_engines() -> None:
    agreed = replace(GRANT, per_session=Money.of(290))
    proposed = {"grant": {"perSession": {"amount": "300.00", "currency": "DKK"}}}
    made = issued(claim(), opened(**proposed).decide(decision("approve", grant=agreed)), TRYG, NAMES)
    assert (made.fee, made.price_of("first")) == (Money.of(290), Money.of(290))


def test_a_debriefing_has_its_own_fee() -> None:
    asked = {
        "cause": "work",
        "treatment": {"type": "crisis-help", "cost": {"amount": "800.00", "currency": "DKK"}},
    }
    made = issued(claim(treatment_type="crisis-help", question=question(asked)), APPROVED, TRYG, NAMES)
    assert (made.price_of("first"), made.price_of("debriefing")) == (Money.of(800), Money.of(900))


@pytest.mark.parametrize(
    "task",
    [
        opened(),
        opened().decide(decision("deny")),
        opened().decide(decision("approve")),
        replace(opened(), decision=decision("deny", grant=GrantedSessions(1, GRANT.valid_until))),
    ],
)
def test_without_an_approval_nothing_is_issued(task: Any) -> None:
    with pytest.raises(NotApproved):
        issued(claim(), task, TRYG, NAMES)


def test_a_guarantee_names_the_last_day_to_begin_that_a_rule_sets() -> None:
    step = {"rule": "R-7144", "clause": "7.14", "effect": "cap", "facts": {"beginBy": "2026-12-05"}}
    approved = opened(trail=[step]).decide(decision("approve", grant=GRANT))
    made = issued(claim(treatment_type="crisis-help"), approved, TRYG, NAMES)
    assert made.begin_by == made.first_session_by == date(2026, 12, 5)
    assert replace(made, sessions_used=1).first_session_by is None


WHOLE = {"amount": "7800.00", "currency": "DKK"}
TWELVE = GrantedSessions(12, GRANT.valid_until)


def of_rehabilitation(grant: GrantedSessions = TWELVE, **treatment: Any) -> Guarantee:
    told = {"type": "rehabilitation", "cost": WHOLE, **treatment}
    about = claim(treatment_type="rehabilitation", question=question({"treatment": told}))
    proposed = opened(grant={"perSession": WHOLE}).decide(decision("approve", grant=grant))
    portion = granted_portion(about, proposed, TRYG)
    assert portion
    made = issued(about, proposed, TRYG, NAMES)
    assert portion.per_session == made.session_fee
    return made


def test_a_price_in_all_stays_one_in_all() -> None:
    made = of_rehabilitation()
    assert (made.fee, made.fee_for, made.session_fee) == (Money.of(7800), "whole", Money.of(650))
    assert made.price_of("follow-up") == Money.of(650)


def test_the_parts_of_a_price_in_all_never_exceed_it() -> None:
    made = of_rehabilitation(replace(TWELVE, sessions=7))
    assert made.session_fee == Money.of("1114.28")


@pytest.mark.parametrize(
    "grant, treatment, fee",
    [(TWELVE, {"sessions": 12}, 7800), (replace(TWELVE, per_session=Money.of(650)), {}, 650)],
)
def test_a_price_of_a_session_stays_one_of_a_session(
    grant: GrantedSessions, treatment: dict[str, Any], fee: int
) -> None:
    made = of_rehabilitation(grant, **treatment)
    assert (made.fee, made.fee_for, made.session_fee) == (Money.of(fee), "session", Money.of(fee))


def test_transport_is_paid_by_the_trip() -> None:
    about = claim(treatment_type="transport", question=question({"treatment": {"cost": WHOLE}}))
    approved = opened(grant={"perSession": None}).decide(decision("approve", grant=GRANT))
    assert issued(about, approved, TRYG, ANYWHERE).fee_for == "session"


@pytest.mark.parametrize("treatment", sorted(WITHOUT_CLINIC))
def test_what_no_clinic_gives_is_refunded(treatment: str) -> None:
    approved = opened(grant={"settlement": "direct"}).decide(decision("approve", grant=GRANT))
    assert issued(claim(treatment_type=treatment), approved, TRYG, ANYWHERE).settlement == "refund"


FEES = (Fee("first", Money.of(475)), Fee("follow-up", Money.of(325)), Fee("debriefing", Money.of(100)))
STATED_AT = datetime(2026, 11, 1, tzinfo=UTC)


def in_network(cost: int, confirmed_at: datetime | None = None, **changes: Any) -> Guarantee:
    """A guarantee of physiotherapy whose price the member stated as ``cost``, for which a tariff exists."""
    price = {"amount": f"{cost}.00", "currency": "DKK"}
    told = question({"treatment": {"type": "physiotherapy", "cost": price, "inNetwork": True}})
    fact = CaseFact("treatment.cost", price, STATED_AT, "member", "confirmed", confirmed_at)
    about = claim(treatment_type="physiotherapy", question=told, facts=(fact,))
    given = decision("approve", grant=replace(GRANT, **changes), fees=FEES)
    task = opened(grant={"settlement": "direct", "perSession": price}).decide(given)
    return issued(about, task, TRYG, NAMES)


@pytest.mark.parametrize(
    "cost, confirmed_at, prices",
    [
        (5000, None, (475, 325)),
        (5000, STATED_AT, (475, 325)),
        (300, None, (475, 325)),
        (300, AT, (475, 325)),
        (300, STATED_AT, (300, 300)),
    ],
    ids=["above", "above and confirmed", "below", "confirmed by the approval alone", "below and confirmed"],
)
def test_in_the_network_the_tariff_decides_unless_staff_confirmed_less(
    cost: int, confirmed_at: datetime | None, prices: tuple[int, int]
) -> None:
    made = in_network(cost, confirmed_at)
    assert (made.price_of("first"), made.price_of("follow-up")) == tuple(map(Money.of, prices))
    assert made.fee_for == "session"


def test_a_price_that_staff_agree_for_the_case_counts_in_the_network_too() -> None:
    assert in_network(5000, per_session=Money.of(290)).fee == Money.of(290)


@pytest.mark.parametrize("agreed, prices", [(None, (400, 330)), (Money.of(300), (300, 300))])
def test_a_refund_promises_the_first_session_its_own_price(
    agreed: Money | None, prices: tuple[int, int]
) -> None:
    """R-834: the guarantee, the reservation and the bills have the same prices."""
    proposed = {
        "settlement": "refund",
        "perSession": {"amount": "330.00", "currency": "DKK"},
        "firstSession": {"amount": "400.00", "currency": "DKK"},
    }
    told = question({"treatment": {"type": "chiropractic", "inNetwork": False}})
    given = decision("approve", grant=replace(GRANT, per_session=agreed), fees=())
    task = opened(grant=proposed).decide(given)
    made = issued(claim(question=told), task, TRYG, ANYWHERE)
    assert (made.price_of("first"), made.price_of("follow-up")) == tuple(map(Money.of, prices))
    portion = granted_portion(claim(question=told), task, TRYG)
    assert portion
    assert portion.per_session == Money.of(prices[0])
