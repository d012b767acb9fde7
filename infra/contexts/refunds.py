"""Refunds: a member's own bills paid back, once staff have approved them."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.workflows import DECIDED, Workflow, only_if, step, wait_for_staff

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """``refunds`` encrypts the account to pay to; no function of this context decrypts it."""
    refunds = parts.function("refunds")
    grants.identify_members(parts, refunds)
    grants.read(parts, refunds, parts.tables.cases, parts.tables.people)
    grants.commit(parts, refunds, parts.tables.cases)
    grants.encrypt_field(parts, refunds, grants.ACCOUNT)

    approve = parts.function("approve_refund")
    grants.read(parts, approve, parts.tables.cases, parts.tables.money)
    grants.commit(parts, approve, parts.tables.cases, parts.tables.money)
    grants.update_benefits(parts, approve)


def _refund_approval(parts: Parts, workflow: Workflow) -> None:
    ask, approve = parts.functions["ask_staff"], parts.functions["approve_refund"]
    workflow.starts_on(
        "refund.received",
        parts,
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Decided?", DECIDED, step(workflow, "ApproveRefund", approve)),
    )


WORKFLOWS = {"refund-approval": _refund_approval}
