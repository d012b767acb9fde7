"""Review due: when the task of a review is due, as the member was promised (F4-06, F4-08, F3-21)."""

from __future__ import annotations

from datetime import datetime

from helsebro.deadlines.first_answer import review_due
from helsebro.tasks.subject import ClaimReview, ComplaintReview, Subject
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.dynamodb.tables import Tables, tables


class ReviewDue:
    """Reads the clock of a claim or a complaint."""

    def __init__(self, on: Tables = tables) -> None:
        self.claims, self.complaints = DynamoClaims(on), DynamoComplaints(on)

    def of(self, subject: Subject, at: datetime) -> datetime | None:
        """Returns when the first answer of a claim, or that of a complaint, is due as of ``at``.

        None for any other subject, and for the board of complaints. A question has moved it by the time that
        the member took to answer. Raises ``NotFound``.
        """
        if isinstance(subject, ComplaintReview):
            return self.complaints.find(subject.complaint_id).due_at
        if isinstance(subject, ClaimReview):
            return review_due(self.claims.find(subject.claim_id), at)
        return None
