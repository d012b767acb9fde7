"""Practitioners in the ``network`` table.

``{practitionerId}`` / ``PRACTITIONER``, in the listing ``{clinicId}#practitioners`` until they leave. The
first practitioner of a key has the ``latestGeneration`` of it, once the key has another practitioner. The
search has its own rows (``dynamo_search_rows``), which follow the events that are stored here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import ClinicId, PractitionerId
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, Update, tables
from helsebro_aws.network.keys import practitioner_key, practitioners_of_clinic
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.network.registers.registration import Registration
    from helsebro.network.team.clinic_change import ChangedBy
    from helsebro_aws.network.registers.dynamo_denials import DynamoDenials

LATEST = "latestGeneration"
DENIED = "authorisation.denied"
"""The event of a practitioner who counts as not authorised from now on, whatever the clinic states."""


class DynamoPractitioners:
    """Practitioners in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def denials(self) -> DynamoDenials:
        """The denied authorisations; loaded by writes only."""
        from helsebro_aws.network.registers.dynamo_denials import DynamoDenials

        return DynamoDenials(self.tables)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, practitioner_id: PractitionerId) -> Practitioner:
        """Returns the practitioner. Raises ``NotFound``."""
        return self.stored(practitioner_id)[0]

    def of_key(self, clinic_id: ClinicId, key: str) -> Practitioner:
        """Returns the latest practitioner of a clinic's key, who may have left. Raises ``NotFound``."""
        first = self.tables.get(self.table, *practitioner_key(ids.practitioner_id(clinic_id, key)))
        if first is None:
            raise NotFound()
        if latest := int(first.get(LATEST, 0)):
            return self.find(ids.practitioner_id(clinic_id, key, latest))
        return from_item(Practitioner, first)

    def under_key(self, clinic_id: ClinicId, key: str) -> tuple[Practitioner | None, int]:
        """Returns the present practitioner of a key, and the generation of whom a clinic sets under it."""
        try:
            latest = self.of_key(clinic_id, key)
        except NotFound:
            return None, 0
        return (None, latest.generation + 1) if latest.ended_at else (latest, latest.generation)

    def stored(self, practitioner_id: PractitionerId) -> tuple[Practitioner, int]:
        """Returns the practitioner, and how often they were stored. Raises ``NotFound``."""
        item = self.tables.get(self.table, *practitioner_key(practitioner_id))
        if item is None:
            raise NotFound()
        return from_item(Practitioner, item), int(item["revision"])

    def of_clinic(self, clinic_id: ClinicId) -> list[Practitioner]:
        """Returns a clinic's practitioners."""
        rows = self.tables.query_all(self.table, practitioners_of_clinic(clinic_id), listing=True)
        return [from_item(Practitioner, row) for row in rows]

    def page(
        self, clinic_id: ClinicId, limit: int, cursor: str | None
    ) -> tuple[list[Practitioner], str | None]:
        """Returns a clinic's practitioners by its own keys, without those who left, and the next cursor."""
        page = self.tables.query(
            self.table, practitioners_of_clinic(clinic_id), limit=limit, page_cursor=cursor, listing=True
        )
        return [from_item(Practitioner, row) for row in page.items], page.next_cursor

    def set(
        self, practitioner: Practitioner, receipt: Receipt | None = None, by: ChangedBy = "system"
    ) -> bool:
        """Stores the practitioner with an event and what ``by`` changed; returns whether they are new.

        Raises ``Conflict`` when another caller changes them at the same time.
        """
        before, revision = self._known(practitioner.practitioner_id)
        if before:
            at = clock.now()
            today = local_day(at, practitioner.address.country)
            practitioner = practitioner.following(before, today).opening_after(before, at)
        is_anew = before is None or before.authorisation_id != practitioner.authorisation_id
        if is_anew:
            practitioner = practitioner.still_denied(self._denied_on(practitioner))
        if before == practitioner:
            if receipt:
                self.tables.commit([], receipt=receipt)
            return False
        is_new = before is None
        event = self.event("practitioner.registered" if is_new else "practitioner.changed", practitioner)
        events = [event, *self._moved(before, practitioner), *self._denials_of(before, practitioner)]
        operations = self.changes(before, after=practitioner, revision=revision, by=by)
        if is_anew and practitioner.denied_on is None:
            operations += self.denials.absence(practitioner)
        self.tables.commit(operations, events=events, receipt=receipt)
        return is_new

    def changes(
        self, before: Practitioner | None, after: Practitioner, revision: int, by: ChangedBy
    ) -> list[Operation]:
        """Returns the operations that store a practitioner and what ``by`` changed.

        They fail with ``Conflict`` when the practitioner was stored again after ``revision``.
        """
        # Here, so that a read loads no code of changes.
        from helsebro.network.team.clinic_change import practitioner_change
        from helsebro_aws.network.team.dynamo_clinic_changes import DynamoClinicChanges

        change = practitioner_change(before, after, by, clock.now())
        counted = [self._count(after)] if after.generation and not revision else []
        return [self._put(after, revision), *counted, *DynamoClinicChanges(self.tables).storing(change)]

    def judged(
        self, practitioner_id: PractitionerId, judged: Registration, at: datetime, *, confirmed: bool
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what a commit needs after the authorisation of a registration was confirmed or denied.

        Raises ``NotFound``. The operations fail with ``Conflict``.
        """
        before, revision = self.stored(practitioner_id)
        today = local_day(at, before.address.country)
        after = before.confirmed() if confirmed else before.denied(today)
        everywhere: list[Operation] = []
        if not confirmed:
            everywhere += self.denials.storing(judged, today)
        elif before.denied_on:
            everywhere += self.denials.removal(judged)
        if after == before or before.ended_at:
            return everywhere, []
        events = [self.event("practitioner.changed", after), *self._denials_of(before, after)]
        return [self._put(after, revision), *everywhere], events

    def event(self, kind: str, practitioner: Practitioner) -> Event:
        """Returns an event about a practitioner."""
        data = {"practitionerId": practitioner.practitioner_id, "clinicId": practitioner.clinic_id}
        return Event(kind, clock.now(), "", data, practitioner.clinic_id)

    def _denials_of(self, before: Practitioner | None, after: Practitioner) -> list[Event]:
        """Returns the event of a denial that counts from now on, by which the clinic gets a mail."""
        is_news = after.denied_on and after.authorised and not (before and before.denied_on)
        return [self.event(DENIED, after)] if is_news else []

    def _denied_on(self, practitioner: Practitioner) -> date | None:
        """Returns the day of a denial of the same number, or of the same person under the same key before."""
        if practitioner.denied_on:
            return practitioner.denied_on
        if practitioner.generation:
            key = (practitioner.clinic_id, practitioner.key, practitioner.generation - 1)
            before, _ = self._known(ids.practitioner_id(*key))
            if before and before.denied_on and practitioner.is_same_person_as(before):
                return before.denied_on
        return self.denials.denied_on(practitioner)

    def _moved(self, before: Practitioner | None, after: Practitioner) -> list[Event]:
        """Returns the event after which the bookings of the practitioner may be at another address."""
        if before is None:
            return []
        stays = (before.address, before.addresses) == (after.address, after.addresses)
        return [] if stays else [self.event("practitioner.moved", after)]

    def _known(self, practitioner_id: PractitionerId) -> tuple[Practitioner | None, int]:
        try:
            return self.stored(practitioner_id)
        except NotFound:
            return None, 0

    def _count(self, practitioner: Practitioner) -> Update:
        """Returns the operation that makes a practitioner the latest one of the key."""
        first = ids.practitioner_id(practitioner.clinic_id, practitioner.key)
        return Update(
            self.table,
            *practitioner_key(first),
            set={LATEST: practitioner.generation},
            when="attribute_exists(#pk)",
            otherwise=Conflict(),
        )

    def _put(self, practitioner: Practitioner, revision: int) -> Put:
        key = as_attributes(practitioner_key(practitioner.practitioner_id))
        place = {"listPk": practitioners_of_clinic(practitioner.clinic_id), "listSk": practitioner.key}
        listed = {} if practitioner.ended_at else place
        return Put(
            self.table,
            {**key, **listed, **to_item(practitioner), "revision": revision + 1},
            when="#revision = :revision" if revision else "attribute_not_exists(#pk)",
            values={":revision": revision} if revision else {},
            otherwise=Conflict(),
        )
