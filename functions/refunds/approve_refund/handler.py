"""Ends a refund as finance decided: every treatment, the refund's status, and its one payable.

Trigger: the last step of ``refund-approval``, after any decision (a denial ends the refund too). Input: at
least ``{"refundId","taskId"}``. Result: ``{"refundId","status"}``. Run again it changes nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.ids import RefundId, TaskId
from helsebro_aws.platform.log import done
from helsebro_aws.refunds.approval import RefundApproval
from helsebro_aws.tasks.workflow import ids_in

approval = RefundApproval()


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """The refund's status as decided."""
    ids = ids_in(event)
    refund = approval.run(RefundId(ids["refundId"]), TaskId(ids["taskId"]))
    done("refund.ended", refundId=refund.refund_id, status=refund.status)
    return {"refundId": refund.refund_id, "status": refund.status}
