"""Deciding a refund: stores the task, the benefits that the refund uses and the event in one commit.

The workflow of the refund then ends it and stores its payable (``approval``).
"""

from __future__ import annotations

from helsebro.claims.claim import ClaimChanged
from helsebro.local_day import local_day
from helsebro.refunds import ruling
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import RefundReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.refunds.benefits_used import RefundedBenefits
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class RefundDecisions:
    """Decides refunds treatment by treatment, or asks the member, which leaves them open."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.claims, self.refunds = DynamoTasks(on), DynamoClaims(on), DynamoRefunds(on)
        self.benefits = RefundedBenefits(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; the person's benefit ledger counts what is approved as used.

        Raises ``AlreadyDecided``, ``BadInput`` (``BenefitExceeded`` for a cap), ``Conflict``.
        """
        changed = (LedgerChanged, ClaimChanged)
        return retry_on_conflict(lambda: self._decide(task, decision, record), changed)

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        assert isinstance(task.subject, RefundReview)
        before = self.refunds.find(task.subject.refund_id)
        after, refund = ruling.of_refund(before, task, decision)
        operations: list[Operation] = [self.tasks.replacement(task, after)]
        if refund:
            operations.append(self.refunds.replacement(before, refund))
        if decision.decision == "approve":
            ended, day = before.decided(decision, task.proposal), local_day(decision.at, before.country)
            operations += self.benefits.used(self.claims.find(before.claim_id), ended, day)
        events = []
        if after.status == "decided":
            operations += self.claims.end_of_delay(task)
            events = [news.decided(after, decision)]
        self.tables.commit(operations, events=events, receipt=record(after))
        return after
