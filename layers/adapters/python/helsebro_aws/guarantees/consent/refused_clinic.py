"""Refused clinic: staff match a client anew who does not let the case go to the clinic (F4-15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.consenting.passing_on import passes_on
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.tasks import news
from helsebro.tasks.declined_match import DeclinedMatch
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.rematch_task import is_to_be_matched, rematch_task
from helsebro_aws.tasks.follow_ups import FollowUps


def matched_anew(
    before: Claim, after: Claim, clinic_id: ClinicId, at: datetime
) -> tuple[list[Operation], list[Event]]:
    """Returns what opens the tasks of a clinic that loses the case, or closes those of one that gets it back.

    A task is for each guarantee in force that is for the clinic.
    """
    had, has = passes_on(before, clinic_id), passes_on(after, clinic_id)
    if had == has:
        return [], []
    return _closed(after, clinic_id, at) if has else _opened(after, clinic_id, at)


def _closed(claim: Claim, clinic_id: ClinicId, at: datetime) -> tuple[list[Operation], list[Event]]:
    """Returns what closes the open tasks that a no to the clinic brought: there is a yes again.

    Where staff decide a task at the same moment, the commit is tried again, and finds it closed.
    """
    follow_ups = FollowUps()
    operations: list[Operation] = []
    events: list[Event] = []
    for task in follow_ups.tasks.open_of_claim(claim.claim_id):
        declined = task.declined
        if declined and (declined.clinic_id, declined.reason) == (clinic_id, "member-refused"):
            replacement = follow_ups.tasks.replacement(task, task.closed())
            operations.append(replace(replacement, otherwise=ClaimChanged()))
            events.append(news.closed(task, at))
    return operations, events


def _opened(claim: Claim, clinic_id: ClinicId, at: datetime) -> tuple[list[Operation], list[Event]]:
    """Returns a task, with its event, for each guarantee in force that is for the refused clinic.

    It suggests no one: the search for the guarantee leaves the clinic out. The guarantee stays as it is until
    staff match it: booked sessions stay, and the member may say yes again.
    """
    bound = [each for each in DynamoGuarantees().of_claim(claim.claim_id) if each.clinic_id == clinic_id]
    waiting = [guarantee for guarantee in bound if is_to_be_matched(guarantee, at)]
    operations: list[Operation] = []
    events: list[Event] = []
    for guarantee in waiting:
        who = guarantee.practitioner_id
        declined = DeclinedMatch(guarantee.guarantee_id, clinic_id, "member-refused", who)
        happening = f"refused#{claim.version}"
        task = rematch_task(guarantee, "match-declined", happening, at, declined=declined)
        creation, opened = FollowUps().opening(task)
        operations.append(creation)
        events.append(opened)
    return operations, events
