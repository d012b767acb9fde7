"""Deciding a refund: stores the task, the benefits that the refund uses and the event in one commit.

The workflow of the refund then ends it and stores its payable (``approval``).
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.consent import must_be_given
from helsebro.local_day import local_day
from helsebro.refunds import ruling
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import RefundReview
from helsebro.tasks.task import ProposalOutdated, Record, Task
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.policies.cover_versions import unchanged
from helsebro_aws.refunds.benefits_used import GuaranteedSessions, RefundedBenefits
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class RefundDecisions:
    """Decides refunds treatment by treatment, or asks the member, which leaves them open."""

    def __init__(self, on: Tables = tables, guaranteed: GuaranteedSessions | None = None) -> None:
        self.tables = on
        self.tasks, self.claims, self.refunds = DynamoTasks(on), DynamoClaims(on), DynamoRefunds(on)
        self.benefits = RefundedBenefits(on, guaranteed)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; the person's benefit ledger counts what is approved as used.

        Raises ``AlreadyDecided``, ``BadInput`` (``BenefitExceeded`` for a cap), ``ConsentMissing`` for an
        approval, ``Conflict``.
        """
        changed = (LedgerChanged, ClaimChanged, self.benefits.guaranteed.changed)
        return retry_on_conflict(lambda: self._decide(task, decision, record), changed)

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        assert isinstance(task.subject, RefundReview)
        before = self.refunds.find(task.subject.refund_id)
        claim = self.claims.find(before.claim_id)
        if decision.decision == "approve":
            must_be_given(claim)
        after, refund = ruling.of_refund(before, task, decision)
        operations: list[Operation] = [self.tasks.replacement(task, after)]
        if decision.decision != "clarify":
            outdated = ProposalOutdated()
            operations += unchanged(claim.payer, claim.person_id, task.cover_version, outdated, self.tables)
        if refund:
            operations.append(self.refunds.replacement(before, refund))
        if decision.decision == "approve":
            ended, day = before.decided(decision, task.proposal), local_day(decision.at, before.country)
            operations += self.benefits.used(claim, ended, day, by_amounts=bool(decision.approved))
        operations += self._of_claim(task, after, claim, decision)
        is_decided = after.status == "decided"
        events = [news.decided(after, decision) if is_decided else news.question_asked(after, decision.at)]
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _of_claim(
        self, task: Task, after: Task, claim: Claim, decision: StaffDecision
    ) -> Sequence[Operation]:
        """Returns what a decision does to the claim; an approval needs its consent until the commit."""
        ending = self.claims.end_of_delay(task) if after.status == "decided" else []
        if ending or decision.decision != "approve":
            return ending
        return [self.claims.unchanged(claim)]
