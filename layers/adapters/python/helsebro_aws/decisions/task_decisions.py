"""Decisions on tasks: the task, what it is about and the news of it change in one commit (promises 4, 6)."""

from __future__ import annotations

from collections.abc import Callable

from helsebro.claims.claim import ClaimChanged, NotInReview
from helsebro.decisions import ruling
from helsebro.errors import Refused
from helsebro.events import Event
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ExtensionReview, RefundReview
from helsebro.tasks.task import Task
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Check, Operation, Tables, tables
from helsebro_aws.guarantees.extension_decisions import ExtensionDecisions
from helsebro_aws.guarantees.reserve import BenefitGrants
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.refunds.benefits_used import RefundedBenefits
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks

Record = Callable[[Task], Receipt]


class TaskDecisions:
    """Decides tasks; ``record`` makes the receipt of the task as it then stands."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.claims, self.refunds = DynamoTasks(on), DynamoClaims(on), DynamoRefunds(on)
        self.benefits, self.extensions = BenefitGrants(on), ExtensionDecisions(on)
        self.refunded = RefundedBenefits(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """The task as decided, with what it grants reserved in the person's benefit ledger.

        Raises ``AlreadyDecided``, ``BadInput`` (of a cap ``BenefitExceeded``), ``Refused``, ``Conflict``.
        """
        if isinstance(task.subject, ExtensionReview):
            return self.extensions.decide(task, decision, _decided(task, decision), record)
        if isinstance(task.subject, RefundReview):
            return retry_on_conflict(lambda: self._decide_refund(task, decision, record), LedgerChanged)
        changed = (ClaimChanged, LedgerChanged)
        return retry_on_conflict(lambda: self._decide_claim(task, decision, record), changed)

    def _decide_claim(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        after = task.decide(decision)
        claim = self.claims.find(task.claim_id)
        try:
            decided = ruling.of_claim(claim, task, decision, local_day(decision.at, claim.country))
        except NotInReview:
            # Somebody may have decided it since the task was read: then that is the answer.
            self.tasks.find(task.task_id).must_be_open()
            raise
        operations = [
            self.tasks.replacement(task, after),
            self.claims.replacement(claim, decided),
            *self._network_checks(decision),
            *self.benefits.of_claim(claim, after),
        ]
        self.tables.commit(operations, events=[_decided(after, decision)], receipt=record(after))
        return after

    def _decide_refund(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        before = self.refunds.find(task.subject.subject_id)
        after, refund = ruling.of_refund(before, task, decision)
        operations: list[Operation] = [self.tasks.replacement(task, after)]
        if refund:
            operations.append(self.refunds.replacement(before, refund))
        if decision.decision == "approve":
            ended, day = before.decided(decision, task.proposal), local_day(decision.at, before.country)
            operations += self.refunded.used(self.claims.find(before.claim_id), ended, day)
        events = [_decided(after, decision)] if after.status == "decided" else []
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _network_checks(self, decision: StaffDecision) -> list[Operation]:
        """A guarantee for a clinic or practitioner names one that is there."""
        table, grant = self.tables.settings.network_table, decision.grant
        if decision.decision != "approve" or grant is None:
            return []
        checks: list[Operation] = []
        if grant.clinic_id:
            unknown = Refused("grant-clinic-unknown")
            checks.append(
                Check(table, *clinic_key(grant.clinic_id), "attribute_exists(#pk)", otherwise=unknown)
            )
        if grant.practitioner_id:
            unknown = Refused("grant-practitioner-unknown")
            there, values = "attribute_exists(#pk)", {}
            if grant.clinic_id:
                there, values = "#clinicId = :clinic", {":clinic": grant.clinic_id}
            key = practitioner_key(grant.practitioner_id)
            checks.append(Check(table, *key, there, values, otherwise=unknown))
        return checks


def _decided(task: Task, decision: StaffDecision) -> Event:
    data = {
        "taskId": task.task_id,
        "queue": task.queue,
        **to_item(task.subject),
        "decision": decision.decision,
    }
    return Event("task.decided", decision.at, task.payer, data)
