"""Chapter 9: a member's own bill is refunded in part."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from local.journey.people import User, Users
from local.journey.steps import Journey, until


def refund(journey: Journey, users: Users, member: User, claim_id: str, document_id: str) -> None:
    """The member asks for a refund of two treatments; finance approves one; the payable is created."""
    day = member.stack.clock.today() - timedelta(days=2)
    asked = {
        "documentIds": [document_id],
        "treatments": [
            {"on": str(day), "type": "physiotherapy", "cost": {"amount": "450.00", "currency": "DKK"}},
            {"on": str(day), "type": "physiotherapy", "cost": {"amount": "450.00", "currency": "DKK"}},
        ],
        "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
    }
    answer = member.post(f"/v1/claims/{claim_id}/refunds", asked)
    refund_id = journey.step("a member asks for a refund", answer, 202).json()["refundId"]
    finance = users.staff("finance")

    def look() -> dict[str, Any] | None:
        tasks = finance.get("/v1/tasks?queue=refunds").json()["items"]
        return next((task for task in tasks if task["subject"].get("refundId") == refund_id), None)

    found = until("the refund's task", look)
    decision = {
        "decision": "approve",
        "reason": "One of two bills is covered",
        "approved": [{"index": 0, "amount": {"amount": "400.00", "currency": "DKK"}}],
    }
    path, etag = f"/v1/tasks/{found['taskId']}/decision", f'"{found["version"]}"'
    journey.step("finance approves a part", finance.post(path, decision, **{"If-Match": etag}), 200)
    until(
        "the refund to be decided",
        lambda: member.get(f"/v1/refunds/{refund_id}").json()["status"] == "partly-approved",
    )
    journey.note("the member sees partly-approved")

    def payable() -> dict[str, Any] | None:
        items = finance.get("/v1/payments?status=approved").json()["items"]
        return next((item for item in items if item.get("refundId") == refund_id), None)

    found = until("the payable", payable)
    journey.note("the payable is created", f"{found['amount']['amount']} {found['amount']['currency']}")
