"""Signatory check: the network team decides whether a person with another name may sign (F0-03).

Its task closes with the contract: once it is signed, declined or expired there is nothing to decide.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.errors import BadInput, Fault
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ClinicContract
from helsebro.tasks import news
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ClinicReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts, happened
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps

CHECKED_WITHIN = timedelta(days=3)
"""How long the network team may take to check who signs."""


class SignatoryCheck:
    """Decides the tasks ``signatory-differs``."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks, self.contracts = on, DynamoTasks(on), DynamoContracts(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; an accepted person can sign the contract, a refused one cannot.

        A contract that has ended meanwhile stays as it is. Raises ``AlreadyDecided``, and ``BadInput`` for
        anything but a plain approval or denial.
        """
        if decision.decision == "clarify" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-approve-or-deny", "")])
        assert isinstance(task.subject, ClinicReview)
        after = task.decide(decision)
        contract = self.contracts.known(task.subject.clinic_id)
        changes: list[Operation] = [self.tasks.replacement(task, after)]
        events = [news.closed(after, decision.at)]
        if contract and contract.is_open and contract.in_review:
            accepted = decision.decision == "approve"
            answered = contract.answered(accepted=accepted)
            changes.append(self.contracts.change(contract, answered))
            events.append(happened("signatory.accepted" if accepted else "signatory.refused", answered))
        self.tables.commit(changes, events=events, receipt=record(after))
        return after


def task_of(clinic_id: ClinicId, version: int, at: datetime) -> Task:
    """Returns the task about who wants to sign the contract that has this version."""
    about = f"{clinic_id}:{version}"
    return follow_up("onboarding", ClinicReview(clinic_id), "signatory-differs", about, at, CHECKED_WITHIN)


def settling(
    follow_ups: FollowUps, before: ClinicContract, at: datetime
) -> tuple[list[Operation], list[Event]]:
    """Returns what a commit needs that ends the contract: it closes the task about it, if one is open.

    While the team checks a person, the contract has the version after the one that the task is about.
    """
    if before.in_review is None:
        return [], []
    return follow_ups.closing(task_of(before.clinic_id, before.version - 1, at).task_id, at)
