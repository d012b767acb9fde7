"""Register review: the network team decides whether a practitioner has the authorisation (F0-11)."""

from __future__ import annotations

from helsebro.errors import BadInput, Fault
from helsebro.events import Event
from helsebro.network.registers.register_check import CHECKED_EVENT
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import PractitionerReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class RegisterReview:
    """Decides the tasks ``authorisation-unverified``."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks, self.checks = on, DynamoTasks(on), DynamoRegisterChecks(on)
        self.practitioners = DynamoPractitioners(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task.

        After an approval the practitioner is verified, by the team. After a denial they count as not
        authorised: at the other fee, and without what only the authorised offer; the clinic gets a mail. So
        does whoever states the same number later, under any key and at any clinic.

        The decision counts for the details that the task is about: after a change of them it only closes the
        task. Raises ``AlreadyDecided``, ``RegisterCheckChanged``, and ``BadInput`` for anything but a plain
        approval or denial.
        """
        if decision.decision == "clarify" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-approve-or-deny", "")])
        assert isinstance(task.subject, PractitionerReview)
        after = task.decide(decision)
        check = self.checks.known(task.subject.practitioner_id)
        changes: list[Operation] = [self.tasks.replacement(task, after)]
        events = [news.closed(after, decision.at)]
        if check and check.task_id == task.task_id:
            confirmed = decision.decision == "approve"
            decided = check.decided(confirmed=confirmed, at=decision.at)
            judged, judgements = self.practitioners.judged(
                check.practitioner_id, check.registration, decision.at, confirmed=confirmed
            )
            changes += [self.checks.change(check, decided), *judged]
            events += judgements
            data = {**task.subject.ids(), "outcome": decided.outcome}
            events.append(Event(CHECKED_EVENT, decision.at, "", data, decided.clinic_id))
        self.tables.commit(changes, events=events, receipt=record(after))
        return after
