"""Practitioner logins in the ``network`` table: ``{practitionerId}`` / ``LOGIN``.

One commit stores the login, the role of the person at the clinic (``DynamoClinicUsers``) and the event. An
invitation leaves with its item, which DynamoDB deletes after its last day, unless a person accepts it.
"""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.identity.clinic_user import ClinicUser
from helsebro.ids import ClinicId, PractitionerId
from helsebro.onboarding.practitioner_login import AlreadyClinicUser, LoginStatus, PractitionerLogin
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, tables
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
from helsebro_aws.platform import clock

EVENTS: Mapping[LoginStatus, str] = {
    "bound": "clinic-user.bound",
    "invited": "clinic-user.invited",
    "none": "clinic-user.ended",
}
"""What a login becomes → the event."""


def login_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of a practitioner's login."""
    return practitioner_id, "LOGIN"


class DynamoPractitionerLogins:
    """The logins of clinics' practitioners."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.users = DynamoClinicUsers(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, clinic_id: ClinicId, practitioner_id: PractitionerId) -> PractitionerLogin:
        """Returns the practitioner's login; one of no one where none is stored."""
        item = self.tables.get(self.table, *login_key(practitioner_id))
        return from_item(PractitionerLogin, item) if item else PractitionerLogin(clinic_id, practitioner_id)

    def invited(self, practitioner_id: PractitionerId) -> PractitionerLogin:
        """Returns the stored login of a practitioner. Raises ``NotFound``."""
        item = self.tables.get(self.table, *login_key(practitioner_id))
        if item is None:
            raise NotFound()
        return from_item(PractitionerLogin, item)

    def change(
        self, before: PractitionerLogin, after: PractitionerLogin, receipt: Receipt | None = None
    ) -> None:
        """Stores a changed login with the person's role and the event, and the receipt of a call.

        Raises ``AlreadyClinicUser``, and ``Conflict`` when the login changed since it was read.
        """
        if before == after:
            if receipt:
                self.tables.commit([], receipt=receipt)
            return
        self.tables.commit(self.changes(before, after), events=[self.event(after)], receipt=receipt)

    def changes(self, before: PractitionerLogin, after: PractitionerLogin) -> list[Operation]:
        """Returns the operations that store a changed login with the person's role; see ``change``."""
        operations: list[Operation] = [self._put(before, after)]
        if before.person_id and before.person_id != after.person_id:
            ending = self.users.ending(after.clinic_id, before.person_id, after.practitioner_id)
            operations.append(ending)
        if after.person_id and after.since:
            user = ClinicUser(
                after.clinic_id, after.person_id, "practitioner", after.since, after.practitioner_id
            )
            operations.append(self.users.first_binding(user, AlreadyClinicUser()))
        return operations

    def event(self, after: PractitionerLogin) -> Event:
        """Returns the event of a changed login."""
        data = {"practitionerId": after.practitioner_id}
        return Event(EVENTS[after.status], clock.now(), "", data, after.clinic_id)

    def _put(self, before: PractitionerLogin, after: PractitionerLogin) -> Put:
        item: Item = {**as_attributes(login_key(after.practitioner_id)), **to_item(after)}
        if after.invitation:
            item["expiresAt"] = int(after.invitation.valid_until.timestamp())
        return Put(
            self.table,
            item,
            when="#version = :before" if before.version else "attribute_not_exists(#pk)",
            values={":before": before.version} if before.version else {},
            otherwise=Conflict(),
        )
