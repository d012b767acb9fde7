"""Chapter 9: a member's own bill is refunded in part."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from local.journey.people import Caller, Cast
from local.journey.steps import Story, until


def refund(story: Story, cast: Cast, member: Caller, claim_id: str, document_id: str) -> None:
    """The member asks for a refund of two treatments; finance approves part; the payable stands."""
    day = datetime.now(UTC).date() - timedelta(days=2)
    asked = {
        "documentIds": [document_id],
        "treatments": [
            {"on": str(day), "type": "physiotherapy", "cost": {"amount": "450.00", "currency": "DKK"}},
            {"on": str(day), "type": "physiotherapy", "cost": {"amount": "450.00", "currency": "DKK"}},
        ],
        "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
    }
    answer = member.post(f"/v1/claims/{claim_id}/refunds", asked)
    refund_id = story.step("a member asks for a refund", answer, 202).json()["refundId"]
    finance = cast.staff("finance")

    def task() -> dict[str, Any] | None:
        tasks = finance.get("/v1/tasks?queue=refunds").json()["items"]
        return next((one for one in tasks if one["subject"].get("refundId") == refund_id), None)

    found = until("the refund's task", task)
    decision = {
        "decision": "approve",
        "reason": "One of two bills is covered",
        "approved": [{"index": 0, "amount": {"amount": "400.00", "currency": "DKK"}}],
    }
    path, etag = f"/v1/tasks/{found['taskId']}/decision", f'"{found["version"]}"'
    story.step("finance approves a part", finance.post(path, decision, **{"If-Match": etag}), 200)
    until(
        "the refund to be decided",
        lambda: member.get(f"/v1/refunds/{refund_id}").json()["status"] == "partly-approved",
    )
    story.note("the member sees partly-approved")

    def payable() -> dict[str, Any] | None:
        items = finance.get("/v1/payments?status=approved").json()["items"]
        return next((one for one in items if one.get("refundId") == refund_id), None)

    stands = until("the payable", payable)
    story.note("the payable stands", f"{stands['amount']['amount']} {stands['amount']['currency']}")
