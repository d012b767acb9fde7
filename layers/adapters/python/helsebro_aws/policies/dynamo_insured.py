"""Insured persons in the ``people`` table.

``{payer}#{personId}`` / ``INSURED#{policyId}`` is a person's place in a policy, with the sealed number.
``{personId}`` / ``INSURED#{payer}#{policyId}`` points there for the person's own view, and
``{mainInsuredPersonId}`` / ``FAMILY#{payer}#{childId}#{policyId}`` for the main insured person's. All three
are written in one commit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.events import Event
from helsebro.policies.insured import Insured
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Check, Delete, Item, Operation, Put, Tables, tables
from helsebro_aws.platform import clock, field_encryption
from helsebro_aws.policies.covers import covers_in
from helsebro_aws.policies.keys import (
    FAMILY,
    INSURED,
    family_pointer_key,
    index_table_key,
    insured_key,
    insured_partition,
    own_pointer_key,
    policy_key,
)

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.policies.covers import Covered


@dataclass(frozen=True)
class Enrolment:
    """A stored place in a policy: what it says, the sealed number, and how often it was changed."""

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

    def insured(self, payer: str, person_id: str) -> list[Insured]:
        """A person's places in the policies of one payer; none when the payer does not know the person."""
        return [from_item(Insured, row) for row in self._rows(payer, person_id)]

    def payers_of(self, person_id: str) -> list[str]:
        """The payers a person is or was insured with."""
        pointers = self.tables.query_all(self.table, person_id, begins=INSURED)
        return sorted({pointer["payer"] for pointer in pointers})

    def household(self, person_id: str) -> Household:
        """Everybody a person sees: oneself and the family, in two reads."""
        found = self._behind(self.tables.query_all(self.table, person_id))
        own = [insured for insured in found if insured.person_id == person_id]
        return Household(own, [insured for insured in found if insured.person_id != person_id])

    def family_of(self, person_id: str) -> list[Insured]:
        """The spouse and children whose main insured person this is."""
        return self._behind(self.tables.query_all(self.table, person_id, begins=FAMILY))

    def children_of(self, person_id: str) -> list[Insured]:
        """The children whose main insured person this is, of every age (see ``policies.family.access``)."""
        return [member for member in self.family_of(person_id) if member.relation == "child"]

    def national_number(self, payer: str, person_id: str) -> str:
        """A person's CPR number or fødselsnummer. Raises ``NotFound``, ``Unavailable``."""
        for row in self._rows(payer, person_id):
            return field_encryption.decrypt(row["sealedNumber"], **_context(person_id))
        raise NotFound()

    def cover(self, payer: str, person_id: str, on: date | None = None) -> list[Cover]:
        """What a person is insured with at one payer, as the coverage engine asks for it.

        ``on`` is the day whose policies are asked for, today unless told; so in all that give covers.
        """
        return [cover for _, cover in self.covered_at(payer, person_id, on)]

    def covered(self, person_id: str, on: date | None = None) -> list[Covered]:
        """A person's own places at every payer, each with its cover, in two reads."""
        return self._covered(self.tables.query_all(self.table, person_id, begins=INSURED), on)

    def covered_family(self, person_id: str, on: date | None = None) -> list[Covered]:
        """The places of the family whose main insured person this is, each with its cover, in two reads."""
        return self._covered(self.tables.query_all(self.table, person_id, begins=FAMILY), on)

    def covered_at(self, payer: str, person_id: str, on: date | None = None) -> list[Covered]:
        """A person's places at one payer, each with its cover, in two reads."""
        places, rows = self._places_at(payer, person_id)
        return covers_in(places, rows, on)

    def covers_on(self, payer: str, person_id: str, days: Iterable[date]) -> dict[date, list[Cover]]:
        """What a person was or is insured with at one payer on each of these days, in two reads."""
        places, rows = self._places_at(payer, person_id)
        return {day: [cover for _, cover in covers_in(places, rows, day)] for day in days}

    def cover_under(self, payer: str, person_id: str, policy_number: str) -> Cover | None:
        """What a person is insured with under one policy; None for somebody who is not in it."""
        covers = self.cover(payer, person_id)
        return next((one for one in covers if one.policy_number == policy_number), None)

    def enrolment(self, payer: str, person_id: str, policy_id: str) -> Enrolment | None:
        """A person's stored place in a policy, or None."""
        if not ids.is_person(person_id):
            return None
        row = self.tables.get(self.table, *insured_key(payer, person_id, policy_id))
        return Enrolment(from_item(Insured, row), row["sealedNumber"], row["revision"]) if row else None

    def enrol(self, insured: Insured, known: Enrolment | None, number: str, receipt: Receipt) -> None:
        """Stores a person's place in a policy, over the ``known`` one, which may say just the same.

        Raises ``Conflict`` when it has changed since it was read, ``BadInput`` when the payer does not know
        the main insured person, ``Unavailable`` when the number cannot be sealed.
        """
        operations: list[Operation] = []
        events: list[Event] = []
        if known is None:
            sealed = field_encryption.encrypt(number, **_context(insured.person_id))
            operations = [
                *self._family_check(insured),
                self._put(insured, sealed, None),
                *self._pointers(insured),
            ]
            events = [_event("insured.enrolled", insured)]
        elif known.insured != insured:
            operations = [
                *self._family_check(insured),
                self._put(insured, known.sealed_number, known.revision),
            ]
            operations += self._moved(known.insured, insured)
            events = [_event("insured.changed", insured)]
        self.tables.commit(operations, events=events, receipt=receipt)

    def change(self, insured: Insured, known: Enrolment) -> None:
        """Stores a changed enrolment (a leaving); nothing when it says just the same. Raises ``Conflict``."""
        if known.insured != insured:
            put = self._put(insured, known.sealed_number, known.revision)
            self.tables.commit([put], events=[_event("insured.left", insured)])

    def _places_at(self, payer: str, person_id: str) -> tuple[list[Insured], list[Item]]:
        """A person's places at one payer, and the items that tell their covers."""
        places = self.insured(payer, person_id)
        keys = {policy_key(payer, place.policy_id) for place in places}
        keys |= {index_table_key(payer)} if places else set()
        return places, self.tables.get_many(self.table, sorted(keys))

    def _rows(self, payer: str, person_id: str) -> list[Item]:
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
        item = {
            **as_attributes(insured_key(insured.payer, insured.person_id, insured.policy_id)),
            **to_item(insured),
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
        """The pointers of a person who is now in another family, or in none."""
        if before.main_insured_person_id == after.main_insured_person_id:
            return []
        gone = [Delete(self.table, *_family_key(before), when=None)] if before.main_insured_person_id else []
        return [*gone, *self._pointers(after)]

    def _family_check(self, insured: Insured) -> list[Operation]:
        main = insured.main_insured_person_id
        if not main:
            return []
        unknown = BadInput([Fault("/mainInsuredPersonId", "main-insured-unknown", "")])
        place = next((at for at in self.insured(insured.payer, main) if at.relation == "employee"), None)
        if place is None:
            raise unknown
        key = insured_key(place.payer, main, place.policy_id)
        return [Check(self.table, *key, "attribute_exists(#pk)", otherwise=unknown)]


def _family_key(insured: Insured) -> Key:
    main = str(insured.main_insured_person_id)
    return family_pointer_key(main, insured.payer, insured.person_id, insured.policy_id)


def _context(person_id: str) -> dict[str, str]:
    return {"table": "people", "field": "number", "person": person_id}


def _event(kind: str, insured: Insured) -> Event:
    data = {"policyId": insured.policy_id, "personId": insured.person_id}
    return Event(kind, clock.now(), insured.payer, data)
