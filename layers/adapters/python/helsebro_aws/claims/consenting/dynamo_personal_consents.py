"""Personal consents in the ``people`` table.

``{personId}`` / ``PERSONAL-CONSENT#{kind}`` is what holds; each decision is beside it under
``PERSONAL-DECISION#{kind}#{decidedAt}``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consent import must_be_newest
from helsebro.claims.consenting.consent_text import decided_version
from helsebro.claims.consenting.personal_consent import (
    KINDS,
    PersonalConsent,
    PersonalKind,
    must_be_recorded_alone,
    must_decide_alone,
)
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.claims.recorded.recorded_event import recorded
from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro_aws.claims.keys import decided_on, personal_consent_key, personal_decision_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.platform import clock


class PersonalConsentChanged(Conflict):
    """Another request decided on the consent after it was read."""


class DynamoPersonalConsents:
    """Stores what persons decide on the kinds that belong to no case."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def find(self, person_id: PersonId, kind: PersonalKind) -> PersonalConsent:
        """Returns the consent as of today; an undecided one when nothing was decided."""
        row = self.tables.get(self.table, *personal_consent_key(person_id, kind))
        known = from_item(PersonalConsent, row) if row else PersonalConsent(person_id, kind)
        return known.seen_on(local_day(clock.now(), known.country))

    def every(self, person_id: PersonId) -> list[PersonalConsent]:
        """Returns the consents of all kinds as of today."""
        return [self.find(person_id, kind) for kind in KINDS]

    def history(self, person_id: PersonId, kind: PersonalKind) -> list[PersonalConsent]:
        """Returns the decisions on a kind, newest first."""
        rows = self.tables.query_all(self.table, person_id, begins=decided_on(kind), newest_first=True)
        return [from_item(PersonalConsent, row) for row in rows]

    def decide(self, kind: PersonalKind, given: bool, read: str | None, by: Caller) -> PersonalConsent:
        """Stores the caller's yes or no and returns the consent; the same one again changes nothing.

        ``read`` is the version of the text that the caller read, if it says so. Raises ``NotAllowed``, and
        ``BadInput`` when another text is to be decided on.
        """

        def rule(known: PersonalConsent, at: datetime) -> PersonalConsent:
            must_decide_alone(by, at)
            version = decided_version(kind, read, local_day(at, by.country))
            return replace(known, country=by.country).decided(given, version, at)

        return self._decided(by.person_id, kind, rule)

    def withdraw(self, kind: PersonalKind, by: Caller) -> PersonalConsent:
        """Stores a withdrawal and returns the consent; without one in force it changes nothing.

        Raises ``NotAllowed``.
        """

        def rule(known: PersonalConsent, at: datetime) -> PersonalConsent:
            must_decide_alone(by, at)
            version = decided_version(kind, None, local_day(at, by.country))
            return replace(known, country=by.country).withdrawn(version, at)

        return self._decided(by.person_id, kind, rule)

    def record(
        self, kind: PersonalKind, given: bool, claim: Claim, evidence: DecisionEvidence
    ) -> PersonalConsent:
        """Stores what the person of a case decided by phone or letter, and returns the consent (F4-02).

        The same decision again changes nothing. Raises ``NotAllowed``, and ``DecidedSince`` when the newest
        decision is younger than the evidence.
        """

        def rule(known: PersonalConsent, at: datetime) -> PersonalConsent:
            must_be_recorded_alone(claim, at)
            must_be_newest(evidence, known.made_at)
            version = decided_version(kind, None, local_day(at, claim.country))
            return replace(known, country=claim.country).decided(given, version, at, evidence)

        def told(made: PersonalConsent, at: datetime) -> list[Event]:
            return recorded(claim, kind, made.status, evidence, at)

        return self._decided(claim.person_id, kind, rule, told)

    def _decided(
        self,
        person_id: PersonId,
        kind: PersonalKind,
        rule: Callable[[PersonalConsent, datetime], PersonalConsent],
        told: Callable[[PersonalConsent, datetime], list[Event]] = lambda _, __: [],
    ) -> PersonalConsent:
        """Stores what the rule makes of a consent, with what else is told of it, and returns it."""

        def act() -> PersonalConsent:
            at, known = clock.now(), self.find(person_id, kind)
            after = rule(known, at)
            if after.version != known.version:
                self._store(after, told(after, at))
            return after

        return retry_on_conflict(act, PersonalConsentChanged)

    def _store(self, made: PersonalConsent, told: list[Event]) -> None:
        assert made.decided_at
        current = as_attributes(personal_consent_key(made.person_id, made.kind))
        decided = as_attributes(personal_decision_key(made.person_id, made.kind, made.decided_at))
        item, changed = to_item(made), PersonalConsentChanged()
        before = {":before": made.version - 1}
        holds = (
            Put(self.table, {**current, **item}, when="#version = :before", values=before, otherwise=changed)
            if made.version > 1
            else Put(self.table, {**current, **item}, otherwise=changed)
        )
        data = {"personId": made.person_id, "kind": made.kind}
        expires = {"expiresOn": made.expires_on.isoformat()} if made.expires_on else {}
        # It is of no payer: it holds at all of the person's insurers.
        event = Event(f"personal-consent.{made.status}", made.decided_at, "", {**data, **expires})
        self.tables.commit([holds, Put(self.table, {**decided, **item})], events=[event, *told])
