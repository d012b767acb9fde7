"""Consents in the ``cases`` table: one item a decision, ``{payer}#{claimId}`` / ``CONSENT#{decidedAt}``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims import consent
from helsebro.claims.claim import Claim
from helsebro.claims.claim_events import consent_withdrawn
from helsebro.claims.consent import Consent, returns
from helsebro.claims.consenting.passing_on import passes_on
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.claims.recorded.recorded_event import recorded
from helsebro.events import Event
from helsebro.ids import ClaimId, ClinicId
from helsebro_aws.claims.consenting.decisions import Decided, decide, decisions
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.keys import CONSENTS, claim_partition
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Tables, tables


class DynamoConsents:
    """Stores decisions on consent.

    ``clinics_at_work`` returns the clinics of a case. They are notified of a withdrawal, because from then on
    they may pass nothing on (F4-14). ``told_again`` returns what they are told when the consent is back.
    """

    def __init__(
        self,
        clinics_at_work: Callable[[ClaimId], Sequence[ClinicId]],
        told_again: Callable[[ClaimId, datetime], Sequence[Event]],
        on: Tables = tables,
    ) -> None:
        self.clinics_at_work, self.told_again, self.tables = clinics_at_work, told_again, on
        self.claims = DynamoClaims(on)

    def history(self, claim_id: ClaimId) -> list[Consent]:
        """Returns the decisions on the consent of a case, newest first."""
        return [made for made in decisions(claim_id, self.tables) if made.clinic_id is None]

    def decide(
        self,
        claim_id: ClaimId,
        given: bool,
        by: Caller,
        evidence: DecisionEvidence | None = None,
        read: str | None = None,
    ) -> Claim:
        """Stores a yes or a no, which staff record with its evidence, and returns the claim.

        ``read`` is the version of the text that the caller read, if it says so. The same decision again
        changes nothing. Raises what ``consent.decide`` raises.
        """

        def decided(claim: Claim, at: datetime) -> Decided:
            # After the claim: a decision that is stored in between makes the commit fail.
            newest = self._newest(claim_id) if evidence else None
            return consent.decide(claim, given, by, at, evidence, newest, read)

        return decide(self.claims, claim_id, decided, self._events)

    def withdraw(self, claim_id: ClaimId, by: Caller) -> Claim:
        """Stores a withdrawal and returns the claim; without a consent in force it changes nothing."""
        return decide(self.claims, claim_id, lambda claim, at: consent.withdraw(claim, by, at), self._events)

    def _newest(self, claim_id: ClaimId) -> Consent | None:
        table, pk = self.tables.settings.cases_table, claim_partition(claim_id)
        items = self.tables.query_all(table, pk, begins=CONSENTS, newest_first=True, page_size=1)
        return next((from_item(Consent, item) for item in items), None)

    def _events(self, before: Claim, claim: Claim, made: Consent) -> list[Event]:
        told = recorded(claim, "case", made.status, made.evidence, made.decided_at)
        return [*self._of_decision(before, claim, made), *told]

    def _of_decision(self, before: Claim, claim: Claim, made: Consent) -> list[Event]:
        data, at = {"claimId": claim.claim_id}, made.decided_at
        if made.status != "withdrawn":
            again = self.told_again(claim.claim_id, at) if returns(before, made) else ()
            told = [event for event in again if passes_on(claim, event.clinic_id)]
            return [Event(f"consent.{made.status}", at, claim.payer, data), *told]
        clinics: list[ClinicId | None] = [*self.clinics_at_work(claim.claim_id)] or [None]
        told = [consent_withdrawn(claim, clinic, at) for clinic in clinics]
        # A clinic hears the same when it alone loses the case, which ends no clock of the case.
        return [*told, Event("case-consent.withdrawn", at, claim.payer, data)]
