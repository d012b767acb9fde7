"""Refreshing proposals: asks the engine again about open tasks whose facts, cover or tariff have changed.

Each task keeps its id, its due time and the token of its workflow; it gets a new proposal with new decision
records and the next version, in one commit, so staff who read the old one get 412. The claim is read again
for every task, so an event that comes twice, late or out of order stores nothing older than what is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from helsebro.decisions.hangs_on_tariff import hangs_on_tariff
from helsebro.decisions.record import of_task
from helsebro.ids import ClaimId, PersonId, PolicyId, TaskId
from helsebro.policies.cover_version import CoverVersion
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.dynamo_decisions import DynamoDecisions
from helsebro_aws.decisions.proposals import Proposals
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks, TaskChanged
from helsebro_aws.tasks.reviews import REVIEWS

PAGE = 25
"""How many open tasks are read at a time: a task with a refund of fifty bills is 80 KB."""


@dataclass(frozen=True)
class ProposalRefresh:
    """Refreshes the proposals on the tasks of a claim, its refunds and its extensions."""

    on: Tables = tables
    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    claims: DynamoClaims = field(default_factory=DynamoClaims)
    decisions: DynamoDecisions = field(default_factory=DynamoDecisions)
    proposals: Proposals = field(default_factory=Proposals)

    def run(self, claim_id: ClaimId) -> list[TaskId]:
        """Returns the tasks that got a new proposal. Raises ``NotFound``, ``Unavailable``."""
        open_tasks = [task.task_id for task in self.tasks.open_of_claim(claim_id)]
        return [task_id for task_id in open_tasks if self._refresh(task_id)]

    def of_tariff(self, payer: str, profession: str) -> list[TaskId]:
        """Returns the payer's tasks that got a new proposal because a tariff of a profession changed.

        It reads the payer's open tasks page by page. A task whose proposal stays the same is not stored.
        """
        return [
            task.task_id
            for queue in REVIEWS
            for task in self._open_in(payer, queue)
            if task.proposal
            and hangs_on_tariff(task.proposal, profession)
            and self._refresh(task.task_id, of_facts=False)
        ]

    def of_policy(self, payer: str, policy_id: PolicyId) -> list[TaskId]:
        """Returns the payer's tasks that got a new proposal because a policy changed: terms, modules, dates.

        It reads the payer's open tasks page by page: nothing lists the persons of a policy.
        """
        return [
            task.task_id
            for queue in REVIEWS
            for task in self._open_in(payer, queue)
            if _is_under(task, policy_id) and self._refresh(task.task_id, of_facts=False)
        ]

    def of_person(self, payer: str, person_id: PersonId) -> list[TaskId]:
        """Returns the tasks on a person's claims that got a new proposal because the person's cover changed.

        A task whose proposal stays the same is not stored.
        """
        return [
            task.task_id
            for claim_id in self._claims_of(payer, person_id)
            for task in self.tasks.open_of_claim(claim_id)
            if self._refresh(task.task_id, of_facts=False)
        ]

    def _claims_of(self, payer: str, person_id: PersonId) -> Iterator[ClaimId]:
        cursor, is_first = None, True
        while cursor or is_first:
            page, cursor = self.claims.page(payer, person_id, PAGE, cursor)
            is_first = False
            yield from (claim.claim_id for claim in page)

    def _open_in(self, payer: str, queue: str) -> Iterator[Task]:
        cursor, is_first = None, True
        while cursor or is_first:
            page, cursor = self.tasks.open_in(payer, queue, PAGE, cursor)
            is_first = False
            yield from page

    def _refresh(self, task_id: TaskId, *, of_facts: bool = True) -> bool:
        return retry_on_conflict(lambda: self._refreshed(task_id, of_facts), TaskChanged)

    def _refreshed(self, task_id: TaskId, of_facts: bool) -> bool:
        before = self.tasks.find(task_id)
        if not before.can_be_proposed_again:
            return False
        claim = self.claims.find(before.claim_id)
        if of_facts and not before.was_proposed_before(claim.version):
            return False
        made = self.proposals.of_subject(before.case, claim)
        if not of_facts and before.proposal and made.proposal.as_json() == before.proposal.as_json():
            if made.cover_version != before.cover_version:
                self.on.commit([self.tasks.same_proposal(before, made.cover_version)])
            return False
        after = before.proposed_again(made.proposal, claim.round, claim.version, made.cover_version)
        records = of_task(after, claim.person_id, made.askings, clock.now())
        self.on.commit([self.tasks.new_proposal(before, after), *self.decisions.creations(records)])
        return True


def _is_under(task: Task, policy_id: PolicyId) -> bool:
    """Returns whether the proposal of a task was made under a policy; an older task does not say."""
    if task.proposal is None:
        return False
    return task.cover_version is None or CoverVersion.of(task.cover_version).policy_id == policy_id
