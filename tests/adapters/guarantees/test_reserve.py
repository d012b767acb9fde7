from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro.money import Money
from tests.builders.benefits import ledger_of, sessions
from tests.builders.calls import Answered, staff
from tests.builders.decisions import (
    CHIROPRACTIC,
    IN_HALF_A_YEAR,
    approval,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    refund_of,
    refund_task_of,
    task_of,
    today,
)
from tests.builders.domain.benefit_totals import totals
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
YEAR_END = date((today() + timedelta(days=1)).year, 12, 31)
OUTSIDE = {**CHIROPRACTIC, "inNetwork": False, "cost": cost("300.00")}
FINANCE = staff("finance")


@pytest.fixture
def anna(aws: dict[str, Any]) -> PersonId:
    """Anna's person id; her policy has 500,000 kr. a year."""
    assert aws
    return insured_anna()


def anna_with(annual_sum: str) -> PersonId:
    payer_of("tryg")
    return insured_of(policy_of("tryg", annualSum=cost(annual_sum)))


def grant(count: int, by_claim: dict[str, Any] = OUTSIDE, **granted: Any) -> Answered:
    """Returns the answer to approving a number of sessions of a new claim."""
    return decide(task_of(claim_in_review(treatment=by_claim)), approval(count, **granted))


def crossed(answer: Answered) -> list[tuple[str, Any]]:
    assert (answer.status, answer.body["code"]) == (422, "benefit-exceeded")
    return [(room["rule"], room["left"]) for room in answer.body["exceeded"]]


def test_other_reservations_count_against_a_grant_and_every_cap_is_named(anna: PersonId) -> None:
    assert grant(8).status == 200
    answer = grant(5)
    assert crossed(answer) == [("R-832", 4)]
    [fault] = answer.body["errors"]
    assert (fault["pointer"], fault["code"]) == ("/grant/sessions", "past-the-cap")
    assert fault["detail"] == (
        "Der er kun 4 af 12 behandlinger tilbage (punkt 8.3.2 i forsikringsbetingelserne)."
    )
    [room] = answer.body["exceeded"]
    assert (room["unit"], room["limit"], room["windowUntil"]) == ("sessions", 12, f"{today().year}-12-31")
    assert grant(4).status == 200
    assert sorted(sessions(ledger_of(anna))) == [(4, 0, 0), (8, 0, 0)]


@pytest.mark.usefixtures("anna")
def test_a_grant_with_several_faults_names_them_all_at_once() -> None:
    answer = grant(13, until=today() + timedelta(days=800))
    assert crossed(answer) == [("R-832", 12)]
    assert [fault["code"] for fault in answer.body["errors"]] == ["grant-ends-too-late", "past-the-cap"]


def test_a_grant_above_a_cap_leaves_its_task_open(anna: PersonId) -> None:
    task_id = task_of(claim_in_review(treatment=OUTSIDE))
    assert crossed(decide(task_id, approval(13))) == [("R-832", 12)]
    assert decide(task_id, approval(12)).status == 200
    assert sessions(ledger_of(anna)) == [(12, 0, 0)]


@pytest.mark.usefixtures("anna")
def test_sessions_that_may_be_held_next_year_are_not_granted_twice_for_it() -> None:
    """Twelve sessions are granted for this year and the next, so no more can be granted for the next."""
    next_year = today().replace(year=today().year + 1, month=1, day=15)
    starts_then = {**OUTSIDE, "startsOn": next_year.isoformat()}
    assert grant(12, starts_then, until=next_year.replace(month=6)).status == 200
    assert crossed(grant(1, until=next_year)) == [("R-832", 0)]
    assert grant(12, until=YEAR_END).status == 200


@pytest.mark.parametrize("annual_sum, fits", [("1680.00", True), ("1679.99", False)])
def test_the_amount_of_a_grant_is_counted_at_the_highest_price_of_its_services(
    aws: Any, annual_sum: str, fits: bool
) -> None:
    assert aws
    anna_with(annual_sum)
    answer = grant(3, CHIROPRACTIC)
    assert answer.status == (200 if fits else 422)
    if not fits:
        assert crossed(answer) == [("R-1301", annual_sum)]


REFLEXOLOGY = {
    "type": "reflexology",
    "country": "DK",
    "inNetwork": False,
    "sessions": 3,
    "cost": cost("450.00"),
    "practitioner": {"relation": "none", "approvals": ["RAB"], "providerNumber": True},
}


def test_no_more_is_reserved_than_the_terms_pay_of_a_session() -> None:
    anna = anna_with("900.00")
    assert grant(3, REFLEXOLOGY).status == 200
    [reservation] = ledger_of(anna).reservations
    assert [portion.per_session for portion in reservation.portions] == [Money.of(300)]


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("agreed, codes", [("300.00", []), ("301.00", ["amount-above-cap"])])
def test_no_price_above_the_cap_of_a_session_can_be_agreed(agreed: str, codes: list[str]) -> None:
    answer = grant(3, REFLEXOLOGY, perSession=cost(agreed))
    assert [fault["code"] for fault in answer.body.get("errors", ())] == codes


@pytest.mark.parametrize("per_session, left", [("500.00", None), ("501.00", "1500.00")])
def test_the_price_that_staff_agreed_for_the_case_is_reserved(
    aws: Any, per_session: str, left: str | None
) -> None:
    assert aws
    person_id = anna_with("1500.00")
    answer = grant(3, CHIROPRACTIC, perSession=cost(per_session))
    if left:
        assert crossed(answer) == [("R-1301", left)]
        return
    assert answer.status == 200
    [reservation] = ledger_of(person_id).reservations
    assert [portion.per_session for portion in reservation.portions] == [Money.of(per_session)]


