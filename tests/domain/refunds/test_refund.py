from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.coverage.answer import Answer, Flip
from helsebro.coverage.trail import Step, Trail
from helsebro.errors import BadInput
from helsebro.ids import ClaimId, DocumentId, PersonId, RefundId
from helsebro.money import Money
from helsebro.refunds import refund
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.explanation import unpaid_because
from helsebro.refunds.refund import Refund
from helsebro.tasks.proposal import BilledAnswer, Proposal
from helsebro.tasks.staff_decision import ApprovedAmount, GrantedSessions, StaffDecision
from helsebro_aws.dynamodb.record import from_item, to_item
from tests.builders.domain.answers import answer, of_treatments

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
CLAIM = ClaimId(ids.mint("clm", "tryg", b"0123456789"))


def billed(*costs: int, on: date = MONDAY) -> Refund:
    days = (on + timedelta(days=number) for number in range(len(costs)))
    treatments = tuple(
        BilledTreatment(day, "chiropractic", Money.of(cost)) for day, cost in zip(days, costs, strict=True)
    )
    return Refund(
        refund_id=RefundId(ids.within("ref", CLAIM, b"abcdef")),
        claim_id=CLAIM,
        payer="tryg",
        person_id=PersonId("per_x"),
        country="DK",
        document_ids=(DocumentId("doc_x"),),
        treatments=treatments,
        status="in-review",
        received_at=AT,
    )


def decision(**changes: Any) -> StaffDecision:
    return StaffDecision(**{"decision": "approve", "by": "finance", "at": AT, **changes})


def amounts(*pairs: tuple[int, str]) -> tuple[ApprovedAmount, ...]:
    return tuple(ApprovedAmount(Money.of(amount), index) for index, amount in pairs)


def proposed(outcome: str, payable: str | None = None) -> Answer:
    grant = {"payable": {"amount": payable, "currency": "DKK"}} if payable else None
    return answer(outcome, trail=[{"rule": "R-832"}], grant=grant)


@pytest.mark.parametrize("paid, kept", [("0.00", True), ("100.00", True), ("400.00", False)])
def test_what_would_change_the_answer_is_stored_unless_all_is_paid(paid: str, kept: bool) -> None:
    flip = Flip("cause", "leisure", "covered")
    answered = Answer(
        "not-covered", missing=("treatment.cost",), flips=(flip,), covered_from=date(2027, 1, 1)
    )
    on_it = of_treatments(answered).treatments[0]
    decided = billed(400).treatments[0].decided(Money.of(paid), on_it)
    assert (decided.missing, decided.flips) == ((("treatment.cost",), (flip,)) if kept else ((), ()))
    assert decided.covered_from == (date(2027, 1, 1) if kept else None)
    assert from_item(BilledTreatment, to_item(decided)) == decided


@pytest.mark.parametrize(
    "decided, answers, status, paid",
    [
        (decision(decision="deny"), [], "denied", ["0.00", "0.00"]),
        (decision(), [], "denied", ["0.00", "0.00"]),
        (decision(approved=amounts((1, "300.00"))), [], "partly-approved", ["0.00", "300.00"]),
        (decision(approved=amounts((0, "400.00"), (1, "300.00"))), [], "approved", ["400.00", "300.00"]),
        (decision(grant=GrantedSessions(1)), [], "partly-approved", ["400.00", "0.00"]),
        (decision(grant=GrantedSessions(2)), [], "approved", ["400.00", "300.00"]),
        (decision(grant=GrantedSessions(9)), [], "approved", ["400.00", "300.00"]),
        (
            decision(),
            [proposed("covered", "300.00"), proposed("not-covered")],
            "partly-approved",
            ["300.00", "0.00"],
        ),
        (
            decision(),
            [proposed("refer"), proposed("covered", "999.00")],
            "partly-approved",
            ["0.00", "300.00"],
        ),
        (
            decision(),
            [proposed("needs-evidence"), proposed("covered", "0.00")],
            "denied",
            ["0.00", "0.00"],
        ),
        (
            decision(grant=GrantedSessions(2)),
            [proposed("refer"), proposed("covered", "0.00")],
            "partly-approved",
            ["400.00", "0.00"],
        ),
        (decision(), [proposed("not-covered"), proposed("not-covered")], "denied", ["0.00", "0.00"]),
    ],
)
def test_treatments_are_decided_as_finance_says_or_else_as_proposed(
    decided: StaffDecision, answers: list[Answer], status: str, paid: list[str]
) -> None:
    after = billed(400, 300).decided(decided, of_treatments(*answers))
    assert (after.status, after.decided_at) == (status, AT)
    assert [
        f"{treatment.approved.amount:.2f}" for treatment in after.treatments if treatment.approved
    ] == paid


