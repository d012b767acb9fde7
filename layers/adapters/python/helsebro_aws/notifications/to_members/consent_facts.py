"""What a reminder says of a consent that expires: its last day (F4-13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.guarantees.case_over import needs_no_consent
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro.occurrence import Occurrence
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.session_facts import NothingToSay, Variables, needed
from helsebro_aws.platform import clock

A_DAY = timedelta(days=1)
DECIDED: frozenset[ConsentState] = frozenset({"given", "refused", "withdrawn"})


class ConsentFacts:
    """Reads the consents of cases, and the deadlines of those that belong to none.

    A consent is in force until the day before the one on which it expires, as its receipt says.
    """

    def __init__(self, claims: DynamoClaims, guarantees: DynamoGuarantees) -> None:
        self.claims, self.guarantees = claims, guarantees

    @property
    def readers(self) -> Mapping[str, Callable[[Occurrence], Variables]]:
        """Kind → what reads its variables."""
        return {
            "consent-expiring": self._of_case,
            "consent-asked-again": self._asked_again,
            "clinic-consent-expiring": self._to_clinic,
            "general-consent-expiring": self._of_no_case,
            "contact-consent-expiring": self._of_no_case,
        }

    def _of_case(self, cause: Occurrence) -> Variables:
        claim = self.claims.find(ClaimId(cause.case_id))
        self._must_go_on(claim)
        return _until(needed(claim.consent_expires_on))

    def _asked_again(self, cause: Occurrence) -> Variables:
        """Says nothing once someone has decided since."""
        claim = self.claims.find(ClaimId(cause.case_id))
        self._must_go_on(claim)
        if claim.consent in DECIDED:
            raise NothingToSay
        return {}

    def _to_clinic(self, cause: Occurrence) -> Variables:
        self._must_go_on(self.claims.find(ClaimId(str(cause.data["claimId"]))))
        return self._of_no_case(cause)

    def _of_no_case(self, cause: Occurrence) -> Variables:
        return _until(local_day(datetime.fromisoformat(cause.data["dueAt"])))

    def _must_go_on(self, claim: Claim) -> None:
        """Raises ``NothingToSay`` about the consent of a case that is over, which needs none any more."""
        if needs_no_consent(claim, self.guarantees.of_claim(claim.claim_id), clock.now()):
            raise NothingToSay


def _until(expires_on: date) -> Variables:
    return {"day": (expires_on - A_DAY).isoformat()}
