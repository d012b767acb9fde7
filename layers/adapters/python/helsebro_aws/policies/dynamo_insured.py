"""Insured persons in the ``people`` table.

``{payer}#{personId}`` / ``INSURED#{policyId}`` is a person's place in a policy, with the encrypted number; it
is in the listing of its policy (``enrolled.policy_listing``).
Two pointers lead to it: ``{personId}`` / ``INSURED#{payer}#{policyId}`` for the person, and
``{mainInsuredPersonId}`` / ``FAMILY#{payer}#{childId}#{policyId}`` for the main insured person. One commit
writes all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.events import Event
from helsebro.ids import PersonId, PolicyId
from helsebro.policies.insured import Insured
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Check, Delete, Item, Operation, Put, Tables, tables
from helsebro_aws.platform import clock, field_encryption
from helsebro_aws.policies.cover_versions import DatedCovers, versions_in
from helsebro_aws.policies.covers import covers_in
from helsebro_aws.policies.enrolled.policy_listing import place_of
from helsebro_aws.policies.keys import (
    FAMILY,
    INSURED,
    LAST_POINTER,
    family_pointer_key,
    index_table_key,
    insured_key,
    insured_partition,
    own_pointer_key,
    policy_key,
)
from helsebro_aws.tariffs.keys import terms_tariffs_key

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.policies.covers import Covered


@dataclass(frozen=True)
class Enrolment:
    """A stored place in a policy, the encrypted number, and how often the place was written."""

    insured: Insured
    sealed_number: str
    revision: int


@dataclass(frozen=True)
class Household:
    """A person's own places in policies, and those of the family."""

    own: list[Insured]
    family: list[Insured]


