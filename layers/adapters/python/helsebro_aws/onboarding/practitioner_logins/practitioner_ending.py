"""Ending of a practitioner: they leave the clinic, and their login ends in the same commit (F0-21)."""

from __future__ import annotations

from helsebro.errors import Conflict
from helsebro.ids import PractitionerId
from helsebro.network.practitioner import Practitioner
from helsebro.network.team.clinic_change import ChangedBy
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import DynamoPractitionerLogins
from helsebro_aws.platform import clock


class PractitionerEnding:
    """Ends practitioners of clinics."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.practitioners, self.logins = DynamoPractitioners(on), DynamoPractitionerLogins(on)

    def run(self, practitioner_id: PractitionerId, by: ChangedBy) -> Practitioner:
        """Returns the practitioner, who has left the clinic; a second run changes nothing.

        Bookings stay until they are held or cancelled. Raises ``NotFound``.
        """
        return retry_on_conflict(lambda: self._run(practitioner_id, by), Conflict)

    def _run(self, practitioner_id: PractitionerId, by: ChangedBy) -> Practitioner:
        before, revision = self.practitioners.stored(practitioner_id)
        after = before.ended(clock.now())
        if after == before:
            return before
        login = self.logins.find(before.clinic_id, practitioner_id)
        operations = self.practitioners.changes(before, after, revision, by)
        events = [self.practitioners.event("practitioner.ended", after)]
        if login != login.ended():
            operations += self.logins.changes(login, login.ended())
            events.append(self.logins.event(login.ended()))
        self.tables.commit(operations, events=events)
        return after
