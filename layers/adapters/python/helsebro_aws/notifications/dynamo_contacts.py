"""Contact records in the ``people`` table.

``{personId}`` / ``CONTACT`` is the contact record of a person, ``{policyId}`` / ``CONTACT`` that of a
policyholder. ``…`` / ``CONTACT-FORMER#{version}`` is what the version replaced; it is kept for 30 days, for
the notice to the former address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import islice
from typing import TypeAlias

from helsebro import ids
from helsebro.errors import VersionStale
from helsebro.events import Event
from helsebro.ids import PersonId, PolicyId
from helsebro.local_day import local_day
from helsebro.notifications.contact_record import ContactRecord, PostalAddress, language_in
from helsebro.notifications.enrolled_contact import enrolled_contact, latest
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, tables
from helsebro_aws.notifications.keys import FORMER, contact_key, former_contact_key
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople

FORMER_DAYS = 30
MOST_FORMER = 10


CountedPlaces: TypeAlias = "Callable[[PersonId, Sequence[Insured]], Sequence[Insured]]"
"""Returns which of a person's enrolments may say where the person is reached."""


def all_of_them(_: PersonId, places: Sequence[Insured]) -> Sequence[Insured]:
    """Returns every enrolment."""
    return places


class DynamoContacts:
    """Contact records in the ``people`` table. ``counted`` leaves out enrolments that no one confirmed."""

    def __init__(self, on: Tables = tables, counted: CountedPlaces = all_of_them) -> None:
        self.tables, self.people, self.counted = on, DynamoPeople(on), counted

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def find(self, person_id: PersonId) -> ContactRecord | None:
        """Returns the stored record; None when nothing was ever stored about the person's contact."""
        return self._read(contact_key(person_id)) if ids.is_person(person_id) else None

    def current(
        self, person_id: PersonId, country: str = "DK", places: Sequence[Insured] | None = None
    ) -> ContactRecord:
        """Returns what holds today: what the person entered, else what the enrolments say.

        A record that was never stored has version 0. ``country`` is that of a person without an
        enrolment. ``places`` are the enrolments that count; by default those at every payer are read.
        """
        stored = self.find(person_id)
        if stored and stored.changed_at:
            return stored
        if places is None:
            places = self.people.own_places(person_id)
        today = local_day(clock.now(), country)
        enrolled = enrolled_contact(person_id, self.counted(person_id, places), today, country)
        return stored.over(enrolled) if stored else enrolled

    def of_policyholder(self, policy_id: PolicyId, country: str) -> ContactRecord:
        """Returns where the policyholder of a policy is reached; a record that was never stored is empty."""
        policyholder = PersonId(policy_id)
        return self._read(contact_key(policyholder)) or ContactRecord(
            policyholder, language=language_in(country), country=country
        )

    def postal_address(self, recipient: str, replaced_by: int = 0) -> PostalAddress | None:
        """Returns where letters to a person or policyholder go today.

        With ``replaced_by``, it is where they went before the record of that version replaced it.
        """
        whose = PersonId(recipient)
        record = self.former(whose, replaced_by) if replaced_by else self.today(recipient)
        return record.address if record else None

    def today(self, recipient: str) -> ContactRecord | None:
        """Returns where a person or policyholder is reached today; None for anyone without a record."""
        whose = PersonId(recipient)
        return self.current(whose) if ids.is_person(whose) else self._read(contact_key(whose))

    def payer_of(self, person_id: PersonId) -> str:
        """Returns the payer of the person's latest enrolment; an empty text when there is none."""
        places = self.people.own_places(person_id)
        return latest(places).payer if places else ""

    def former(self, person_id: PersonId, version: int) -> ContactRecord | None:
        """Returns the contact that a version of the record replaced.

        None when the version changed no address, or when 30 days have passed.
        """
        return self._read(former_contact_key(person_id, version))

    def lately(self, person_id: PersonId) -> Sequence[ContactRecord]:
        """Returns the contacts that were replaced in the last 30 days, the latest first, at most ten."""
        partition, _ = contact_key(person_id)
        items = self.tables.query_all(
            self.table, partition, begins=FORMER, newest_first=True, page_size=MOST_FORMER
        )
        now = int(clock.now().timestamp())
        # DynamoDB removes them some time after they have expired.
        return [
            from_item(ContactRecord, item) for item in islice(items, MOST_FORMER) if item["expiresAt"] > now
        ]

    def change(self, before: ContactRecord, after: ContactRecord, payer: str) -> None:
        """Stores an entered contact with its event ``contact.changed``, and the former one for its notice.

        ``before`` is where messages went so far, at every payer; ``payer`` is the one whose texts the notice
        uses. Raises ``VersionStale`` when the record is no longer the one ``before``.
        """
        operations, events = self.changing(before, after, payer)
        self.tables.commit(operations, events=events)

    def changing(
        self, before: ContactRecord, after: ContactRecord, payer: str
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the operations and events of ``change``."""
        # Here, since only an entered contact is searched for, and most functions enter none.
        from helsebro_aws.policies.sought.sought_rows import changes_of_contact

        operations: list[Operation] = [self.put(after, before.version)]
        if ids.is_person(after.person_id):
            operations += changes_of_contact(self.table, after.person_id, before.phone, after.phone)
        # A first address replaces none: there is nobody to warn, and no warning that could fail.
        if before.names_an_address and after.has_other_addresses(before):
            expires = clock.now() + timedelta(days=FORMER_DAYS)
            key = former_contact_key(after.person_id, after.version)
            kept = {**_item(key, before), "expiresAt": int(expires.timestamp())}
            operations.append(Put(self.table, kept))
        return operations, [_event("contact.changed", after, payer)]

    def choose(self, before: ContactRecord, after: ContactRecord, payer: str) -> None:
        """Stores which notifications the person wants, with its event. Raises ``VersionStale``."""
        self.tables.commit(
            [self.put(after, before.version)], events=[_event("preferences.changed", after, payer)]
        )

    def put(self, after: ContactRecord, version: int) -> Put:
        """Returns the operation that replaces the record of this version; 0 when none is stored yet."""
        item = _item(contact_key(after.person_id), after)
        if not version:
            return Put(self.table, item, otherwise=VersionStale())
        values = {":before": version}
        return Put(self.table, item, when="#version = :before", values=values, otherwise=VersionStale())

    def _read(self, key: Key) -> ContactRecord | None:
        row = self.tables.get(self.table, *key)
        return from_item(ContactRecord, row) if row else None


def _item(key: Key, record: ContactRecord) -> Item:
    return {**as_attributes(key), **to_item(record)}


def _event(kind: str, record: ContactRecord, payer: str) -> Event:
    whose = "personId" if ids.is_person(record.person_id) else "policyId"
    data = {whose: record.person_id, "contactVersion": record.version}
    return Event(kind, clock.now(), payer, data)
