"""Deciding a claim: stores task, claim, reserved benefits and event in one commit (promises 4, 6)."""

from __future__ import annotations

from helsebro.claims.claim import ClaimChanged, NotInReview
from helsebro.decisions import ruling
from helsebro.errors import Refused
from helsebro.local_day import local_day
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Record, Task
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Check, Operation, Tables, tables
from helsebro_aws.guarantees.reserve import BenefitGrants
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class ClaimDecisions:
    """Decides claims: approves them with a grant, denies them, or sends a question to the member."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.claims, self.benefits = DynamoTasks(on), DynamoClaims(on), BenefitGrants(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; what it grants is reserved in the person's benefit ledger.

        Raises ``AlreadyDecided``, ``BadInput`` (``BenefitExceeded`` for a cap), ``Refused``, ``Conflict``.
        """
        changed = (ClaimChanged, LedgerChanged)
        return retry_on_conflict(lambda: self._decide(task, decision, record), changed)

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        after = task.decide(decision)
        claim = self.claims.find(task.claim_id)
        try:
            going_on = claim.without_delay(task.task_id)
            decided = ruling.of_claim(going_on, task, decision, local_day(decision.at, claim.country))
        except NotInReview:
            # The task may have been decided since it was read; then the error is ``AlreadyDecided``.
            self.tasks.find(task.task_id).must_be_open()
            raise
        operations = [
            self.tasks.replacement(task, after),
            self.claims.replacement(claim, decided),
            *self._network_checks(decision),
            *self.benefits.of_claim(claim, after),
        ]
        self.tables.commit(operations, events=[news.decided(after, decision)], receipt=record(after))
        return after

    def _network_checks(self, decision: StaffDecision) -> list[Operation]:
        """Returns checks that the granted clinic and practitioner exist, and that they belong together."""
        table, grant = self.tables.settings.network_table, decision.granted
        if grant is None:
            return []
        checks: list[Operation] = []
        if grant.clinic_id:
            unknown = Refused("grant-clinic-unknown")
            checks.append(
                Check(table, *clinic_key(grant.clinic_id), "attribute_exists(#pk)", otherwise=unknown)
            )
        if grant.practitioner_id:
            unknown = Refused("grant-practitioner-unknown")
            exists, values = "attribute_exists(#pk)", {}
            if grant.clinic_id:
                exists, values = "#clinicId = :clinic", {":clinic": grant.clinic_id}
            key = practitioner_key(grant.practitioner_id)
            checks.append(Check(table, *key, exists, values, otherwise=unknown))
        return checks
