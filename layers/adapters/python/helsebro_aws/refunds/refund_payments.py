"""Refund payments: what becomes of a refund when the bank has paid it, or the money came back."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds


class RefundPayments:
    """Marks refunds. The member is told by the event."""

    def __init__(self, on: Tables = tables) -> None:
        self.refunds = DynamoRefunds(on)

    def follow(self, payable: Payable, at: datetime) -> AlsoStored:
        """Returns what stores that a refund is paid, or approved again; the commit fails with ``Conflict``
        when it was changed since it was read.
        """
        assert payable.refund_id, "a refund's payable names it"
        before = self.refunds.find(payable.refund_id)
        is_paid = payable.status == "paid"
        after = before.paid(at) if is_paid else before.payment_returned(at)
        data = {"refundId": before.refund_id, "claimId": before.claim_id}
        event = Event("refund.paid" if is_paid else "refund.returned", at, before.payer, data)
        return [self.refunds.replacement(before, after)], [event]
