"""Refused clinic: staff match a client anew who does not let the case go to the clinic (F4-15).

The task ends with the client's yes: then there is no one to match anew.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.tasks.declined_match import DeclinedMatch
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.rematch_task import is_to_be_matched, rematch_task
from helsebro_aws.tasks.follow_ups import FollowUps


def matched_anew(claim: Claim, clinic_id: ClinicId, at: datetime) -> tuple[list[Operation], list[Event]]:
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


def client_kept(claim: Claim, clinic_id: ClinicId, at: datetime) -> tuple[list[Operation], list[Event]]:
    """Returns what closes the tasks of a no to the clinic after the client's yes, with their events."""
    follow_ups = FollowUps()
    operations: list[Operation] = []
    events: list[Event] = []
    for task in follow_ups.tasks.open_of_claim(claim.claim_id):
        refused = task.declined
        if refused and (refused.reason, refused.clinic_id) == ("member-refused", clinic_id):
            closing, closed = follow_ups.closing(task.task_id, at)
            operations += closing
            events += closed
    return operations, events
