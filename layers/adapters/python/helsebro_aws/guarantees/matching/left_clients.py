"""Left clients: guarantees with sessions left that are bound to a practitioner who left the clinic (F1-18).

So are those of one who lost the authorisation that the treatment needs. Each becomes a task of the staff, who
match the client anew, and is bound to no one any more, so that the member may also book elsewhere. Sessions
that are booked stay until they are held or cancelled (F0-21), and until then, and after what was held, their
clinic keeps the client in its list.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.match import unbound
from helsebro.ids import GuaranteeId, PractitionerId
from helsebro.tasks.practitioner_left import PractitionerLeft
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.guarantees.matching import match_events, stored_match
from helsebro_aws.guarantees.matching.match import SessionsOf
from helsebro_aws.guarantees.matching.rematch_task import is_to_be_matched, rematch_task
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import TaskExists
from helsebro_aws.tasks.follow_ups import FollowUps


class LeftClients:
    """Opens the tasks about the clients of practitioners who left.

    ``sessions_of`` returns the sessions of a guarantee that are not cancelled.
    """

    def __init__(self, sessions_of: SessionsOf, on: Tables = tables) -> None:
        self.sessions_of = sessions_of
        self.tables, self.guarantees, self.follow_ups = on, DynamoGuarantees(on), FollowUps(on)
        self.practitioners = DynamoPractitioners(on)

    def run(self, practitioner_id: PractitionerId) -> int:
        """Opens a task for each guarantee with sessions left, and unbinds it; returns how many there are.

        Run again it opens none. A practitioner who still treats has no task. Raises ``NotFound``.
        """
        practitioner = self.practitioners.find(practitioner_id)
        since = practitioner.ended_at or practitioner.denied_on
        if since is None:
            return 0
        found = 0
        for guarantee in self.guarantees.bound_to(practitioner_id):
            is_active = is_to_be_matched(guarantee, clock.now())
            if is_active and practitioner.has_given_up(guarantee.treatment):
                self._follow(guarantee.guarantee_id, practitioner_id, since.isoformat())
                found += 1
        return found

    def _follow(self, guarantee_id: GuaranteeId, left: PractitionerId, since: str) -> None:
        def once() -> None:
            before, at = self.guarantees.find(guarantee_id), clock.now()
            if before.practitioner_id != left:
                return
            after = unbound(before)
            creation, opened = self.follow_ups.opening(_task(before, left, since, at))
            changes = self._changes(before, after) if after != before else []
            events = match_events.of_leaving(before, at) if changes else []
            try:
                self.tables.commit([creation, *changes], events=[opened, *events])
            except TaskExists:
                # The staff know already; it was left bound before, or its course has ended.
                if changes:
                    self.tables.commit(changes, events=events)

        retry_on_conflict(once, GuaranteeChanged)

    def _changes(self, before: Guarantee, after: Guarantee) -> list[Operation]:
        sessions = self.sessions_of(before.guarantee_id)
        return stored_match.bound(self.guarantees.table, before, after, sessions)


def _task(guarantee: Guarantee, left: PractitionerId, since: str, at: datetime) -> Task:
    assert guarantee.clinic_id
    return rematch_task(
        guarantee,
        "practitioner-left",
        # They may come back and leave again.
        f"{left}#{since}",
        at,
        left=PractitionerLeft(guarantee.guarantee_id, guarantee.clinic_id, left, guarantee.sessions_left),
    )
