"""Enrolled children: what an enrolment as a child changes of the child's family (F4-23).

The first family counts as confirmed. An enrolment into another one proposes a guardian, which opens nothing,
and a task for the underwriting of its payer.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.events import Event
from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.ids import PersonId
from helsebro.policies.insured import Insured
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import FamilyReview
from helsebro_aws.claims.custody.families import Families, empty_family
from helsebro_aws.claims.custody.family_news import family_changed, guardians_told
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.follow_ups import FollowUps

DECIDED_WITHIN = timedelta(days=3)
"""The employee may be the other parent, and waits."""


class EnrolledChildren:
    """Returns what an enrolment stores of a family, in its own commit."""

    def __init__(self, on: Tables = tables) -> None:
        self.families, self.follow_ups = Families(on), FollowUps(on)

    def enrolling(self, child: Insured, at: datetime) -> tuple[list[Operation], list[Event]]:
        """Returns the operations and events for the enrolment of a child under 15; none for anyone else.

        The operations fail with ``CustodyChanged`` when the family has changed since it was read.
        """
        guardian_id = child.main_insured_person_id
        if child.relation != "child" or guardian_id is None or empty_family(child).is_over(at):
            return [], []
        known = self.families.known(child.person_id)
        if known is None:
            first = Guardian(guardian_id, child.payer, at, "first-family")
            return self._storing(empty_family(child).begun(first)), []
        if not known.knows(guardian_id, child.payer):
            return self._proposing(known, child, guardian_id, at)
        # Stored from now on, so that a later enrolment is not taken for one of before.
        return (self._storing(known) if known.version == 0 else []), []

    def _proposing(
        self, known: Custody, child: Insured, guardian_id: PersonId, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        subject = FamilyReview(child.policy_id, child.person_id, guardian_id)
        about = f"{child.person_id}:{guardian_id}:{known.version}"
        task = follow_up("underwriting", subject, "guardian-unconfirmed", about, at, DECIDED_WITHIN)
        creation, opened = self.follow_ups.opening(task)
        after = known.with_proposal(guardian_id, child.payer, child.policy_id, task.task_id, at)
        told = family_changed(child.payer, child.person_id, guardian_id, "proposed", at)
        concerned = guardians_told(child.payer, (known, after), guardian_id, "proposed", at)
        return [*self._storing(after), creation], [opened, told, *concerned]

    def _storing(self, family: Custody) -> list[Operation]:
        return self.families.custodies.storing(family)
