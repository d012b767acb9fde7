"""Matching a client to a clinic: one commit binds the guarantee and notifies the clinic (F1-18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from helsebro.claims.claim import Claim
from helsebro.errors import BadInput, Fault, NotFound, VersionStale
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.match import ClinicTakesNoClients, MatchChoice, matched
from helsebro.guarantees.standing_session import StandingSession, to_come
from helsebro.ids import ClinicId, GuaranteeId, PractitionerId
from helsebro.receipt import Receipt
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.guarantees.dynamo_courses import DynamoCourses
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.guarantees.matching import match_events, stored_match
from helsebro_aws.network.active_clinic import active_clinic
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

Thing = TypeVar("Thing")
SessionsOf = Callable[[GuaranteeId], Sequence[StandingSession]]
"""Returns the sessions of a guarantee that are not cancelled."""


class ClientMatching:
    """Matches clients; ``sessions_of`` returns the sessions of a guarantee that are not cancelled."""

    def __init__(self, sessions_of: SessionsOf, on: Tables = tables) -> None:
        self.sessions_of, self.tables = sessions_of, on
        self.guarantees, self.claims = DynamoGuarantees(on), DynamoClaims(on)
        self.clinics, self.practitioners = DynamoClinics(on), DynamoPractitioners(on)
        self.courses = DynamoCourses(on)

    def choice(
        self,
        clinic_id: ClinicId,
        practitioner_id: PractitionerId | None,
        problem: str | None,
        *,
        again: bool = False,
    ) -> MatchChoice:
        """Returns the clinic and who may treat there.

        Raises ``BadInput`` for an unknown clinic, and for a practitioner who is not one of the clinic.
        """
        clinic = _found(self.clinics.find, clinic_id)
        named = _found(self.practitioners.find, practitioner_id) if practitioner_id else None
        if named and named.clinic_id != clinic_id:
            named = None
        faults = [] if clinic else [Fault("/clinicId", "unknown-clinic", "")]
        if practitioner_id and named is None:
            faults.append(Fault("/practitionerId", "unknown-practitioner", ""))
        if clinic is None or faults:
            raise BadInput(faults)
        treating = (named,) if named else tuple(self.practitioners.of_clinic(clinic_id))
        return MatchChoice(clinic, treating, practitioner_id, problem, again)

    def match(
        self,
        found: tuple[Guarantee, Claim],
        version: int,
        choice: MatchChoice,
        record: Callable[[Guarantee], Receipt],
    ) -> Guarantee:
        """Matches a guarantee that was read with its claim, notifies the clinic and returns it.

        The same match once more changes nothing.

        ``record`` returns the receipt of it. Raises ``VersionStale``, ``Conflict`` and the errors of
        ``helsebro.guarantees.match.matched``.
        """
        _, claim = found

        def once() -> Guarantee:
            return self._match(self.guarantees.find(found[0].guarantee_id), claim, version, choice, record)

        return retry_on_conflict(once, GuaranteeChanged)

    def _match(
        self,
        before: Guarantee,
        claim: Claim,
        version: int,
        choice: MatchChoice,
        record: Callable[[Guarantee], Receipt],
    ) -> Guarantee:
        if before.version != version:
            raise VersionStale()
        at = clock.now()
        sessions = self.sessions_of(before.guarantee_id)
        after = matched(before, claim, choice, to_come(sessions), at)
        if after == before:
            self.tables.commit([], receipt=record(after))
            return after
        operations: list[Operation] = [
            *stored_match.bound(self.guarantees.table, before, after, sessions),
            active_clinic(self.clinics.table, choice.clinic.clinic_id, ClinicTakesNoClients()),
            *stored_match.counted(self.tables, before, after),
            *self.courses.begun_anew(before.guarantee_id),
        ]
        events = match_events.of_match(before, after, at)
        self.tables.commit(operations, events=events, receipt=record(after))
        return after


def _found(find: Callable[[Any], Thing], identifier: str) -> Thing | None:
    with suppress(NotFound):
        return find(identifier)
    return None
