"""Consents in the ``cases`` table: each decision stays as ``{payer}#{claimId}`` / ``CONSENT#{decidedAt}``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims import consent
from helsebro.claims.claim import Claim
from helsebro.claims.consent import Consent
from helsebro.events import Event
from helsebro_aws.claims.dynamo_claims import DynamoClaims, until_unchanged
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.platform import clock

Decided = tuple[Claim, Consent] | None


class DynamoConsents:
    """Consents in the ``cases`` table, and the decisions on them."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.claims = DynamoClaims(on)

    def history(self, claim_id: str) -> list[Consent]:
        """A case's decisions, newest first."""
        partition, table = self.claims.partition(claim_id), self.tables.settings.cases_table
        page = self.tables.query(table, partition, begins="CONSENT#", newest_first=True)
        return [from_item(Consent, item) for item in page.items]

    def decide(self, claim_id: str, given: bool, by: Caller) -> Claim:
        """The claim after the caller's yes or no; the same decision again changes nothing."""
        return self._change(claim_id, lambda claim, at: consent.decide(claim, given, by, at))

    def withdraw(self, claim_id: str, by: Caller) -> Claim:
        """The claim after a withdrawal; where no consent is in force it changes nothing."""
        return self._change(claim_id, lambda claim, at: consent.withdraw(claim, by, at))

    def _change(self, claim_id: str, decide: Callable[[Claim, datetime], Decided]) -> Claim:
        def act() -> Claim:
            before, at = self.claims.find(claim_id), clock.now()
            decided = decide(before, at)
            if decided is None:
                return before
            after, made = decided
            self.claims.change(before, after, [self._kept(made)], self._told(before, made))
            return after

        return until_unchanged(act)

    def _kept(self, made: Consent) -> Put:
        sk = f"CONSENT#{instant(made.decided_at)}"
        item = {"pk": self.claims.partition(made.claim_id), "sk": sk, **to_item(made)}
        return Put(self.tables.settings.cases_table, item)

    def _told(self, claim: Claim, made: Consent) -> list[Event]:
        data = {"claimId": claim.claim_id}
        if made.status != "withdrawn":
            return [Event(f"consent.{made.status}", made.decided_at, claim.payer, data)]
        clinics = self._clinics_at_work(claim.claim_id)
        told: list[str | None] = [*clinics] if clinics else [None]
        return [Event("consent.withdrawn", made.decided_at, claim.payer, data, clinic) for clinic in told]

    def _clinics_at_work(self, claim_id: str) -> list[str]:
        """The clinics with a guarantee or a booking of the case: they may pass nothing on now (F4-14)."""
        table, pk = self.tables.settings.cases_table, self.claims.partition(claim_id)
        found = [self.tables.query(table, pk, begins=kind).items for kind in ("GUARANTEE#", "BOOKING#")]
        standing = (row for rows in found for row in rows if row.get("status") in ("active", "booked"))
        return sorted({row["clinicId"] for row in standing if row.get("clinicId")})
