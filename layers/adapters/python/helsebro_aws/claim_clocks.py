"""The clocks of one case: that of the first answer, and once approved that of the treatment."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.claim import Claim
from helsebro.claim_deadline import Deadline, deadlines
from helsebro_aws import clock
from helsebro_aws.dynamo_bookings import DynamoBookings


@dataclass(frozen=True)
class ClaimClocks:
    """What the clocks are read from beside the claim."""

    bookings: DynamoBookings = field(default_factory=DynamoBookings)

    def of_claim(self, claim: Claim) -> tuple[Deadline, ...]:
        """Every clock that runs or has run (F4-06, R-1203, R-1204)."""
        at = clock.now()
        if claim.status != "approved":
            return deadlines(claim, at)
        # The terms, from which its working days are read, are loaded for none but approved cases.
        from helsebro.treatment_deadline import treatment_deadline

        treatment = treatment_deadline(claim, self.bookings.of_claim(claim.claim_id), at)
        return (*deadlines(claim, at), *([treatment] if treatment else []))