def on_bill(outside_grant: Any = None, outcome: str = "covered") -> BilledAnswer:
    return BilledAnswer(MONDAY, "chiropractic", proposed(outcome, "400.00"), outside_grant)


def paid_by(decided: StaffDecision, *proposed: BilledAnswer, days: tuple[int, ...]) -> list[bool]:
    """Which treatments of a bill are paid; the days are those of November, in the order of the bill."""
    treatments = (BilledTreatment(date(2026, 11, day), "chiropractic", Money.of(400)) for day in days)
    refund = replace(billed(400), treatments=tuple(treatments))
    after = refund.decided(decided, Proposal(Answer("refer"), proposed))
    return [treatment.outcome != "denied" for treatment in after.treatments]


@pytest.mark.parametrize(
    "proposed, paid",
    [
        ((on_bill(), on_bill(), on_bill()), [False, True, True]),
        ((on_bill(), on_bill(outcome="not-covered"), on_bill()), [True, False, True]),
        ((on_bill(), on_bill("another-treatment"), on_bill()), [True, False, True]),
        ((on_bill(), on_bill("beyond-the-number"), on_bill()), [True, False, True]),
        ((on_bill(), on_bill("outside-the-period"), on_bill()), [True, False, True]),
        ((on_bill("nothing-granted"),) * 3, [False, False, False]),
    ],
)
def test_the_first_two_treatments_are_the_earliest_that_are_proposed_and_granted(
    proposed: tuple[BilledAnswer, ...], paid: list[bool]
) -> None:
    assert paid_by(decision(grant=GrantedSessions(2)), *proposed, days=(18, 3, 4)) == paid


@pytest.mark.parametrize(
    "outside, paid",
    [
        (None, True),
        ("nothing-granted", False),
        ("outside-the-period", False),
        ("another-treatment", False),
        ("beyond-the-number", False),
    ],
)
def test_a_treatment_outside_the_grant_is_paid_only_with_an_amount(outside: Any, paid: bool) -> None:
    assert paid_by(decision(), on_bill(outside), days=(3,)) == [paid]
    assert paid_by(decision(approved=amounts((0, "400.00"))), on_bill(outside), days=(3,)) == [True]


@pytest.mark.parametrize("approved, status", [((), "denied"), (amounts((0, "400.00")), "approved")])
def test_a_double_is_paid_only_with_an_amount_and_says_what_it_repeats(
    approved: tuple[ApprovedAmount, ...], status: str
) -> None:
    referred = answer("refer", trail=[{"rule": "R-304", "effect": "refer"}])
    twice = replace(on_bill(), answer=referred, double_of=1)
    proposal = Proposal(Answer("refer"), (twice, on_bill()))
    given = decision(approved=(*approved, *amounts((1, "300.00")))) if approved else decision()
    double, _ = billed(400, 300).decided(given, proposal).treatments
    assert (double.outcome, double.double_of) == (status, 1 if status == "denied" else None)
    assert unpaid_because(double) == ()


def test_a_treatment_that_was_paid_before_is_paid_again_only_with_an_amount() -> None:
    twice = replace(on_bill(), paid_before=("ref_other",))
    assert paid_by(decision(), twice, on_bill(), days=(3, 4)) == [False, True]
    assert paid_by(decision(grant=GrantedSessions(1)), twice, on_bill(), days=(3, 4)) == [False, True]
    assert paid_by(decision(approved=amounts((0, "400.00"))), twice, days=(3,)) == [True]


