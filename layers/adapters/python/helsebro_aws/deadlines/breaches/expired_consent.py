"""Expired consent: its year is over, and the clinics of the case hear of it as of a withdrawal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.claim_events import consent_withdrawn
from helsebro.claims.consenting.clinic_consent_id import clinic_consent_id
from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, ClinicId
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Operation


@dataclass(frozen=True)
class ExpiredConsent:
    """Makes the webhook ``consent.withdrawn`` for the clinics at work on a case."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    at_work: Callable[[ClaimId], Sequence[ClinicId]] = clinics_at_work

    def tell_clinics(
        self, deadline: Deadline, _row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the event for each clinic of the case; none when the consent was renewed."""
        claim = self._claim(deadline)
        if claim is None or claim.consent != "expired":
            return [], []
        return [], [consent_withdrawn(claim, clinic_id, now) for clinic_id in self.at_work(claim.claim_id)]

    def tell_clinic(
        self, deadline: Deadline, _row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the event for the clinic whose consent expired; none when it was renewed.

        A clinic that had lost the case already, with its own consent, hears nothing more.
        """
        claim = self._claim(deadline)
        if claim is None or claim.consent != "given":
            return [], []
        expired = {
            about.clinic_id
            for about in claim.clinic_consents
            if about.status == "expired"
            and clinic_consent_id(claim.claim_id, about.clinic_id) == deadline.subject_id
        }
        lost = [clinic_id for clinic_id in self.at_work(claim.claim_id) if clinic_id in expired]
        return [], [consent_withdrawn(claim, clinic_id, now) for clinic_id in lost]

    def _claim(self, deadline: Deadline) -> Claim | None:
        try:
            return self.claims.find(ClaimId(deadline.case_id))
        except NotFound:
            return None
