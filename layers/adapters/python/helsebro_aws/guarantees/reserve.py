"""Reserves grants in a person's benefit ledger, within the commit of the grant.

The methods return operations for that commit. The operations fail with ``LedgerChanged`` when the ledger has
changed since it was read, or two concurrent grants could exceed a cap; the caller retries
(``retry_on_conflict``).
"""

from __future__ import annotations

from datetime import date

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion
from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Settlement
from helsebro.guarantees.guarantee import Guarantee, id_for
from helsebro.guarantees.reserve import added_portion, granted_portion, reserve, settlement_of
from helsebro.ids import GuaranteeId
from helsebro.payer import Payer
from helsebro.tasks.task import Task
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class BenefitGrants:
    """Reserves what is granted, never above a cap."""

    def __init__(self, on: Tables = tables) -> None:
        self.benefits, self.people = DynamoBenefits(on), DynamoPeople(on)

    def of_claim(self, claim: Claim, task: Task, payer: Payer) -> list[Operation]:
        """Reserves what an approved task grants, for its guarantee.

        Raises ``BenefitExceeded``, and ``BadInput`` for an agreed price that cannot be paid.
        """
        if task.decision is None or task.decision.granted is None:
            return []
        portion, settlement = granted_portion(claim, task, payer), settlement_of(claim, task)
        if portion is None:
            return []
        return self._reserve(claim, id_for(task.task_id), portion, settlement, self._ledger(claim))

    def of_extension(self, claim: Claim, guarantee: Guarantee, decision_id: str, on: date) -> list[Operation]:
        """Reserves what an extended guarantee grants beyond its reservation. Raises ``BenefitExceeded``."""
        ledger = self._ledger(claim)
        portion = added_portion(guarantee, ledger, decision_id, on)
        if portion is None:
            return []
        return self._reserve(claim, guarantee.guarantee_id, portion, guarantee.settlement, ledger)

    def _reserve(
        self,
        claim: Claim,
        guarantee_id: GuaranteeId,
        portion: Portion,
        settlement: Settlement,
        ledger: Ledger,
    ) -> list[Operation]:
        cover = self.people.cover_under(claim.payer, claim.person_id, claim.policy_number)
        after = reserve(ledger, claim, cover, guarantee_id, portion, settlement)
        return self.benefits.replacement(ledger, after)

    def _ledger(self, claim: Claim) -> Ledger:
        return self.benefits.ledger(claim.payer, claim.person_id)
