"""Reviewing a complaint: its task, and its answer in one commit (R-1501, promises 4, 6).

To deny is to let the denial stand. To approve is to decide the claim anew, as its own task would: the same
commit stores the task, the complaint, the claim and what is reserved of the benefits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.complaints.answering import (
    after_answer,
    is_in_force,
    must_be_another_person,
    must_be_answered_whole,
    reopened_for,
)
from helsebro.complaints.complaint import Complaint, DenialReplaced
from helsebro.events import Event
from helsebro.ids import ComplaintId
from helsebro.tasks import news
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ComplaintReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.decisions.claim_decisions import ClaimDecisions
from helsebro_aws.decisions.proposals import Proposals
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.draft import Draft
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class ComplaintReviews:
    """Opens and answers the tasks of complaints."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.claims, self.complaints = DynamoTasks(on), DynamoClaims(on), DynamoComplaints(on)

    def propose(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the complaint ``complaintId``, with the engine's answer on its claim now.

        Storing it sets the complaint in review. Raises ``NotFound``.
        """
        complaint = self.complaints.find(ComplaintId(ids["complaintId"]))
        claim, proposals = self.claims.find(complaint.claim_id), Proposals()
        subject = ComplaintReview(complaint.claim_id, complaint.complaint_id, complaint.step)
        made = proposals.of_subject(subject, claim)
        reviewed = self.complaints.replacement(complaint, complaint.reviewed())
        draft = proposals.draft(subject, claim, made, reviewed)
        # The board takes months, longer than a workflow waits.
        return replace(draft, waits=complaint.step != "board")

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task.

        Raises ``AlreadyDecided``, ``ComplaintDecidedBefore``, ``EmailMissing``, ``DenialReplaced``, and as
        ``ClaimDecisions.decide`` for what is granted.
        """
        complaint = self._subject(task)
        must_be_another_person(complaint, decision, self.tasks.decisions_before(task))
        if decision.decision == "approve" and is_in_force(self.claims.find(task.claim_id), complaint):
            return ClaimDecisions(self.tables).decide(
                task, decision, record, lambda claim: self._reopening(claim, task, decision)
            )
        must_be_answered_whole(decision)
        if decision.grant:
            raise DenialReplaced()
        return retry_on_conflict(lambda: self._answer(task, decision, record), ClaimChanged)

    def _reopening(
        self, claim: Claim, task: Task, decision: StaffDecision
    ) -> tuple[Claim, Sequence[Operation], Sequence[Event]]:
        before = self._subject(task)
        answered = before.answered(Determination.of(decision, task.answer))
        again = reopened_for(claim, before, decision)
        return again, [self.complaints.replacement(before, answered)], [_news(answered, decision)]

    def _answer(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        after, before = task.decide(decision), self._subject(task)
        claim = self.claims.find(task.claim_id)
        answered = before.answered(Determination.of(decision, task.answer))
        told = after_answer(claim.without_delay(task.task_id), before, decision)
        operations = [
            self.tasks.replacement(task, after),
            self.complaints.replacement(before, answered),
            *(self.claims.replacement(claim, told) if told.version != claim.version else ()),
        ]
        events = [news.decided(after, decision), _news(answered, decision)]
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _subject(self, task: Task) -> Complaint:
        assert isinstance(task.subject, ComplaintReview)
        return self.complaints.find(task.subject.complaint_id)


def _news(answered: Complaint, decision: StaffDecision) -> Event:
    """Returns the event that a complaint has its answer."""
    data = {**answered.named(), "outcome": answered.status}
    return Event("complaint.decided", decision.at, answered.payer, data)
