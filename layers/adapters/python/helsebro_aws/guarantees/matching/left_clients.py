"""Left clients: guarantees with sessions left that are bound to a practitioner who left the clinic (F1-18).

Each becomes a task of the staff, who match the client anew. Sessions that are booked stay until they are held
or cancelled (F0-21).
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PractitionerId
from helsebro.tasks.practitioner_left import PractitionerLeft
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.rematch_task import is_to_be_matched, rematch_task
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import TaskExists
from helsebro_aws.tasks.follow_ups import FollowUps


class LeftClients:
    """Opens the tasks about the clients of practitioners who left."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.guarantees, self.follow_ups = on, DynamoGuarantees(on), FollowUps(on)
        self.practitioners = DynamoPractitioners(on)

    def run(self, practitioner_id: PractitionerId) -> int:
        """Opens a task for each guarantee with sessions left; returns how many there are.

        Run again it opens none. A practitioner who is back at the clinic has no task. Raises ``NotFound``.
        """
        practitioner, at = self.practitioners.find(practitioner_id), clock.now()
        if practitioner.ended_at is None:
            return 0
        found = 0
        for guarantee in self.guarantees.bound_to(practitioner_id):
            if is_to_be_matched(guarantee, at):
                self._open(_task(guarantee, practitioner_id, practitioner.ended_at, at))
                found += 1
        return found

    def _open(self, task: Task) -> None:
        creation, opened = self.follow_ups.opening(task)
        with suppress(TaskExists):
            self.tables.commit([creation], events=[opened])


def _task(guarantee: Guarantee, left: PractitionerId, ended_at: datetime, at: datetime) -> Task:
    assert guarantee.clinic_id
    return rematch_task(
        guarantee,
        "practitioner-left",
        # They may come back and leave again.
        f"{left}#{ended_at.isoformat()}",
        at,
        left=PractitionerLeft(guarantee.guarantee_id, guarantee.clinic_id, left, guarantee.sessions_left),
    )
