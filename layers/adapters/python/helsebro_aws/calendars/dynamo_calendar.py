"""A practitioner's calendar in the ``network`` table: publishing and withdrawing slots.

``{practitionerId}`` / ``SLOTKEY#{key}`` tells where the slot of a clinic's own key lies, and
``{practitionerId}`` / ``CALENDAR`` counts the changes: every commit here stands only if nobody else changed
the calendar since it was read, so that two publications can never leave slots that overlap. Bookings and
holds change no times and leave the count alone; each slot's own condition watches those.

A transaction takes 100 operations, a publication up to 200 slots. What does not fit into one commit is
written in several, slots taken back first, then those that replace one at their minute, then the rest, and
the receipt with the last: whoever is killed in between sends it again and finds the slots that are in place
unchanged. Every state on the way is a calendar without overlaps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from helsebro.calendars.publication import CalendarChanged, Publication, plan, withdrawal
from helsebro.calendars.slot import LONGEST, Slot
from helsebro.events import Event
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.calendars.dynamo_slots import FREE, NOBODYS, DynamoSlots, slot_in, slot_item
from helsebro_aws.calendars.keys import calendar_key, slot_key, slot_pointer_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy, Item, Operation, Put, Tables, Update, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock

ATTEMPTS = 4
"""Each reads and writes up to 200 slots."""
OPERATIONS = 80
"""Operations of one commit that are about slots; the rest of the hundred is for what goes with them."""

Answered = Callable[[Publication], Receipt]


class DynamoCalendar:
    """The calendars of practitioners on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.slots = DynamoSlots(on)
        self.clinics = DynamoClinics(on)

    def publish(self, practitioner: Practitioner, wanted: Sequence[Slot], receipt: Answered) -> Publication:
        """Takes over the slots that fit; ``receipt`` makes the answer of what became of each.

        Raises what ``receipt`` raises, and ``Unavailable`` when others keep changing the calendar.
        """

        def once() -> Publication:
            seen, at = self._version(practitioner.practitioner_id), clock.now()
            starts = [slot.starts_at for slot in wanted]
            near = self.slots.between(practitioner.practitioner_id, min(starts) - LONGEST, _last(wanted))
            known = self._by_key(practitioner.practitioner_id, [slot.key for slot in wanted])
            done = plan(wanted, known, [slot for slot in near if slot.status != "withdrawn"], at)
            self._write(practitioner, done, seen, receipt(done), "slots.published")
            return done

        return _retried(once)

    def withdraw(self, practitioner: Practitioner, keys: Sequence[str], receipt: Answered) -> Publication:
        """Takes the slots of these keys back, unless they are booked. Raises like ``publish``."""

        def once() -> Publication:
            seen = self._version(practitioner.practitioner_id)
            done = withdrawal(keys, self._by_key(practitioner.practitioner_id, keys))
            self._write(practitioner, done, seen, receipt(done), "slots.withdrawn")
            return done

        return _retried(once)

    def _version(self, practitioner_id: str) -> int:
        item = self.tables.get(self.slots.table, *calendar_key(practitioner_id))
        return int(item["version"]) if item else 0

    def _by_key(self, practitioner_id: str, keys: Sequence[str]) -> dict[str, Slot]:
        """The slots that keys name now; a withdrawn one is none, nor one whose minute another key took."""
        wanted = [slot_pointer_key(practitioner_id, key) for key in keys]
        pointers = self.tables.get_many(self.slots.table, wanted)
        # Two keys may point to one minute, but an item may be asked for only once.
        places = sorted({(practitioner_id, pointer["slot"]) for pointer in pointers})
        slots = {item["sk"]: slot_in(item) for item in self.tables.get_many(self.slots.table, places)}
        found: dict[str, Slot] = {}
        for pointer in pointers:
            slot = slots.get(pointer["slot"])
            if slot and slot.status != "withdrawn" and _points_to(pointer, slot):
                found[slot.key] = slot
        return {key: found[key] for key in keys if key in found}

    def _write(
        self, practitioner: Practitioner, done: Publication, seen: int, receipt: Receipt, kind: str
    ) -> None:
        at = clock.now()
        batches = _batches(self._changes(done, at))
        for number, batch in enumerate(batches[:-1]):
            self.tables.commit([*batch, self._count(practitioner.practitioner_id, seen + number)])
        if not batches:
            self.tables.commit([], receipt=receipt)
            return
        last = [*batches[-1], self._count(practitioner.practitioner_id, seen + len(batches) - 1)]
        data = {
            "practitionerId": practitioner.practitioner_id,
            "clinicId": practitioner.clinic_id,
            "slots": len(done.put or done.vacated),
        }
        last += self._services(practitioner.clinic_id, done, at)
        self.tables.commit(last, events=[Event(kind, at, "", data)], receipt=receipt)

    def _changes(self, done: Publication, at: datetime) -> list[list[Operation]]:
        """What is written of each slot, in the order that keeps the calendar without overlaps."""
        leaving = {slot.slot_id: slot for slot in done.vacated}
        replacing = [slot for slot in done.put if slot.slot_id in leaving]
        new = [slot for slot in done.put if slot.slot_id not in leaving]
        replaced = {slot.slot_id for slot in replacing}
        changes: list[list[Operation]] = [
            [self._vacate(slot, at, withdrawn=not done.put)]
            for slot in done.vacated
            if slot.slot_id not in replaced
        ]
        return changes + [self._put(slot, leaving.get(slot.slot_id), at) for slot in (*replacing, *new)]

    def _vacate(self, slot: Slot, at: datetime, *, withdrawn: bool) -> Update:
        """One that the clinic withdraws may be held, but not booked; one that makes room must be nobody's."""
        when, values = _nobodys(slot, at)
        if withdrawn:
            when, values = "#key = :key AND #status <> :booked", {":key": slot.key, ":booked": "booked"}
        return Update(
            self.slots.table,
            *slot_key(slot.practitioner_id, slot.starts_at),
            set={"status": "withdrawn"},
            remove=NOBODYS,
            when=when,
            values=values,
            otherwise=CalendarChanged(),
        )

    def _put(self, slot: Slot, before: Slot | None, at: datetime) -> list[Operation]:
        """The slot and its key, where no slot stands or in place of the one ``before``, if still nobody's."""
        when, values = "attribute_not_exists(#pk) OR #status = :withdrawn", {":withdrawn": "withdrawn"}
        if before:
            when, values = _nobodys(before, at)
        item = slot_item(slot)
        pointer = {
            **as_attributes(slot_pointer_key(slot.practitioner_id, slot.key)),
            "slot": item["sk"],
            "expiresAt": item["expiresAt"],
        }
        place = Put(self.slots.table, item, when=when, values=values, otherwise=CalendarChanged())
        return [place, Put(self.slots.table, pointer, when=None)]

    def _count(self, practitioner_id: str, seen: int) -> Update:
        return Update(
            self.slots.table,
            *calendar_key(practitioner_id),
            set={"version": seen + 1},
            when="#version = :seen" if seen else "attribute_not_exists(#version)",
            values={":seen": seen} if seen else {},
            otherwise=CalendarChanged(),
        )

    def _services(self, clinic_id: str, done: Publication, at: datetime) -> list[Operation]:
        """What the publication adds to the clinic's checklist, if anything (F0-09)."""
        before = self.clinics.find(clinic_id)
        after = before.publishing((slot.service for slot in done.put), at)
        if after == before:
            return []
        return [self.clinics.change_operation(before, after, otherwise=CalendarChanged())]


def _points_to(pointer: Item, slot: Slot) -> bool:
    return (pointer["pk"], pointer["sk"]) == slot_pointer_key(slot.practitioner_id, slot.key)


def _retried(once: Callable[[], Publication]) -> Publication:
    return retry_on_conflict(once, CalendarChanged, attempts=ATTEMPTS, otherwise=Busy())


def _nobodys(slot: Slot, at: datetime) -> tuple[str, dict[str, str]]:
    """The condition that the slot is still there and nobody has it."""
    now = instant(at.replace(microsecond=0))
    return f"#key = :key AND {FREE}", {":key": slot.key, ":free": "free", ":held": "held", ":now": now}


def _batches(changes: Sequence[Sequence[Operation]]) -> list[list[Operation]]:
    """The operations by commit; those of one slot stay together."""
    batches: list[list[Operation]] = []
    for change in changes:
        if not batches or len(batches[-1]) + len(change) > OPERATIONS:
            batches.append([])
        batches[-1] += change
    return batches


def _last(wanted: Sequence[Slot]) -> datetime:
    return max(slot.ends_at for slot in wanted)
