"""Ruling: applies a staff decision to its claim (F4-25, F4-26)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.errors import BadInput, Fault
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task


def of_claim(claim: Claim, task: Task, decision: StaffDecision, today: date) -> Claim:
    """Returns the decided claim, with reason and trail.

    Raises ``NotInReview``, ``BadInput`` with every fault.
    """
    faults = _claim_faults(decision, today)
    if faults:
        raise BadInput(faults)
    made = Determination.of(decision, task.answer)
    ends: Mapping[str, Callable[[], Claim]] = {
        "approve": lambda: claim.approve(made),
        "deny": lambda: claim.deny(made.with_what_would_turn(task.answer)),
        "clarify": lambda: claim.clarify(made),
    }
    return ends[decision.decision]()


def _claim_faults(decision: StaffDecision, today: date) -> list[Fault]:
    faults = []
    if decision.approved:
        faults.append(Fault("/approved", "approved-is-for-refunds", ""))
    if decision.decision == "approve":
        missing = [Fault("/grant", "grant-missing", "")]
        faults += decision.grant.faults(today) if decision.grant else missing
    return faults
