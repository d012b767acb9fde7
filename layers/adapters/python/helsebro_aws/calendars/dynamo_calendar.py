"""A practitioner's calendar in the ``network`` table: publishing and withdrawing slots.

``{practitionerId}`` / ``SLOTKEY#{key}`` points from a clinic's own key to the slot. ``{practitionerId}`` /
``CALENDAR`` counts the changes: every commit here fails when another writer has changed the calendar since it
was read, so two publications can never leave slots that overlap. Bookings and holds change no times and do
not count; the condition on each slot covers them.

A transaction holds 100 operations, a publication up to 200 slots. When they do not fit into one commit, they
are written in several: withdrawn slots first, then slots that replace one at the same minute, then the rest,
and the receipt with the last. When the function is killed in between, the clinic sends the publication again,
and the slots that are in place already stay unchanged. The calendar never holds overlaps, not even in
between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from helsebro.calendars.publication import CalendarChanged, Publication, plan, replacement, withdrawal
from helsebro.calendars.slot import LONGEST, Slot
from helsebro.events import Event
from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.calendars.dynamo_slots import AVAILABLE, PLACE, TAKER, DynamoSlots, slot_in, slot_item
from helsebro_aws.calendars.keys import calendar_key, slot_key, slot_pointer_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy, Item, Operation, Put, Tables, Update, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock

ATTEMPTS = 4
"""Few, since each attempt reads and writes up to 200 slots."""
OPERATIONS = 80
"""The most operations on slots in one commit; the rest of the hundred is for those that go with them."""

MakeReceipt = Callable[[Publication], Receipt | None]


class DynamoCalendar:
    """The calendars of practitioners on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.slots = DynamoSlots(on)
        self.clinics = DynamoClinics(on)

    def publish(
        self, practitioner: Practitioner, wanted: Sequence[Slot], receipt: MakeReceipt, *, by_system: bool
    ) -> Publication:
        """Stores the slots that fit; ``receipt`` makes the receipt from the result of each slot.

        ``by_system`` says whether the clinic's system publishes them, and not a person in the browser.

        Raises what ``receipt`` raises, and ``Unavailable`` when others keep changing the calendar.
        """

        def once() -> Publication:
            seen, at = self._version(practitioner.practitioner_id), clock.now()
            starts = [slot.starts_at for slot in wanted]
            near = self.slots.between(practitioner.practitioner_id, min(starts) - LONGEST, _last(wanted))
            known = self._by_key(practitioner.practitioner_id, [slot.key for slot in wanted])
            done = plan(wanted, known, [slot for slot in near if slot.status != "withdrawn"], at)
            self._write(practitioner, done, seen, receipt(done), "slots.published", by_system=by_system)
            return done

        return _retried(once)

    def replace(
        self,
        practitioner: Practitioner,
        span: tuple[datetime, datetime],
        wanted: Sequence[Slot],
        receipt: MakeReceipt,
        *,
        by_system: bool,
    ) -> Publication:
        """Makes the slots the whole calendar of a span, but for booked slots; see ``publish``."""

        def once() -> Publication:
            seen, at = self._version(practitioner.practitioner_id), clock.now()
            around = self.slots.between(practitioner.practitioner_id, span[0] - LONGEST, span[1])
            known = self._by_key(practitioner.practitioner_id, [slot.key for slot in wanted])
            standing = [slot for slot in around if slot.status != "withdrawn"]
            done = replacement(wanted, known, standing, span, at)
            kind = "slots.published" if done.put else "slots.withdrawn"
            self._write(practitioner, done, seen, receipt(done), kind, by_system=by_system)
            return done

        return _retried(once)

    def withdraw(self, practitioner: Practitioner, keys: Sequence[str], receipt: MakeReceipt) -> Publication:
        """Withdraws the slots of these keys, unless they are booked. Raises the errors of ``publish``."""

        def once() -> Publication:
            seen = self._version(practitioner.practitioner_id)
            done = withdrawal(keys, self._by_key(practitioner.practitioner_id, keys))
            self._write(practitioner, done, seen, receipt(done), "slots.withdrawn")
            return done

        return _retried(once)

    def _version(self, practitioner_id: PractitionerId) -> int:
        item = self.tables.get(self.slots.table, *calendar_key(practitioner_id))
        return int(item["version"]) if item else 0

    def _by_key(self, practitioner_id: PractitionerId, keys: Sequence[str]) -> dict[str, Slot]:
        """Returns the slots by their keys, without withdrawn slots and slots that another key replaced."""
        wanted = [slot_pointer_key(practitioner_id, key) for key in keys]
        pointers = self.tables.get_many(self.slots.table, wanted)
        # Two keys may point to one minute, but one read may name an item only once.
        places = sorted({(practitioner_id, pointer["slot"]) for pointer in pointers})
        slots = {item["sk"]: slot_in(item) for item in self.tables.get_many(self.slots.table, places)}
        found: dict[str, Slot] = {}
        for pointer in pointers:
            slot = slots.get(pointer["slot"])
            if slot and slot.status != "withdrawn" and _points_to(pointer, slot):
                found[slot.key] = slot
        return {key: found[key] for key in keys if key in found}

    def _write(
        self,
        practitioner: Practitioner,
        done: Publication,
        seen: int,
        receipt: Receipt | None,
        kind: str,
        *,
        by_system: bool = False,
    ) -> None:
        at = clock.now()
        batches = _batches(self._changes(done, at))
        for number, batch in enumerate(batches[:-1]):
            self.tables.commit([*batch, self._count(practitioner.practitioner_id, seen + number)])
        if not batches:
            if receipt:
                self.tables.commit([], receipt=receipt)
            return
        last = [*batches[-1], self._count(practitioner.practitioner_id, seen + len(batches) - 1)]
        data = {
            "practitionerId": practitioner.practitioner_id,
            "clinicId": practitioner.clinic_id,
            "slots": len(done.put or done.vacated),
        }
        services, opened = self._services(practitioner.clinic_id, done, at, by_system=by_system)
        events = [Event(kind, at, "", data), *opened]
        self.tables.commit([*last, *services], events=events, receipt=receipt)

    def _changes(self, done: Publication, at: datetime) -> list[list[Operation]]:
        """Returns the operations of each slot, in the order that never leaves overlaps in the calendar."""
        leaving = {slot.slot_id: slot for slot in done.vacated}
        replacing = [slot for slot in done.put if slot.slot_id in leaving]
        new = [slot for slot in done.put if slot.slot_id not in leaving]
        replaced = {slot.slot_id for slot in replacing}
        changes: list[list[Operation]] = [
            [self._vacate(slot, at, ends_hold=done.ends_holds)]
            for slot in done.vacated
            if slot.slot_id not in replaced
        ]
        changes += [
            self._put(slot, leaving.get(slot.slot_id), at, ends_hold=done.ends_holds) for slot in replacing
        ]
        return changes + [self._put(slot, None, at) for slot in new]

    def _vacate(self, slot: Slot, at: datetime, *, ends_hold: bool) -> Update:
        """Returns the operation that withdraws a slot."""
        when, values = _may_leave(slot, at, ends_hold=ends_hold)
        return Update(
            self.slots.table,
            *slot_key(slot.practitioner_id, slot.starts_at),
            set={"status": "withdrawn"},
            remove=(*TAKER, *PLACE),
            when=when,
            values=values,
            otherwise=CalendarChanged(),
        )

    def _put(
        self, slot: Slot, before: Slot | None, at: datetime, *, ends_hold: bool = False
    ) -> list[Operation]:
        """Returns the operations that store a slot and its key.

        They fail unless there is no slot at that minute, or ``before`` is there and may leave.
        """
        when, values = "attribute_not_exists(#pk) OR #status = :withdrawn", {":withdrawn": "withdrawn"}
        if before:
            when, values = _may_leave(before, at, ends_hold=ends_hold)
        item = slot_item(replace(slot, free_since=at))
        pointer = {
            **as_attributes(slot_pointer_key(slot.practitioner_id, slot.key)),
            "slot": item["sk"],
            "expiresAt": item["expiresAt"],
        }
        place = Put(self.slots.table, item, when=when, values=values, otherwise=CalendarChanged())
        return [place, Put(self.slots.table, pointer, when=None)]

    def _count(self, practitioner_id: PractitionerId, seen: int) -> Update:
        return Update(
            self.slots.table,
            *calendar_key(practitioner_id),
            set={"version": seen + 1},
            when="#version = :seen" if seen else "attribute_not_exists(#version)",
            values={":seen": seen} if seen else {},
            otherwise=CalendarChanged(),
            creates=not seen,
        )

    def _services(
        self, clinic_id: ClinicId, done: Publication, at: datetime, *, by_system: bool
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the operation that ticks off the published services on the clinic's checklist (F0-09).

        A clinic whose system publishes slots has a system that works, so it is connected too. The event says
        that the clinic takes clients from now on.
        """
        before = self.clinics.find(clinic_id)
        connected = before.connected(at) if by_system else before
        after = connected.publishing((slot.service for slot in done.put), at)
        if after == before:
            return [], []
        opens = after.takes_clients and not before.takes_clients
        event = Event("clinic.changed", at, "", {"clinicId": clinic_id}, clinic_id)
        operation = self.clinics.change_operation(before, after, otherwise=CalendarChanged())
        return [operation], [event] if opens else []


def _points_to(pointer: Item, slot: Slot) -> bool:
    return (pointer["pk"], pointer["sk"]) == slot_pointer_key(slot.practitioner_id, slot.key)


def _retried(once: Callable[[], Publication]) -> Publication:
    return retry_on_conflict(once, CalendarChanged, attempts=ATTEMPTS, otherwise=Busy())


def _may_leave(slot: Slot, at: datetime, *, ends_hold: bool) -> tuple[str, dict[str, str]]:
    """Returns the condition that the slot is still there and not booked, nor held unless ``ends_hold``."""
    if ends_hold:
        return "#key = :key AND #status <> :booked", {":key": slot.key, ":booked": "booked"}
    now = instant(at.replace(microsecond=0))
    return f"#key = :key AND {AVAILABLE}", {":key": slot.key, ":free": "free", ":held": "held", ":now": now}


def _batches(changes: Sequence[Sequence[Operation]]) -> list[list[Operation]]:
    """Returns the operations of each commit; those of one slot stay together."""
    batches: list[list[Operation]] = []
    for change in changes:
        if not batches or len(batches[-1]) + len(change) > OPERATIONS:
            batches.append([])
        batches[-1] += change
    return batches


def _last(wanted: Sequence[Slot]) -> datetime:
    return max(slot.ends_at for slot in wanted)
