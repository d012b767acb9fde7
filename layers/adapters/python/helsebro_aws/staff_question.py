"""Asking the staff: one task for each review, whatever is retried, and its workflow's newest token.

Step Functions runs the asking step again after a fault, each time with another token, and an event that comes
twice starts two executions. The task's id is derived, hence there is one task, and the token on it is the
newest. Whoever waits with the older one is told to stop; when the task was decided in between, nobody would
ever use the newer one, and the workflow is told at once (promise 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helsebro import proposal
from helsebro.claim import Claim
from helsebro.local_day import local_day
from helsebro.refund import Refund
from helsebro.task import AlreadyDecided, Task, opened
from helsebro_aws import clock
from helsebro_aws.dynamo_claims import DynamoClaims
from helsebro_aws.dynamo_people import DynamoPeople
from helsebro_aws.dynamo_refunds import DynamoRefunds
from helsebro_aws.dynamo_tasks import DynamoTasks, TaskExists
from helsebro_aws.table import Operation
from helsebro_aws.workflow import WaitingWorkflows

SPOKEN = {"NO": "nb"}


@dataclass(frozen=True)
class Proposals:
    """The engine's word, in the language of the case's country."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    people: DynamoPeople = field(default_factory=DynamoPeople)

    def of_claim(self, claim_id: str) -> proposal.Proposal:
        """What the engine says of a claim today. Raises ``NotFound``."""
        claim = self.claims.find(claim_id)
        covers = self.people.cover(claim.payer, claim.person_id)
        return proposal.of_claim(claim, covers, _today(claim), _language(claim))

    def of_refund(self, refund: Refund) -> proposal.Proposal:
        """What the engine says of every treatment of a refund."""
        claim = self.claims.find(refund.claim_id)
        covers = self.people.cover(claim.payer, claim.person_id)
        return proposal.of_refund(refund, claim, covers, _today(claim), _language(claim))


@dataclass(frozen=True)
class StaffQuestion:
    """Everything that asking touches."""

    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    refunds: DynamoRefunds = field(default_factory=DynamoRefunds)
    proposals: Proposals = field(default_factory=Proposals)
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)

    def about_claim(self, claim_id: str, review: int, proposed: Mapping[str, Any], token: str) -> Task:
        """The task of a claim's review."""
        task = opened("claims", {"claimId": claim_id}, review, proposed, clock.now())
        return self._ask(task, token)

    def about_refund(self, refund_id: str, token: str) -> Task:
        """The task of a refund, which is in review from now on."""
        refund = self.refunds.find(refund_id)
        subject = {"claimId": refund.claim_id, "refundId": refund_id}
        task = opened("refunds", subject, 1, self.proposals.of_refund(refund), clock.now())
        return self._ask(task, token, self.refunds.replacement(refund, refund.reviewed()))

    def _ask(self, task: Task, token: str, *also: Operation) -> Task:
        try:
            self.tasks.open(task, token, also)
        except TaskExists:
            self._ask_again(task.task_id, token)
        return task

    def _ask_again(self, task_id: str, token: str) -> None:
        older = self.tasks.token_of(task_id)
        try:
            self.tasks.renew_token(task_id, token)
        except AlreadyDecided:
            self.workflows.go_on(token, self.tasks.find(task_id))
            return
        if older != token:
            self.workflows.stop(older, task_id)


def _today(claim: Claim) -> date:
    return local_day(clock.now(), claim.country)


def _language(claim: Claim) -> str:
    return SPOKEN.get(claim.country, "da")
