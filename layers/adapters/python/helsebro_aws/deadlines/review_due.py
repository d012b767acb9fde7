"""Review due: when the task of a claim's review is due, as the member was promised (F4-06, F4-08)."""

from __future__ import annotations

from datetime import datetime

from helsebro.deadlines.first_answer import review_due
from helsebro.tasks.subject import ClaimReview, Subject
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables


class ReviewDue:
    """Reads the clock of a claim."""

    def __init__(self, on: Tables = tables) -> None:
        self.claims = DynamoClaims(on)

    def of(self, subject: Subject, at: datetime) -> datetime | None:
        """Returns when the first answer of a claim is due as of ``at``; None for any other subject.

        A question has moved it by the time that the member took to answer. Raises ``NotFound``.
        """
        return (
            review_due(self.claims.find(subject.claim_id), at) if isinstance(subject, ClaimReview) else None
        )
