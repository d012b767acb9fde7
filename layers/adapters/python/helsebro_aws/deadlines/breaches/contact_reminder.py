"""Contact reminder: notifies a clinic that it should contact a client soon (F1-10, F1-16)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.claims.consenting.passing_on import passes_on
from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.events import Event
from helsebro.guarantees.extension import CRISIS
from helsebro.ids import ClaimId, GuaranteeId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees


@dataclass(frozen=True)
class ContactReminder:
    """Makes the webhook ``contact.due``.

    It comes with the warning only: ``guarantee.issued`` has notified the clinic at the start of the clock.
    """

    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    claims: DynamoClaims = field(default_factory=DynamoClaims)

    def remind(
        self, deadline: Deadline, row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the event for the clinic; none when the member's consent is not in force (F4-16)."""
        run, claim_id = deadline.reading(row), ClaimId(deadline.case_id)
        assert run
        guarantee = self.guarantees.find(GuaranteeId(deadline.subject_id))
        if not passes_on(self.claims.find(claim_id), guarantee.clinic_id):
            return [], []
        data = {
            "guaranteeId": guarantee.guarantee_id,
            "claimId": claim_id,
            "dueAt": instant(run.due_at),
            "by": "phone" if guarantee.treatment == CRISIS else "phone-or-sms",
        }
        return [], [Event("contact.due", now, deadline.payer, data, guarantee.clinic_id)]
