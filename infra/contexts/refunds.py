"""Refunds: a member's own bills paid back, once staff have approved them."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import partitions
from infra.platform.protection import encrypted_fields
from infra.workflows import DECIDED, Workflow, only_if, step, wait_for_staff

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """``refunds`` encrypts the accounts of members; no function of this context decrypts one."""
    refunds = parts.function("refunds")
    grants.identify_members(parts, refunds)
    grants.items(parts, refunds, parts.tables.cases, "get", "get-many", "query", "put", "check")
    grants.items(parts, refunds, parts.tables.people, "get-many", "query")
    grants.money(parts, refunds, partitions.MEMBER_ACCOUNTS, "get", "query", "put", "check")
    # How far the payments have come.
    grants.items(parts, refunds, parts.tables.money, "get-many")
    grants.payers(parts, refunds, "get")
    grants.store_events(parts, refunds)
    grants.keep_answers(parts, refunds)
    grants.encrypt_field(parts, refunds, encrypted_fields.ACCOUNT)

    approve = parts.function("approve_refund")
    grants.items(parts, approve, parts.tables.cases, "get", "update", "delete")
    grants.items(parts, approve, parts.tables.money, "put")
    grants.ledgers(parts, approve, "query", "put", "update")
    grants.store_events(parts, approve)


def _refund_approval(parts: Parts, workflow: Workflow) -> None:
    ask, approve = parts.functions["ask_staff"], parts.functions["approve_refund"]
    workflow.starts_on(
        "refund.received",
        parts,
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Decided?", DECIDED, step(workflow, "ApproveRefund", approve)),
    )


WORKFLOWS = {"refund-approval": _refund_approval}
