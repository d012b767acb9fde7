"""Ruling: applies a staff decision to its claim (F4-25, F4-26)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.claims.consent import must_be_in_force
from helsebro.claims.explained.decided_clause import with_clause
from helsebro.claims.explained.denied_clause import clause_faults
from helsebro.claims.facts.insurer_questions import NOTIFIED
from helsebro.claims.reconsidering.reopening import why_reopened
from helsebro.coverage.answer import Answer
from helsebro.coverage.asked.fact_paths import OTHER_PAYS
from helsebro.coverage.asked.facts_needed import PRICE, SUBSIDY
from helsebro.errors import BadInput, Fault
from helsebro.guarantees.issue import is_refunded
from helsebro.tariffs.agreed_fees import tariff_of
from helsebro.tasks.determination import Determination
from helsebro.tasks.last_day import last_day, last_day_faults
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import ProposalOutdated, Task

OPEN_AMOUNTS: Mapping[str, str] = {
    "evidence.ratePerKm": "rate-per-km-open",
    "treatment.distanceKm": "distance-open",
    OTHER_PAYS: "other-insurer-pays-open",
    SUBSIDY: "subsidy-open",
}
"""The faults of an approval while the amount hangs on a fact, by its path (R-306, R-1108, R-1413)."""
OTHER_INSURER_OPEN: Mapping[str | None, str] = {
    "unreported": "other-insurer-pays-open",
    "paid-in-full": "other-insurer-paid",
}
"""The faults by what another insurer decided, where the whole price is not ours to pay (R-1413, R-1414)."""


def of_claim(claim: Claim, task: Task, decision: StaffDecision, today: date) -> Claim:
    """Returns the decided claim, with reason and trail.

    Raises ``ProposalOutdated``, ``ConsentMissing`` for an approval, ``NotInReview``, ``BadInput`` with every
    fault.
    """
    if task.round is not None and claim.round > task.round:
        raise ProposalOutdated()
    if decision.decision == "approve":
        must_be_in_force(claim)
    faults = _claim_faults(claim, task, decision, today)
    if faults:
        raise BadInput(faults)
    made = with_clause(Determination.of(decision, task.answer))
    made = replace(made, reconsidered_for=why_reopened(claim))
    ends: Mapping[str, Callable[[], Claim]] = {
        "approve": lambda: claim.approve(made),
        "deny": lambda: claim.deny(made.with_what_would_turn(task.answer)),
        "clarify": lambda: claim.clarify(made),
    }
    return ends[decision.decision]()


def _claim_faults(claim: Claim, task: Task, decision: StaffDecision, today: date) -> list[Fault]:
    faults: list[Fault] = []
    if decision.approved:
        faults.append(Fault("/approved", "approved-is-for-refunds", ""))
    if decision.decision == "approve":
        missing = [Fault("/grant", "grant-missing", "")]
        faults += decision.grant.faults(today) if decision.grant else missing
        if decision.grant and task.answer:
            open_amounts = _open_amount_faults(claim, task.answer, decision)
            faults += open_amounts or _open_price_faults(claim, task, decision)
            faults += last_day_faults(decision.grant.valid_until, last_day(task.answer.trail))
    faults += clause_faults(decision, task.answer, claim.product)
    return decision.faults_beside(faults)


def _open_price_faults(claim: Claim, task: Task, decision: StaffDecision) -> list[Fault]:
    """Returns the fault of a promise to a clinic without a price: no tariff has one, and the case has none.

    Outside the network the price is that of the member's bill.
    """
    grant, fees = decision.granted, decision.fees
    if grant is None or fees is None or is_refunded(claim, task, grant.names_a_clinic):
        return []
    proposed = task.answer.grant.per_session if task.answer and task.answer.grant else None
    if grant.per_session or tariff_of(fees) or proposed or claim.question.treatment.cost:
        return []
    return [Fault("/grant/perSession", "price-open", "")]


def _open_amount_faults(claim: Claim, answer: Answer, decision: StaffDecision) -> list[Fault]:
    """Returns what must be known, or replaced by a price of the case, before an amount can be granted.

    Other open amounts are those of a tariff, or of a bill to come; a subsidy is deducted from those then.
    What another insurer decided counts also when the engine proposes no grant.
    """
    if decision.grant and decision.grant.per_session:
        return []
    evidence = claim.question.evidence
    is_shared = evidence.other_insurer in NOTIFIED and evidence.other_insurer_pays is None
    hangs_on = {*answer.amount_hangs_on, *([OTHER_PAYS] if is_shared else [])}
    at_tariff = (
        claim.question.treatment.in_network is not False and tariff_of(decision.fees or ()) is not None
    )
    if PRICE in hangs_on or at_tariff:
        hangs_on -= {SUBSIDY}
    codes = [code for path, code in OPEN_AMOUNTS.items() if path in hangs_on]
    codes += filter(None, [OTHER_INSURER_OPEN.get(evidence.other_insurer)])
    return [Fault("/grant/perSession", code, "") for code in dict.fromkeys(codes)]
