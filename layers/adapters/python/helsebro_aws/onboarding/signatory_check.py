"""Signatory check: the network team decides whether a person with another name may sign (F0-03)."""

from __future__ import annotations

from helsebro.errors import BadInput, Fault
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ClinicReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts, happened
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


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
