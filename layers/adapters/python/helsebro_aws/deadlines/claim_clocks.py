"""The deadlines of one case: for the first answer, and once the claim is approved for the treatment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helsebro.claims.claim import Claim
from helsebro.deadlines.claim_deadline import ShownDeadline, deadlines
from helsebro.ids import ClaimId
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.bookings.booking import Booking


def bookings_of(claim_id: ClaimId) -> Iterable[Booking]:
    """Returns the bookings of a case; their code is loaded only here, since only approved claims need it."""
    from helsebro_aws.bookings.dynamo_bookings import DynamoBookings

    return DynamoBookings().of_claim(claim_id)


@dataclass(frozen=True)
class ClaimClocks:
    """Where the deadlines of a claim come from, beside the claim itself."""

    bookings: Callable[[ClaimId], Iterable[Booking]] = bookings_of

    def of_claim(self, claim: Claim) -> tuple[ShownDeadline, ...]:
        """Returns every deadline that runs or has ended (F4-06, R-1203, R-1204)."""
        at = clock.now()
        if claim.status != "approved":
            return deadlines(claim, at)
        from helsebro.deadlines.treatment_deadline import treatment_deadline

        treatment = treatment_deadline(claim, self.bookings(claim.claim_id), at)
        return (*deadlines(claim, at), *([treatment] if treatment else []))
