"""Guardian answers: the yes or no of the persons concerned, or of a payer's underwriting, to a guardian."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro.errors import BadInput, Fault, NotFound
from helsebro.events import Event
from helsebro.identity.custody import Custody, CustodyChanged
from helsebro.identity.guardian import Guardian, ProposedGuardian
from helsebro.ids import PersonId
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import FamilyReview
from helsebro.tasks.task import AlreadyDecided, Record, Task
from helsebro_aws.claims.custody.denied_enrolments import DeniedEnrolments
from helsebro_aws.claims.custody.families import Families
from helsebro_aws.claims.custody.family_news import family_changed, guardians_told
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps

Change = Callable[[Custody], Custody]


class GuardianAnswers:
    """Stores answers, and closes the task of a proposal that is over."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.families = on, Families(on)
        self.tasks, self.follow_ups = DynamoTasks(on), FollowUps(on)
        self.denied = DeniedEnrolments(on)

    def answer(
        self, child: PersonId, guardian_id: PersonId, change: Change, at: datetime, payer: str = ""
    ) -> Custody:
        """Returns the family after a change of it; a change that changes nothing stores nothing.

        ``payer`` is that of the staff who decide. Raises ``NotFound`` for a person without a family, and what
        ``change`` raises.
        """

        def act() -> Custody:
            before = self.families.known(child)
            if before is None:
                raise NotFound()
            after = change(before)
            if after != before:
                operations, events = self._ending_of_tasks(before, after, guardian_id, payer, at)
                asking, asked = self.denied.removing(before, after, at)
                operations += [*self.families.custodies.storing(after), *asking]
                events += [*_told(before, after, guardian_id, payer, at), *asked]
                self.tables.commit(operations, events=events)
            return after

        return retry_on_conflict(act, (CustodyChanged, AlreadyDecided))

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task ``guardian-unconfirmed``; its decision is the underwriting's answer.

        When the proposal is over, it only closes the task, as does a denial for a child of 15. Raises
        ``AlreadyDecided``, ``Conflict`` for the approval of a child of 15, or with two guardians, and
        ``BadInput`` for anything but a plain approval or denial.
        """
        if decision.decision == "clarify" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-approve-or-deny", "")])
        assert isinstance(task.subject, FamilyReview)
        subject, after_task = task.subject, task.decide(decision)

        def act() -> Task:
            before = self.families.known(subject.person_id)
            operations: list[Operation] = [self.tasks.replacement(task, after_task)]
            events = [news.closed(after_task, decision.at)]
            proposal = before.proposal(subject.guardian_id, task.payer) if before else None
            is_approved = decision.decision == "approve"
            if before and proposal and (is_approved or not before.is_over(decision.at)):
                if is_approved:
                    after = before.confirm(subject.guardian_id, task.payer, decision.at)
                else:
                    why = decision.reason
                    after = before.reject(subject.guardian_id, task.payer, decision.at, why)
                asking, asked = self.denied.removing(before, after, decision.at)
                operations += [*self.families.custodies.storing(after), *asking]
                events += [*_told(before, after, subject.guardian_id, task.payer, decision.at), *asked]
            self.tables.commit(operations, events=events, receipt=record(after_task))
            return after_task

        return retry_on_conflict(act, CustodyChanged)

    def _ending_of_tasks(
        self, before: Custody, after: Custody, guardian_id: PersonId, payer: str, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what closes the tasks of the proposals that are over, or that the payer confirmed."""
        operations: list[Operation] = []
        events: list[Event] = []
        for proposal in before.proposed:
            is_confirmed = proposal.payer == payer and after.is_guardian(guardian_id, payer)
            is_over = is_confirmed or not after.proposal(guardian_id, proposal.payer)
            if proposal.person_id == guardian_id and is_over:
                closing, closed = self.follow_ups.closing(proposal.task_id, at)
                operations, events = [*operations, *closing], [*events, *closed]
        return operations, events


def _told(before: Custody, after: Custody, guardian_id: PersonId, payer: str, at: datetime) -> list[Event]:
    """Returns the events of a change, by a payer's staff or by the persons themselves."""
    every: tuple[Guardian | ProposedGuardian, ...] = (*before.guardians, *before.proposed, *before.refused)
    payers = {each.person_id: each.payer for each in every}
    payer, what = payer or payers[guardian_id], after.notes[-1].what
    changed = family_changed(payer, after.person_id, guardian_id, what, at)
    return [changed, *guardians_told(payer, (before, after), guardian_id, what, at)]
