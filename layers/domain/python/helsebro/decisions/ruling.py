"""Ruling: what a decision of the staff makes of the claim or refund it is about (F4-25, F4-26)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from helsebro.claims.claim import Claim
from helsebro.errors import BadInput, Fault
from helsebro.refunds.refund import Refund
from helsebro.tasks.task import StaffDecision, Task

OUTCOMES = {"approve": "approved", "deny": "denied", "clarify": "clarifying"}
WOULD_TURN = ("missing", "flips", "coveredFrom")
"""What of the engine's answer a denial keeps, for the next steps it leads to."""


def of_claim(claim: Claim, task: Task, decision: StaffDecision, today: date) -> Claim:
    """The claim as decided, with reason and trail. Raises ``NotInReview``, ``BadInput`` with every fault.

    A question to the member stands in ``decision`` until the next review replaces it (F4-08).
    """
    faults = _claim_faults(decision, today)
    if faults:
        raise BadInput(faults)
    proposed = task.proposal or {}
    told: dict[str, Any] = {
        "outcome": OUTCOMES[decision.decision],
        "reason": decision.reason,
        "question": decision.question,
        "trail": proposed.get("trail", []),
        "decidedAt": decision.at,
        "by": decision.by,
        "grant": decision.grant,
        **({name: proposed.get(name) for name in WOULD_TURN} if decision.decision == "deny" else {}),
    }
    told = {name: value for name, value in told.items() if value is not None}
    ends: Mapping[str, Callable[[], Claim]] = {
        "approve": lambda: claim.approve(told, decision.at),
        "deny": lambda: claim.deny(told, decision.at),
        "clarify": lambda: replace(claim.clarify(decision.at), decision=told),
    }
    return ends[decision.decision]()


def of_refund(refund: Refund, task: Task, decision: StaffDecision) -> tuple[Task, Refund | None]:
    """The task as decided, and the refund where it changes at once: with a question to the member.

    The workflow decides the refund itself, with its payable. A question leaves the task open. Raises
    ``BadInput`` with every fault.
    """
    if decision.decision == "clarify":
        return replace(task, version=task.version + 1), refund.asked(decision.question or "")
    if decision.decision == "approve":
        faults = refund.approval_faults(decision, task.proposal or {})
        if faults:
            raise BadInput(faults)
    return task.decide(decision), None


def _claim_faults(decision: StaffDecision, today: date) -> list[Fault]:
    faults = []
    if decision.approved:
        faults.append(Fault("/approved", "approved-is-for-refunds", ""))
    if decision.decision == "approve":
        missing = [Fault("/grant", "grant-missing", "")]
        faults += decision.grant.faults(today) if decision.grant else missing
    return faults
