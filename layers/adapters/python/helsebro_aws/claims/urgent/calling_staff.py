"""Calling the staff: a task to do now, and a mail, for acute words outside the messages of a case (F3-22).

Words in a message stand first in the inbox instead (``messages.thread``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from helsebro.claims.urgent.acute_need import AcuteNeed, first_need
from helsebro.claims.urgent.acute_words import needs_in
from helsebro.claims.urgent.staff_call import staff_called
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro.tasks.task import TaskReason
from helsebro_aws.dynamodb.tables import Operation, Tables, tables

READ_WITHIN: Final = timedelta(hours=1)
"""From when the task is late: someone is to read the words now."""
REASONS: Mapping[AcuteNeed, TaskReason] = {"acute": "words-acute", "crisis": "words-crisis"}


def calling_staff(
    claim_id: ClaimId, payer: str, by: str, at: datetime, *words: str | None, on: Tables = tables
) -> tuple[list[Operation], list[Event]]:
    """Returns what a commit needs to call the staff to words that ``by`` just wrote in a case (``FactRole``).

    Nothing for words that can wait, or that the staff wrote down themselves.
    """
    need = first_need(needs_in(*words)) if by != "caseworker" else None
    if need is None:
        return [], []
    # Here, so that words about anything else load no code of tasks.
    from helsebro.tasks.follow_up import follow_up
    from helsebro.tasks.subject import ClaimReview
    from helsebro_aws.tasks.follow_ups import FollowUps

    about = f"{claim_id}:{at.isoformat()}"
    task = follow_up("claims", ClaimReview(claim_id), REASONS[need], about, at, READ_WITHIN)
    creation, opened = FollowUps(on).opening(task)
    return [creation], [opened, staff_called(payer, {"claimId": claim_id, "queue": "claims"}, at)]
