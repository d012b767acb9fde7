"""Triages: staff have assessed a case again whose client was referred on (F1-30)."""

from __future__ import annotations

from helsebro.claims import triage
from helsebro.claims.claim import ClaimChanged
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Record, Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.tasks.follow_ups import FollowUps


class Triages:
    """Decides the tasks ``referred-on``."""

    def __init__(self, on: Tables = tables) -> None:
        self.claims, self.follow_ups = DynamoClaims(on), FollowUps(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the closed task; the triage of its claim ends in the same commit.

        Raises ``AlreadyDecided``, ``BadInput`` for anything but an approval.
        """
        return retry_on_conflict(lambda: self._decide(task, decision, record), ClaimChanged)

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        before = self.claims.find(task.claim_id)
        after = triage.ended(before, task.task_id)
        change = [] if after is before else self.claims.replacement(before, after)
        return self.follow_ups.decide(task, decision, record, change)
