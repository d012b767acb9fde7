"""Second looks: opens the task of quality in the commit of a decision, and stores what quality found."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.claim_events import completion
from helsebro.events import Event
from helsebro.quality import decision_tally
from helsebro.quality.drawing import drawn
from helsebro.quality.finding import finding_of, put_right
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Record, Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.quality.decision_counts import counting
from helsebro_aws.quality.dynamo_samplings import DynamoSamplings
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps


class SecondLooks:
    """Draws decisions for a second look, and decides its tasks."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks, self.claims = on, DynamoTasks(on), DynamoClaims(on)
        self.samplings, self.follow_ups = DynamoSamplings(on), FollowUps(on)

    def of_decision(
        self, decided: Task, decision: StaffDecision, before: Claim, after: Claim
    ) -> tuple[Sequence[Operation], Sequence[Event]]:
        """Returns what the commit of a claim's decision needs besides: its counts, and the task if it is
        drawn. A question to the member counts nothing and is not drawn.
        """
        tallies = decision_tally.of_decision(before, after)
        if not tallies:
            return [], []
        counted = counting(after.payer, tallies, decision.at, after.country)
        task = drawn(self.samplings.of(after.payer), decided, after, decision)
        if task is None:
            return counted, []
        creation, opened = self.follow_ups.opening(task)
        return [*counted, creation], [opened]

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the closed task. A denial that was found wrong is decided again, from the same commit on.

        Raises ``AlreadyDecided``, ``OwnDecision``, ``BadInput`` with every fault.
        """
        return retry_on_conflict(lambda: self._decide(task, decision, record), ClaimChanged)

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        look = task.second_look
        assert look
        finding, after = finding_of(look, decision), task.decide(decision)
        before = self.claims.find(task.claim_id)
        claim = put_right(before, look, finding, decision.at)
        changes = [] if claim is before else self.claims.replacement(before, claim)
        tallies = decision_tally.of_finding(look, finding)
        self.tables.commit(
            [
                self.tasks.replacement(task, after),
                *changes,
                *counting(claim.payer, tallies, decision.at, claim.country),
            ],
            events=[news.closed(after, decision.at), *completion(before, claim, decision.at)],
            receipt=record(after),
        )
        return after
