from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.guarantees.issue import Names, NotApproved, issued
from helsebro.ids import ClinicId, GuaranteeId
from helsebro.money import Money
from helsebro.payer import Contact, Payer
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
