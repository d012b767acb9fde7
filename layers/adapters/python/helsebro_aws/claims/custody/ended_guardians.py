"""Ended guardians: their consents and mandates in the cases of the child end with them (F4-20)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.claim_events import consent_withdrawn
from helsebro.claims.consenting.clinic_consent_id import clinic_consent_id
from helsebro.claims.consenting.ended_guardian import EndedDecisions, without_decisions_of
from helsebro.events import Event
from helsebro.ids import ClaimId, ClinicId, PersonId
from helsebro.local_day import local_day
from helsebro_aws.claims.consenting.decisions import decisions
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.keys import mandate_key
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople

PAGE = 50


class EndedGuardians:
    """Ends the decisions case by case; a case whose decisions have ended is not changed again.

    ``clinics_at_work`` returns the clinics of a case: they may pass nothing on from then on (F4-14).
    """

    def __init__(self, clinics_at_work: Callable[[ClaimId], Sequence[ClinicId]], on: Tables = tables) -> None:
        self.clinics_at_work, self.tables = clinics_at_work, on
        self.claims, self.custodies, self.people = DynamoClaims(on), DynamoCustody(on), DynamoPeople(on)

    def end(self, child: PersonId, guardian_id: PersonId) -> int:
        """Ends what the person decided at each payer where it guards the child no more; returns the cases.

        Who is a guardian again when the event arrives keeps all. From the 15th birthday on, what a guardian
        decided before goes on, and the child may withdraw it.
        """
        family = self.custodies.find(child)
        if family is None or family.is_over(clock.now()):
            return 0
        payers = (each for each in self.people.payers_of(child) if not family.is_guardian(guardian_id, each))
        found = (claim for payer in payers for claim in self._claims(payer, child))
        return sum(self._end_in(claim.claim_id, guardian_id) for claim in found)

    def _claims(self, payer: str, child: PersonId) -> Iterator[Claim]:
        cursor = None
        while True:
            page, cursor = self.claims.page(payer, child, PAGE, cursor)
            yield from page
            if cursor is None:
                return

    def _end_in(self, claim_id: ClaimId, guardian_id: PersonId) -> bool:
        def act() -> bool:
            before, at = self.claims.find(claim_id), clock.now()
            ended = without_decisions_of(before, guardian_id, decisions(claim_id, self.tables), at)
            if ended.is_nothing:
                return False
            self.claims.change(before, ended.claim, self._lapses(ended, at), self._events(ended, at))
            return True

        return retry_on_conflict(act, ClaimChanged)

    def _lapses(self, ended: EndedDecisions, at: datetime) -> list[Update]:
        """Returns what makes the kept mandates lapse today, and takes them from the lists of the holders."""
        table, claim = self.tables.settings.cases_table, ended.claim
        today = {"lapsesOn": local_day(at, claim.country).isoformat()}
        keys = (mandate_key(claim.claim_id, mandate_id) for mandate_id in ended.mandates)
        return [Update(table, *key, set=today, remove=("listPk", "listSk")) for key in keys]

    def _events(self, ended: EndedDecisions, at: datetime) -> list[Event]:
        claim = ended.claim
        named = {"claimId": claim.claim_id}
        events = [
            Event(
                "clinic-consent.withdrawn",
                at,
                claim.payer,
                {**named, "clinicId": each, "clinicConsentId": clinic_consent_id(claim.claim_id, each)},
            )
            for each in ended.clinics
        ]
        if ended.consent:
            clinics: list[ClinicId | None] = [*self.clinics_at_work(claim.claim_id)] or [None]
            events += [consent_withdrawn(claim, clinic, at) for clinic in clinics]
            # The guardians who stay are asked for a new one.
            asked = {**named, "why": "guardian-ended"}
            events.append(Event("case-consent.withdrawn", at, claim.payer, asked))
        return events
