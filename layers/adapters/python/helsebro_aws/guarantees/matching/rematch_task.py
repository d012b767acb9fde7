"""Rematch task: staff match the client of a guarantee anew, whom its clinic or practitioner does not treat.

It is a task of the claim's own staff, and only for a guarantee that is still in force.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro.tasks.declined_match import DeclinedMatch
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.practitioner_left import PractitionerLeft
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Task
from helsebro_aws.tasks.reviews import REVIEWS

RematchReason = Literal["practitioner-left", "match-declined"]


def is_to_be_matched(guarantee: Guarantee, at: datetime) -> bool:
    """Returns whether there is a client to match anew: the guarantee is in force."""
    return guarantee.status_on(local_day(at, guarantee.country)) == "active"


def rematch_task(
    guarantee: Guarantee,
    reason: RematchReason,
    happening: str,
    at: datetime,
    *,
    left: PractitionerLeft | None = None,
    declined: DeclinedMatch | None = None,
) -> Task:
    """Returns the task; ``happening`` tells apart what happened to one guarantee more than once."""
    return follow_up(
        "claims",
        ClaimReview(guarantee.claim_id),
        reason,
        f"{guarantee.guarantee_id}#{happening}",
        at,
        REVIEWS["claims"].within,
        left=left,
        declined=declined,
    )