def test_the_reason_outside_the_grant_stays_with_the_decided_treatment() -> None:
    after = billed(400).decided(decision(), Proposal(Answer("refer"), (on_bill("another-treatment"),)))
    assert [treatment.outside_grant for treatment in after.treatments] == ["another-treatment"]
    assert from_item(Refund, to_item(after)) == after


def test_every_treatment_keeps_the_trail_of_its_proposal() -> None:
    after = billed(400).decided(decision(), of_treatments(proposed("covered", "300.00")))
    assert [treatment.trail for treatment in after.treatments] == [Trail((Step("R-832"),))]


@pytest.mark.parametrize(
    "approved, codes",
    [
        (amounts((0, "400.00")), []),
        (amounts((0, "400.01")), ["amount-above-cost"]),
        (amounts((-1, "1.00"), (2, "1.00")), ["no-such-treatment", "no-such-treatment"]),
        (amounts((0, "1.00"), (0, "2.00")), ["treatment-named-twice"]),
        (amounts((0, "0.00"), (1, "0.00")), ["nothing-approved"]),
        ((ApprovedAmount(Money.of(1, "NOK"), 0),), ["currency-not-the-payers"]),
        ((ApprovedAmount(Money.of(1), on=TUESDAY),), []),
        ((ApprovedAmount(Money.of(1), on=MONDAY - timedelta(days=1)),), ["no-such-treatment"]),
    ],
)
def test_an_approval_is_valid_or_names_every_fault(
    approved: tuple[ApprovedAmount, ...], codes: list[str]
) -> None:
    found = billed(400, 300).approval_faults(decision(approved=approved), None)
    assert [fault.code for fault in found] == codes


def capped(most: str) -> Proposal:
    """Returns a proposal whose first treatment is capped by R-843."""
    step = {"rule": "R-843", "clause": "8.4.2", "effect": "cap", "facts": {"most": most}}
    return of_treatments(answer(grant={"payable": None}, trail=[step]), answer())


@pytest.mark.parametrize("most, codes", [("300.00", []), ("299.99", ["amount-above-cap"])])
def test_no_treatment_is_paid_above_its_cap(most: str, codes: list[str]) -> None:
    found = billed(400, 300).approval_faults(decision(approved=amounts((0, "300.00"))), capped(most))
    assert [(fault.code, fault.pointer) for fault in found] == [
        (code, "/approved/0/amount/amount") for code in codes
    ]


@pytest.mark.parametrize(
    "ended, amount, faults",
    [
        (MONDAY, "300.00", []),
        (MONDAY - timedelta(days=1), "300.00", [("/approved/1", "treatment-after-cover")]),
        (MONDAY - timedelta(days=1), "0.00", []),
    ],
)
def test_a_treatment_after_the_last_day_of_cover_is_not_paid_by_its_amount_either(
    ended: date, amount: str, faults: list[tuple[str, str]]
) -> None:
    """R-7145, R-1315: staff cannot override it, as they cannot with a grant."""
    denied = {"rule": "R-7145", "clause": "7.14", "effect": "deny", "facts": {"lastDay": ended.isoformat()}}
    proposal = of_treatments(answer("not-covered", trail=[denied]), answer())
    given = decision(approved=amounts((1, "100.00"), (0, amount)))
    found = billed(400, 300).approval_faults(given, proposal)
    assert [(fault.pointer, fault.code) for fault in found] == faults


def test_an_open_amount_of_the_first_treatments_is_paid_up_to_its_cap() -> None:
    after = billed(400, 300).decided(decision(grant=GrantedSessions(2)), capped("250.00"))
    assert [treatment.approved for treatment in after.treatments] == [Money.of(250), Money.of(300)]


