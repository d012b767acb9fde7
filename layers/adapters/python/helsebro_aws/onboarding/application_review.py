"""Application review: an odd application becomes a task for the network team; any other needs no decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId
from helsebro.onboarding.oddity import oddities
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ClinicReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_clinic_traces import DynamoClinicTraces
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.tasks.draft import Draft
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class ApplicationReview:
    """Proposes and decides the tasks of odd applications."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks = on, DynamoTasks(on)
        self.clinics, self.traces = DynamoClinics(on), DynamoClinicTraces(on)

    def propose(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the application of the clinic ``clinicId``. Raises ``NotFound``.

        It needs the staff only when something is odd about it.
        """
        clinic = self.clinics.find(ClinicId(ids["clinicId"]))
        sharing = self.traces.sharing(clinic)
        others = self.clinics.find_many(sharing) if sharing else {}
        odd = oddities(clinic, others.values())
        return Draft(ClinicReview(clinic.clinic_id), needs_staff=bool(odd), oddities=odd)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; its workflow sends the contract, or ends the onboarding.

        Raises ``AlreadyDecided``, and ``BadInput`` for anything but a plain approval or denial.
        """
        if decision.decision == "clarify" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-approve-or-deny", "")])
        after = task.decide(decision)
        self.tables.commit(
            [self.tasks.replacement(task, after)],
            events=[news.decided(after, decision)],
            receipt=record(after),
        )
        return after
