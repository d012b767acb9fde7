"""Late papers: one that no one waits for is a task of the health team, so that someone reads it (F4-43)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from helsebro.claims.claim import Claim
from helsebro.claims.facts.late_paper import REPLY_HOURS, comes_late, is_in_first_review
from helsebro.documents.document import Document
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClaimReview
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps


class LatePapers:
    """Opens the tasks. ``answered`` say whether something about a claim was asked and answered before."""

    def __init__(self, on: Tables = tables, answered: Sequence[Callable[[ClaimId], bool]] = ()) -> None:
        self.tasks, self.follow_ups, self.answered = DynamoTasks(on), FollowUps(on), answered

    def opening(
        self, before: Claim, after: Claim, document: Document, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what opens a task for a paper, or adds it to the one that is open; nothing for any other.

        A task that gets a paper more has a new version, so that no one closes it who has not seen the paper.
        The operation then fails with ``TaskChanged``.
        """
        if not comes_late(before, after, document.file_type) or self._is_read_in_review(before):
            return [], []
        found = self.tasks.open_of_claim(before.claim_id)
        known = next((task for task in found if task.reason == "paper-arrived"), None)
        if known:
            return [self.tasks.with_more(known)], []
        within = timedelta(hours=REPLY_HOURS)
        subject = ClaimReview(before.claim_id)
        task = follow_up("claims", subject, "paper-arrived", document.document_id, at, within)
        creation, opened = self.follow_ups.opening(task)
        return [creation], [opened]

    def _is_read_in_review(self, claim: Claim) -> bool:
        return is_in_first_review(claim) and not any(each(claim.claim_id) for each in self.answered)
