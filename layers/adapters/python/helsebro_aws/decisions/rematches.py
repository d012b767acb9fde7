"""Rematches: staff close the task about a client who needs another clinic, once there is one (F1-18)."""

from __future__ import annotations

from helsebro.claims.consenting.passing_on import clinics_closed
from helsebro.errors import BadInput, Fault
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId, PractitionerId
from helsebro.local_day import local_day
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Record, Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.tasks.follow_ups import FollowUps


class Rematches:
    """Decides the tasks ``match-declined`` and ``practitioner-left``."""

    def __init__(self, on: Tables = tables) -> None:
        self.guarantees, self.follow_ups = DynamoGuarantees(on), FollowUps(on)
        self.claims = DynamoClaims(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the closed task.

        Raises ``AlreadyDecided``, and ``BadInput`` for anything but an approval, and for one without a reason
        while the client has no one who treats.
        """
        if not decision.reason and self._waits(task):
            raise BadInput([Fault("/reason", "match-or-reason", "")])
        return self.follow_ups.decide(task, decision, record)

    def _waits(self, task: Task) -> bool:
        """Whether the guarantee of the task can be used, and no one treats under it."""
        about = task.declined or task.left
        assert about
        guarantee = self.guarantees.find(GuaranteeId(about.guarantee_id))
        is_active = guarantee.status_on(local_day(clock.now(), guarantee.country)) == "active"
        if task.declined and task.declined.reason == "member-refused":
            # A refused guarantee stays with its clinic until it is matched: the member may say yes again.
            claim = self.claims.find(guarantee.claim_id)
            return is_active and guarantee.clinic_id in (None, *clinics_closed(claim))
        return is_active and not _is_with_another(guarantee, task.left.practitioner_id if task.left else None)


def _is_with_another(guarantee: Guarantee, left: PractitionerId | None) -> bool:
    return guarantee.clinic_id is not None and (left is None or guarantee.practitioner_id != left)
