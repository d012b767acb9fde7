"""Ruling: what a decision of finance makes of the refund it is about (F4-30, F4-31)."""

from __future__ import annotations

from helsebro.errors import BadInput
from helsebro.refunds.refund import Refund
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task


def of_refund(refund: Refund, task: Task, decision: StaffDecision) -> tuple[Task, Refund | None]:
    """The task as decided, and the refund where it changes at once: with a question to the member.

    The workflow decides the refund itself, with its payable. A question leaves the task open. Raises
    ``BadInput`` with every fault.
    """
    faults = decision.faults_in_words
    if decision.decision == "approve":
        faults = decision.faults_beside([*faults, *refund.approval_faults(decision, task.proposal)])
    if faults:
        raise BadInput(faults)
    if decision.decision == "clarify":
        return task.asked(decision.at), refund.asked(decision.question or "", decision.at)
    return task.decide(decision), None
