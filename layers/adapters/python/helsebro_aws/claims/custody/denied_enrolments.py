"""Denied enrolments: of a child whose second family underwriting denied, until the company removes them."""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.events import Event
from helsebro.identity.custody import Custody
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import FamilyReview
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.follow_ups import FollowUps

REMOVED_WITHIN = timedelta(days=14)
"""It opens nothing meanwhile, but the child stays on the company's list."""


class DeniedEnrolments:
    """Opens the task that asks for the removal, in the commit of the denial."""

    def __init__(self, on: Tables = tables) -> None:
        self.follow_ups = FollowUps(on)

    def removing(self, before: Custody, after: Custody, at: datetime) -> tuple[list[Operation], list[Event]]:
        """Returns what a commit needs to open a task for each proposal that underwriting denied with it."""
        if not (after.notes and after.notes[-1].by == "underwriting"):
            return [], []
        operations: list[Operation] = []
        events: list[Event] = []
        for denied in after.refused:
            if any(each.task_id == denied.task_id for each in before.refused):
                continue
            subject = FamilyReview(denied.policy_id, after.person_id, denied.person_id)
            # The task that was denied names the denial: a later one is of another proposal.
            about = f"{denied.task_id}:{len(after.notes)}"
            task = follow_up("underwriting", subject, "enrolment-denied", about, at, REMOVED_WITHIN)
            creation, opened = self.follow_ups.opening(task)
            operations, events = [*operations, creation], [*events, opened]
        return operations, events
