"""Hand-over: a child who turns 15 takes over the own cases, announced 30 days before (F4-20, F4-38)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.events import Event
from helsebro.identity.custody import Custody
from helsebro.ids import PersonId
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.tasks.follow_ups import FollowUps


@dataclass(frozen=True)
class HandOver:
    """Keeps what happened with the family, and makes an event for the child and for each guardian.

    The access of the guardians ends by itself. A child has a clock under each of its policies: only the first
    one that is due does something.
    """

    custodies: DynamoCustody = field(default_factory=DynamoCustody)
    follow_ups: FollowUps = field(default_factory=FollowUps)

    def announce(
        self, deadline: Deadline, _row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what stores the announcement, with its events ``handover.announced``."""
        return self._told(deadline, lambda family: family.announced(now), "handover.announced", now)

    def complete(
        self, deadline: Deadline, _row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what stores that the child has taken over, with its events ``handover.completed``.

        The tasks of who waited to be confirmed are closed: there is nothing to confirm any more.
        """
        return self._told(deadline, lambda family: family.handed_over(now), "handover.completed", now)

    def _told(
        self, deadline: Deadline, change: Callable[[Custody], Custody], kind: str, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        child = PersonId(deadline.subject_id)
        family = self.custodies.find(child)
        if family is None or (after := change(family)) is family:
            return [], []
        readers = {child: "child", **{guardian.person_id: "guardian" for guardian in family.guardians}}
        events = [
            Event(kind, now, deadline.payer, {"personId": reader, "childId": child, "to": to})
            for reader, to in readers.items()
        ]
        operations = self.custodies.storing(after)
        for proposal in family.proposed:
            if after.proposal(proposal.person_id, proposal.payer) is None:
                closing, closed = self.follow_ups.closing(proposal.task_id, now)
                operations, events = [*operations, *closing], [*events, *closed]
        return operations, events