@pytest.mark.usefixtures("anna")
def test_a_price_in_another_currency_than_the_payers_is_a_fault() -> None:
    answer = grant(3, CHIROPRACTIC, perSession=cost("500.00", "NOK"))
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/grant/perSession/currency"]


@pytest.mark.parametrize("verdict", ["deny", "clarify"])
def test_only_an_approval_reserves(anna: PersonId, verdict: str) -> None:
    question = {"question": "Hvornår?"} if verdict == "clarify" else {}
    body = {"decision": verdict, "reason": "Nej", **question}
    assert decide(task_of(claim_in_review()), body).status == 200
    assert ledger_of(anna).revision == 0


def test_an_approval_sent_twice_reserves_once(anna: PersonId) -> None:
    task_id = task_of(claim_in_review())
    assert [decide(task_id, key="the-same").status for _ in range(2)] == [200, 200]
    assert sessions(ledger_of(anna)) == [(3, 0, 0)]
    assert ledger_of(anna).revision == 1


@pytest.mark.parametrize("cvr, left", [("12345674", "320.00"), ("31415926", None)])
def test_work_and_leisure_policies_of_one_employer_share_one_sum(
    aws: Any, cvr: str, left: str | None
) -> None:
    assert aws
    anna_with("2000.00")
    other = {"name": "Den anden", "cvr": cvr}
    insured_of(policy_of("tryg", "SA1706", annualSum=cost("2000.00"), policyholder=other))
    assert grant(3, CHIROPRACTIC).status == 200
    at_work = task_of(claim_in_review(treatment=CHIROPRACTIC, cause="work"))
    answer = decide(at_work, approval(1))
    if left:
        assert [(rule, kroner) for rule, kroner in crossed(answer) if kroner == left]
    else:
        assert answer.status == 200


# Refunds


def pay(refund_id: str, **decision: Any) -> Answered:
    return decide(refund_task_of(refund_id), {"decision": "approve", **decision}, by=FINANCE)


def test_a_refund_uses_benefits_when_decided_and_settles_them_when_payable(anna: PersonId) -> None:
    refund_id = refund_of(claim_in_review())
    task_id = refund_task_of(refund_id)
    approved = [{"index": 1, "amount": cost("400.00")}]
    assert decide(task_id, {"decision": "approve", "approved": approved}, by=FINANCE).status == 200
    [use] = ledger_of(anna).uses
    assert (use.use_id, use.settled, [session.reference for session in use.sessions]) == (
        refund_id,
        False,
        ["1"],
    )
    for _ in range(2):
        assert end_refund(refund_id, task_id) == "partly-approved"
    ledger = ledger_of(anna)
    assert (ledger.uses[0].settled, ledger.revision) == (True, 2)
    [line] = totals(ledger)
    assert (line.paid and line.paid.as_json(), line.in_network) == (cost("400.00"), False)


def test_a_denied_refund_uses_nothing(anna: PersonId) -> None:
    refund_id = refund_of(claim_in_review())
    task_id = refund_task_of(refund_id)
    assert decide(task_id, {"decision": "deny", "reason": "Nej"}, by=FINANCE).status == 200
    assert end_refund(refund_id, task_id) == "denied"
    assert ledger_of(anna).revision == 0


def test_a_refund_uses_what_its_own_claim_reserved_for_bills(anna: PersonId) -> None:
    claim_id = claim_in_review(treatment=OUTSIDE)
    assert decide(task_of(claim_id), approval(12)).status == 200
    both = [{"index": index, "amount": cost("300.00")} for index in (0, 1)]
    assert pay(refund_of(claim_id), approved=both).status == 200
    assert sessions(ledger_of(anna)) == [(10, 2, 0)]


def test_treatments_above_a_cap_are_named_by_their_index(anna: PersonId) -> None:
    assert grant(11).status == 200
    refund_id = refund_of(claim_in_review())
    both = [{"index": place, "amount": cost("450.00")} for place in (0, 1)]
    answer = pay(refund_id, approved=both)
    assert crossed(answer) == [("R-832", 0)]
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/approved/1"]
    assert pay(refund_id, approved=both[:1]).status == 200
    assert sorted(sessions(ledger_of(anna))) == [(0, 1, 0), (11, 0, 0)]


@pytest.mark.usefixtures("anna")
def test_bills_for_another_treatment_do_not_use_the_claims_own_reservation() -> None:
    """Physiotherapy and chiropractic share twelve sessions outside the network."""
    claim_id = claim_in_review(treatment=OUTSIDE)
    assert decide(task_of(claim_id), approval(12)).status == 200
    days = [{"on": today().isoformat(), "type": "physiotherapy", "cost": cost("300.00")}]
    approved = [{"index": 0, "amount": cost("300.00")}]
    assert crossed(pay(refund_of(claim_id, treatments=days), approved=approved)) == [("R-832", 0)]


def test_a_refunds_amount_counts_against_the_annual_sum(aws: Any) -> None:
    assert aws
    anna_with("800.00")
    both = [{"index": place, "amount": cost("450.00")} for place in (0, 1)]
    assert crossed(pay(refund_of(claim_in_review()), approved=both)) == [("R-1301", "350.00")]


def test_a_grant_counts_what_a_refund_paid(aws: Any) -> None:
    assert aws
    person_id = anna_with("2000.00")
    both = [{"index": place, "amount": cost("450.00")} for place in (0, 1)]
    assert pay(refund_of(claim_in_review()), approved=both).status == 200
    assert crossed(grant(3, CHIROPRACTIC)) == [("R-1301", "1100.00")]
    assert grant(1, CHIROPRACTIC, until=IN_HALF_A_YEAR).status == 200
    assert len(totals(ledger_of(PersonId(person_id)))) == 3