@pytest.mark.parametrize(
    "proposal",
    [
        None,
        capped("250.00"),
        of_treatments(proposed("refer"), proposed("needs-evidence")),
        of_treatments(proposed("not-covered"), proposed("covered", "0.00")),
        Proposal(Answer("refer"), (on_bill("outside-the-period"), on_bill("another-treatment"))),
    ],
)
def test_an_approval_without_a_proposed_amount_must_name_the_amounts(proposal: Proposal | None) -> None:
    found = billed(400, 300).approval_faults(decision(), proposal)
    assert [(fault.pointer, fault.code) for fault in found] == [("/approved", "amounts-not-named")]


@pytest.mark.parametrize(
    "sessions, approved, faults",
    [
        (1, (), []),
        (0, (), [("/grant/sessions", "nothing-approved")]),
        (-1, (), [("/grant/sessions", "nothing-approved")]),
        (1, amounts((0, "1.00")), [("/approved", "approved-or-grant")]),
    ],
)
def test_an_approval_of_the_first_treatments_names_only_their_number(
    sessions: int, approved: tuple[ApprovedAmount, ...], faults: list[tuple[str, str]]
) -> None:
    given = decision(grant=GrantedSessions(sessions), approved=approved)
    found = billed(400, 300).approval_faults(given, None)
    assert [(fault.pointer, fault.code) for fault in found] == faults


def test_a_refund_takes_no_price_of_a_session() -> None:
    given = decision(grant=GrantedSessions(1, per_session=Money.of(300)))
    found = billed(400, 300).approval_faults(given, None)
    assert [(fault.pointer, fault.code) for fault in found] == [("/grant/perSession", "price-is-for-claims")]


def test_the_first_treatments_are_the_earliest_in_any_order_of_the_bill() -> None:
    refund = billed(400, 300)
    late_first = replace(refund, treatments=tuple(reversed(refund.treatments)))
    after = late_first.decided(decision(grant=GrantedSessions(1)), None)
    assert [treatment.outcome for treatment in after.treatments] == ["denied", "approved"]


def test_a_date_of_two_treatments_names_neither() -> None:
    twice = billed(400, 300)
    twice = replace(twice, treatments=tuple(replace(treatment, on=MONDAY) for treatment in twice.treatments))
    found = twice.approval_faults(decision(approved=(ApprovedAmount(Money.of(1), on=MONDAY),)), None)
    assert [fault.code for fault in found] == ["no-such-treatment"]


@pytest.mark.parametrize(
    "asked, currency, codes",
    [
        (billed(400, on=date(2026, 11, 21)), "DKK", []),
        (billed(400, on=date(2026, 11, 22)), "DKK", ["treatment-not-yet-held"]),
        (billed(0), "NOK", ["amount-not-positive", "currency-not-the-payers"]),
    ],
)
def test_a_new_refund_needs_treatments_that_were_held_and_paid(
    asked: Refund, currency: str, codes: list[str]
) -> None:
    if not codes:
        assert refund.received(asked, AT, currency) == asked
        return
    with pytest.raises(BadInput) as bad:
        refund.received(asked, AT, currency)
    assert [fault.code for fault in bad.value.faults] == codes


@pytest.mark.parametrize("begins, codes", [(MONDAY, []), (TUESDAY, ["before-the-policy"]), (None, [])])
def test_a_treatment_before_the_policy_is_not_refunded(begins: date | None, codes: list[str]) -> None:
    found = billed(400, on=MONDAY).faults(TUESDAY, "DKK", begins)
    assert [fault.code for fault in found] == codes


def test_the_day_of_a_refund_is_that_of_its_country() -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    tomorrow_in_utc = billed(400, on=date(2026, 11, 22))
    assert refund.received(tomorrow_in_utc, late, "DKK") == tomorrow_in_utc


def test_a_refund_has_one_payable_in_its_claim() -> None:
    refund_id = billed(400).refund_id
    assert refund.payable_id_for(refund_id) == refund.payable_id_for(refund_id)
    assert ids.claim_of(refund.payable_id_for(refund_id)) == CLAIM


def test_a_stored_refund_is_read_unchanged() -> None:
    decided = billed(400, 300).decided(decision(reason="Ja"), of_treatments(*[proposed("covered")] * 2))
    assert from_item(Refund, to_item(decided)) == decided
