"""Complaints on the stack: a claim that is denied, a member who complains, and staff who answer."""

from __future__ import annotations

from typing import Any

import httpx

from local.journey.benefits import decide, task_of
from local.journey.people import User

DENIED = {"decision": "deny", "clause": "6.1", "reason": "The injury is of work"}
STANDS = {"decision": "deny", "clause": "6.1", "reason": "The papers say that it happened at work"}


def deny(caseworker: User, claim_id: str) -> None:
    """A caseworker denies a claim whose papers are there."""
    denied = decide(caseworker, task_of(caseworker, "claims", claimId=claim_id), DENIED)
    assert denied.status_code == 200, denied.text


def complain(member: User, claim_id: str, step: str) -> httpx.Response:
    """The member complains at a step; returns the answer."""
    body = {"step": step, "text": "The knee was hurt at home"}
    return member.post(f"/v1/claims/{claim_id}/complaints", body)


def answer(staff: User, complaint_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """Staff answer a complaint; returns its task as they read it."""
    task = task_of(staff, "complaints", complaintId=complaint_id)
    decided = decide(staff, task, body)
    assert decided.status_code == 200, decided.text
    return task
