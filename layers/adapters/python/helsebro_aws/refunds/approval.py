"""Ending a refund: stores every treatment's decision and the payable, if anything is paid, in one commit.

The same commit settles what the decision has used in the person's benefit ledger, and counts it on the
guarantees that it was granted by.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.ids import RefundId, TaskId
from helsebro.local_day import local_day
from helsebro.payments.ledger.ledger_entry import EntryCause
from helsebro.payments.ledger.payable_entries import approved
from helsebro.payments.members.member_payee import MemberPayee
from helsebro.payments.payable import Payable
from helsebro.refunds.refund import Refund, payable_id_for
from helsebro.tasks.staff_decision import StaffDecision
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock
from helsebro_aws.refunds.benefits_used import CountsUse, RefundedBenefits, counted_nowhere
from helsebro_aws.refunds.bills.asked_bills import AskedBills
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


@dataclass(frozen=True)
class RefundApproval:
    """Ends decided refunds."""

    on: Tables = tables
    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    refunds: DynamoRefunds = field(default_factory=DynamoRefunds)
    payables: DynamoPayables = field(default_factory=DynamoPayables)
    claims: DynamoClaims = field(default_factory=DynamoClaims)
    benefits: RefundedBenefits = field(default_factory=RefundedBenefits)
    counted: CountsUse = counted_nowhere

    def run(self, refund_id: RefundId, task_id: TaskId) -> Refund:
        """Ends a refund as its task decided and returns it; a second run changes nothing (promises 3, 4)."""
        return retry_on_conflict(lambda: self._end(refund_id, task_id), LedgerChanged)

    def _end(self, refund_id: RefundId, task_id: TaskId) -> Refund:
        before, task = self.refunds.find(refund_id), self.tasks.find(task_id)
        if before.decided_at or task.decision is None:
            return before
        after = before.decided(task.decision, task.proposal)
        operations = [
            self.refunds.replacement(before, after),
            *self._payment(after, task.decision),
            *self._benefits(after, task.decision),
        ]
        data = {"refundId": refund_id, "claimId": after.claim_id, "outcome": after.status}
        try:
            self.on.commit(operations, events=[Event("refund.decided", clock.now(), after.payer, data)])
        except LedgerChanged:
            raise
        except Conflict:
            return self._ended_elsewhere(refund_id)
        return after

    def _payment(self, refund: Refund, decision: StaffDecision) -> list[Operation]:
        if not refund.approved.amount:
            return AskedBills(self.on).released(refund)
        payable = Payable(
            payable_id=payable_id_for(refund.refund_id),
            payer=refund.payer,
            kind="refund",
            amount=refund.approved,
            due_on=local_day(decision.at, refund.country),
            claim_id=refund.claim_id,
            refund_id=refund.refund_id,
            to_member=MemberPayee(refund.paid_to),
        )
        entries = approved(payable, _cause(refund, decision))
        return [self.payables.creation(payable), *entry_operations(entries, self.on)]

    def _benefits(self, refund: Refund, decision: StaffDecision) -> list[Operation]:
        if not refund.approved.amount:
            return []
        day = local_day(decision.at, refund.country)
        claim = self.claims.find(refund.claim_id)
        return self.benefits.settled(claim, refund, day, self.counted)

    def _ended_elsewhere(self, refund_id: RefundId) -> Refund:
        refund = self.refunds.find(refund_id)
        if refund.decided_at is None:
            raise Conflict()
        return refund


def _cause(refund: Refund, decision: StaffDecision) -> EntryCause:
    return EntryCause(refund.refund_id, refund.claim_id, decision.at, refund.country)
