"""Enrolled change: the notice to the former address when an enrolment is sent again with another one."""

from __future__ import annotations

from dataclasses import replace

from helsebro.events import Event
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.notifications.contact.confirmed_places import ConfirmedPlaces
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts


class EnrolledChange:
    """Returns what an enrolment stores, in its own commit, when it moves where messages go."""

    def __init__(self, on: Tables = tables) -> None:
        self.contacts = DynamoContacts(on, ConfirmedPlaces(on).among)

    def of(self, known: Insured, reported: Insured) -> tuple[list[Operation], list[Event]]:
        """Returns nothing where the person has entered a contact, or the address in use stays.

        The operations fail with ``VersionStale`` when the contact has changed since it was read.
        """
        if (known.email, known.phone) == (reported.email, reported.phone):
            return [], []
        person_id, country = known.person_id, known.country
        places = self.contacts.people.each_place(person_id)
        before = self.contacts.current(person_id, country, places)
        others = [place for place in places if place.policy_id != known.policy_id]
        after = self.contacts.current(person_id, country, [*others, reported])
        replaced = [(before.email, after.email), (before.phone, after.phone)]
        if not any(old and old != new for old, new in replaced):
            return [], []
        return self.contacts.changing(before, replace(after, version=before.version + 1), reported.payer)
