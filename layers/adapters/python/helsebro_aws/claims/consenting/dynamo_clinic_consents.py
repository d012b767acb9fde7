"""Consents to clinics: stored on the claim, with each decision beside those on the consent of the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.claim_events import consent_withdrawn
from helsebro.claims.consent import Consent
from helsebro.claims.consenting.clinic_consent_id import clinic_consent_id
from helsebro.claims.consenting.decide_clinic import decide_about, withdraw_from
from helsebro.claims.consenting.passing_on import passes_on
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.claims.recorded.recorded_event import recorded
from helsebro.events import Event
from helsebro.ids import ClaimId, ClinicId
from helsebro_aws.claims.consenting.decisions import Decided, decide, decisions
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.platform import clock

ConsentEffect: TypeAlias = Callable[[Claim, ClinicId, datetime], tuple[list[Operation], list[Event]]]
"""Returns what the commit of a decision does beside, with its events."""


class DynamoClinicConsents:
    """Stores what members decide about clinics.

    ``clinics_at_work`` returns the clinics of a case: one of them is notified when it loses the case.
    ``told_again`` returns what the clinics are told when a consent is back. ``matched_anew`` returns the
    tasks of the staff, and their events, when a clinic that is to treat loses the case, and ``client_kept``
    what closes them when it gets the case back.
    """

    def __init__(
        self,
        clinics_at_work: Callable[[ClaimId], Sequence[ClinicId]],
        told_again: Callable[[ClaimId, datetime], Sequence[Event]],
        matched_anew: ConsentEffect,
        client_kept: ConsentEffect,
        on: Tables = tables,
    ) -> None:
        self.clinics_at_work, self.told_again, self.tables = clinics_at_work, told_again, on
        self.matched_anew, self.client_kept = matched_anew, client_kept
        self.claims = DynamoClaims(on)

    def history(self, claim_id: ClaimId, clinic_id: ClinicId) -> list[Consent]:
        """Returns the decisions about one clinic in a case, newest first."""
        return [made for made in decisions(claim_id, self.tables) if made.clinic_id == clinic_id]

    def decide(
        self,
        claim_id: ClaimId,
        clinic_id: ClinicId,
        given: bool,
        read: str | None,
        by: Caller,
        evidence: DecisionEvidence | None = None,
    ) -> Claim:
        """Stores a yes or a no, which staff record with its evidence, and returns the claim.

        The same decision again changes nothing. ``read`` is the version of the text that the caller read, if
        it says so. Raises ``BadInput`` when it is no longer the one to decide on, and what ``decide_about``
        raises.
        """

        def rule(claim: Claim, at: datetime) -> Decided:
            # After the claim: a decision that is stored in between makes the commit fail.
            newest = next(iter(self.history(claim_id, clinic_id)), None) if evidence else None
            return decide_about(claim, clinic_id, given, read, by, at, evidence, newest)

        return self._change(claim_id, clinic_id, rule)

    def withdraw(self, claim_id: ClaimId, clinic_id: ClinicId, by: Caller) -> Claim:
        """Stores a withdrawal and returns the claim; where nothing was passed on it changes nothing."""

        def rule(claim: Claim, at: datetime) -> Decided:
            return withdraw_from(claim, clinic_id, by, at)

        return self._change(claim_id, clinic_id, rule)

    def _change(
        self, claim_id: ClaimId, clinic_id: ClinicId, rule: Callable[[Claim, datetime], Decided]
    ) -> Claim:
        def events(before: Claim, after: Claim, made: Consent) -> list[Event]:
            told = self._told(before, after, clinic_id, made.decided_at)
            of_staff = recorded(after, "clinic", made.status, made.evidence, made.decided_at)
            return [_decided(made, after, clinic_id), *told, *of_staff]

        def also(before: Claim, after: Claim) -> tuple[list[Operation], list[Event]]:
            had, has = passes_on(before, clinic_id), passes_on(after, clinic_id)
            if had == has:
                return [], []
            return (self.client_kept if has else self.matched_anew)(after, clinic_id, clock.now())

        return decide(self.claims, claim_id, rule, events, also)

    def _told(self, before: Claim, after: Claim, clinic_id: ClinicId, at: datetime) -> list[Event]:
        """Returns what the clinic hears: nothing, unless it gets or loses the case."""
        had, has = passes_on(before, clinic_id), passes_on(after, clinic_id)
        if has and not had:
            again = self.told_again(after.claim_id, at)
            return [event for event in again if event.clinic_id == clinic_id]
        if had and not has and clinic_id in self.clinics_at_work(after.claim_id):
            return [consent_withdrawn(after, clinic_id, at)]
        return []


def _decided(made: Consent, claim: Claim, clinic_id: ClinicId) -> Event:
    """Returns the event for our own clocks; no clinic hears that the member decided about it alone."""
    named = {"claimId": claim.claim_id, "clinicId": clinic_id}
    data = {**named, "clinicConsentId": clinic_consent_id(claim.claim_id, clinic_id)}
    return Event(f"clinic-consent.{made.status}", made.decided_at, claim.payer, data)
