"""Refund decisions that take the sessions they pay from the guarantees of the case."""

from __future__ import annotations

from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.refunded_sessions import RefundedSessions
from helsebro_aws.refunds.refund_decisions import RefundDecisions


class GuaranteedRefundDecisions(RefundDecisions):
    """Decides refunds; bookings and refunds share the count of a guarantee."""

    def __init__(self, on: Tables = tables) -> None:
        super().__init__(on, RefundedSessions(on))