class DynamoPeople:
    """Insured persons in the ``people`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def insured(self, payer: str, person_id: PersonId) -> list[Insured]:
        """Returns a person's places in one payer's policies; none when the payer does not know the person."""
        return [from_item(Insured, row) for row in self._rows(payer, person_id)]

    def payers_of(self, person_id: PersonId) -> list[str]:
        """Returns the slugs of the payers that insure or insured a person."""
        if not ids.is_person(person_id):
            return []
        pointers = self.tables.query_all(self.table, person_id, begins=INSURED)
        return sorted({pointer["payer"] for pointer in pointers})

    def household(self, person_id: PersonId) -> Household:
        """Returns everyone a person may see, the person and the family, in two reads."""
        pointers = self.tables.query_all(self.table, person_id, after=FAMILY, until=LAST_POINTER)
        found = self._behind(pointers)
        own = [insured for insured in found if insured.person_id == person_id]
        return Household(own, [insured for insured in found if insured.person_id != person_id])

    def own_places(self, person_id: PersonId) -> list[Insured]:
        """Returns a person's own places at every payer, in two reads."""
        return self._behind(self.tables.query_all(self.table, person_id, begins=INSURED))

    def each_place(self, person_id: PersonId) -> list[Insured]:
        """Returns a person's own places at every payer, each in a read of its own: most people have one."""
        pointers = self.tables.query_all(self.table, person_id, begins=INSURED)
        found = (self.enrolment(each["payer"], person_id, each["policyId"]) for each in pointers)
        return [place.insured for place in found if place]

    def family_of(self, person_id: PersonId) -> list[Insured]:
        """Returns the spouse and children whose main insured person this is."""
        return self._behind(self.tables.query_all(self.table, person_id, begins=FAMILY))

    def children_of(self, person_id: PersonId) -> list[Insured]:
        """Returns this main insured person's children of every age (see ``policies.family.access``)."""
        return [member for member in self.family_of(person_id) if member.relation == "child"]

    def national_number(self, payer: str, person_id: PersonId) -> str:
        """Returns a person's CPR number or fødselsnummer. Raises ``NotFound``, ``Unavailable``."""
        for row in self._rows(payer, person_id):
            return field_encryption.decrypt(row["sealedNumber"], **_context(person_id))
        raise NotFound()

    def cover(self, payer: str, person_id: PersonId, on: date | None = None) -> list[Cover]:
        """Returns a person's covers at one payer, for the coverage engine.

        ``on`` is the day whose policies count, today by default, here and in the other methods with covers.
        """
        return [cover for _, cover in self.covered_at(payer, person_id, on)]

    def covered(self, person_id: PersonId, on: date | None = None) -> list[Covered]:
        """Returns a person's own places at every payer, each with its cover, in two reads."""
        return self._covered(self.tables.query_all(self.table, person_id, begins=INSURED), on)

    def covered_family(self, person_id: PersonId, on: date | None = None) -> list[Covered]:
        """Returns the places of this main insured person's family, each with its cover, in two reads."""
        return self._covered(self.tables.query_all(self.table, person_id, begins=FAMILY), on)

    def covered_at(self, payer: str, person_id: PersonId, on: date | None = None) -> list[Covered]:
        """Returns a person's places at one payer, each with its cover, in two reads."""
        places, rows = self._places_at(payer, person_id)
        return covers_in(places, rows, on)

    def covers_on(self, payer: str, person_id: PersonId, days: Iterable[date]) -> DatedCovers:
        """Returns a person's covers at one payer on each of these days, in two reads."""
        own = self._rows(payer, person_id)
        places = [from_item(Insured, row) for row in own]
        rows = self._behind_places(payer, places)
        return DatedCovers(
            {day: [cover for _, cover in covers_in(places, rows, day)] for day in days},
            versions_in(own, rows),
        )

    def cover_under(self, payer: str, person_id: PersonId, policy_number: str) -> Cover | None:
        """Returns a person's cover under one policy, or None when the policy does not insure the person."""
        covers = self.cover(payer, person_id)
        return next((cover for cover in covers if cover.policy_number == policy_number), None)

    def enrolment(self, payer: str, person_id: PersonId, policy_id: PolicyId) -> Enrolment | None:
        """Returns a person's stored place in a policy, or None."""
        if not ids.is_person(person_id):
            return None
        row = self.tables.get(self.table, *insured_key(payer, person_id, policy_id))
        return Enrolment(from_item(Insured, row), row["sealedNumber"], row["revision"]) if row else None

    def enrol(
        self,
        insured: Insured,
        known: Enrolment | None,
        number: str,
        receipt: Receipt,
        main: Insured | None = None,
        also: tuple[Sequence[Operation], Sequence[Event]] = ((), ()),
    ) -> None:
        """Stores a person's place in a policy; it replaces the ``known`` one, which may be the same.

        ``main`` is the place of the main insured person. ``also`` are the operations and events of the
        person's family, in the same commit. Raises ``Conflict`` when it has changed since it was read,
        ``BadInput`` when the main insured person has the place no longer, ``Unavailable`` when the number
        cannot be encrypted.
        """
        # Here, since no read of a place searches.
        from helsebro_aws.policies.sought.sought_rows import changes_of_place

        operations: list[Operation] = []
        events: list[Event] = []
        if known is None:
            sealed = field_encryption.encrypt(number, **_context(insured.person_id))
            operations = [
                *self._still_insured(main),
                self._put(insured, sealed, None),
                *self._pointers(insured),
                *changes_of_place(self.table, None, insured),
            ]
            events = [_event("insured.enrolled", insured)]
        elif known.insured != insured:
            operations = [
                *self._still_insured(main),
                self._put(insured, known.sealed_number, known.revision),
            ]
            operations += self._moved(known.insured, insured)
            operations += changes_of_place(self.table, known.insured, insured)
            events = [_event("insured.changed", insured)]
        operations, events = [*operations, *also[0]], [*events, *also[1]]
        self.tables.commit(operations, events=events, receipt=receipt)

    def change(self, insured: Insured, known: Enrolment) -> None:
        """Stores that a person leaves a policy, unless it is stored already. Raises ``Conflict``."""
        if known.insured != insured:
            put = self._put(insured, known.sealed_number, known.revision)
            self.tables.commit([put], events=[_event("insured.left", insured)])

    def _places_at(self, payer: str, person_id: PersonId) -> tuple[list[Insured], list[Item]]:
        """Returns a person's places at one payer, and the items that their covers are made from."""
        places = self.insured(payer, person_id)
        return places, self._behind_places(payer, places)

    def _behind_places(self, payer: str, places: Iterable[Insured]) -> list[Item]:
        keys = {policy_key(payer, place.policy_id) for place in places}
        keys |= {index_table_key(payer), terms_tariffs_key(payer)} if keys else set()
        return self.tables.get_many(self.table, sorted(keys))

    def _rows(self, payer: str, person_id: PersonId) -> list[Item]:
        if not ids.is_person(person_id):
            return []
        return list(self.tables.query_all(self.table, insured_partition(payer, person_id), begins=INSURED))

    def _covered(self, pointers: Iterable[Item], on: date | None) -> list[Covered]:
        keys: set[tuple[str, str]] = set()
        for pointer in pointers:
            payer, policy_id = pointer["payer"], pointer["policyId"]
            keys |= {
                insured_key(payer, pointer["personId"], policy_id),
                policy_key(payer, policy_id),
                index_table_key(payer),
                terms_tariffs_key(payer),
            }
        rows = self.tables.get_many(self.table, sorted(keys))
        places = [from_item(Insured, row) for row in rows if row["sk"].startswith(INSURED)]
        return covers_in(places, rows, on)

    def _behind(self, pointers: Iterable[Item]) -> list[Insured]:
        keys = [
            insured_key(pointer["payer"], pointer["personId"], pointer["policyId"]) for pointer in pointers
        ]
        rows = self.tables.get_many(self.table, keys)
        found = (from_item(Insured, row) for row in rows)
        return sorted(found, key=lambda insured: (insured.born_on, insured.person_id, insured.policy_number))

    def _put(self, insured: Insured, sealed: str, revision: int | None) -> Put:
        stored = to_item(insured)
        item = {
            **as_attributes(insured_key(insured.payer, insured.person_id, insured.policy_id)),
            **stored,
            **place_of(stored),
            "sealedNumber": sealed,
            "revision": (revision or 0) + 1,
        }
        if revision is None:
            return Put(self.table, item)
        return Put(self.table, item, when="#revision = :revision", values={":revision": revision})

    def _pointers(self, insured: Insured) -> list[Operation]:
        target = {
            "payer": insured.payer,
            "personId": insured.person_id,
            "policyId": insured.policy_id,
        }
        keys = [own_pointer_key(insured.person_id, insured.payer, insured.policy_id)]
        if insured.main_insured_person_id:
            keys.append(_family_key(insured))
        return [Put(self.table, {**as_attributes(key), **target}, when=None) for key in keys]

    def _moved(self, before: Insured, after: Insured) -> list[Operation]:
        """Returns the changes of the pointers when a person is now in another family, or in none."""
        if before.main_insured_person_id == after.main_insured_person_id:
            return []
        gone = [Delete(self.table, *_family_key(before), when=None)] if before.main_insured_person_id else []
        return [*gone, *self._pointers(after)]

    def _still_insured(self, main: Insured | None) -> list[Operation]:
        if main is None:
            return []
        key = insured_key(main.payer, main.person_id, main.policy_id)
        return [Check(self.table, *key, "attribute_exists(#pk)", otherwise=main_insured_unknown())]


def main_insured_unknown() -> BadInput:
    """Returns the fault of a main insured person whom the payer, or the caller, does not know."""
    return BadInput([Fault("/mainInsuredPersonId", "main-insured-unknown", "")])


def _family_key(insured: Insured) -> Key:
    main = PersonId(str(insured.main_insured_person_id))
    return family_pointer_key(main, insured.payer, insured.person_id, insured.policy_id)


def _context(person_id: PersonId) -> dict[str, str]:
    return {"table": "people", "field": "number", "person": person_id}


def _event(kind: str, insured: Insured) -> Event:
    data = {"policyId": insured.policy_id, "personId": insured.person_id}
    return Event(kind, clock.now(), insured.payer, data)
