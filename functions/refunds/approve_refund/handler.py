"""Ends a refund as finance decided: stores every treatment's decision, its status and its payable.

Trigger: the last step of ``refund-approval``, after any decision (a denial ends the refund too). Input: at
least ``{"refundId","taskId"}``. Result: ``{"refundId","status"}``. Run again it changes nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.ids import RefundId, TaskId
from helsebro_aws.guarantees.refunded_sessions import RefundedSessions
from helsebro_aws.platform.log import done
from helsebro_aws.refunds.approval import RefundApproval
from helsebro_aws.tasks.workflow import ids_in

approval = RefundApproval(counted=RefundedSessions().counted)


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the refund's id and status."""
    ids = ids_in(event)
    refund = approval.run(RefundId(ids["refundId"]), TaskId(ids["taskId"]))
    done("refund.ended", refundId=refund.refund_id, status=refund.status)
    return {"refundId": refund.refund_id, "status": refund.status}
