"""Holds: a slot's item names the guarantee that holds it, ``HOLD#{guaranteeId}`` in the case the slot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from helsebro.calendars.hold import Hold
from helsebro.calendars.practitioner_week import week_of
from helsebro.calendars.slot import Slot
from helsebro.errors import Conflict
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, GuaranteeId
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.bookings.guarantee_condition import good_for
from helsebro_aws.bookings.keys import HOLDS, hold_key
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.calendars.dynamo_weeks import DynamoWeeks
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, instant
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy, Check, Item, Operation, Put, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.platform import clock


class HoldChanged(Conflict):
    """The guarantee's hold has changed since it was read: read it again."""


class HoldLost(Conflict):
    """The slot to release is no longer held: it was booked, or the clinic withdrew it."""


class DynamoHolds:
    """Holds on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.slots, self.weeks = DynamoSlots(on), DynamoWeeks(on)
        self.changes = BookingChanges(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def active_hold(self, slot: Slot, guarantee: Guarantee) -> Hold | None:
        """Returns the guarantee's hold on the slot, or None when there is none or it has expired."""
        if slot.status != "held" or slot.held_for != guarantee.guarantee_id:
            return None
        assert slot.hold_id
        assert slot.held_until
        hold = Hold(slot.hold_id, slot.slot_id, guarantee.guarantee_id, slot.held_until)
        return hold if hold.is_active(clock.now()) else None

    def of_case(self, claim_id: ClaimId) -> list[Hold]:
        """Returns the last hold of each guarantee of a case, without those that have expired."""
        rows = self.tables.query_all(self.table, case_partition(claim_id), begins=HOLDS)
        return [hold for hold in map(_hold, rows) if hold.is_active(clock.now())]

    def release(self, hold: Hold) -> bool:
        """Frees the slot of a hold; returns False when the hold has it no longer."""
        try:
            self.tables.commit([self.slots.release_hold(hold, HoldLost())])
        except HoldLost:
            return False
        return True

    def place(
        self, hold: Hold, place: tuple[Slot, Practitioner], guarantee: Guarantee, receipt: Receipt
    ) -> None:
        """Holds the slot for the guarantee, and releases the slot that it held before.

        Raises ``SlotTaken`` with ``nextSlots``, ``WeekIsFull``, or the reason why the guarantee does not
        cover the slot.
        """
        slot, practitioner = place
        if slot.hold_id == hold.hold_id:
            return self.tables.commit([], receipt=receipt)
        room = self.weeks.has_room(practitioner, week_of(practitioner, slot.starts_at))
        store = partial(self._place, hold, slot, guarantee, room, receipt)
        return retry_on_conflict(store, HoldChanged, otherwise=Busy())

    def _place(
        self, hold: Hold, slot: Slot, guarantee: Guarantee, room: Sequence[Check], receipt: Receipt
    ) -> None:
        before = self._item_of(hold.guarantee_id)
        operations = self._operations(hold, slot, guarantee, before)
        try:
            self.changes.commit_for([*operations, *room], slot, guarantee, [], receipt)
        except HoldLost:
            operations = self._operations(hold, slot, guarantee, before, release_before=False)
            self.changes.commit_for([*operations, *room], slot, guarantee, [], receipt)

    def _operations(
        self,
        hold: Hold,
        slot: Slot,
        guarantee: Guarantee,
        before: Item | None,
        *,
        release_before: bool = True,
    ) -> list[Operation]:
        at = clock.now()
        when, values = good_for(guarantee, slot)
        operations: list[Operation] = [
            Check(self.table, *guarantee_key(guarantee.guarantee_id), when, values, GuaranteeChanged()),
            self.slots.hold(slot, hold, at),
            self.changes.clinic_takes_clients(slot),
            self._put(hold, before),
        ]
        known = _hold(before) if before else None
        if release_before and known and known.is_active(at) and known.slot_id != slot.slot_id:
            operations.append(self.slots.release_hold(known, HoldLost()))
        return operations

    def _put(self, hold: Hold, before: Item | None) -> Put:
        item = {
            **as_attributes(hold_key(hold.guarantee_id)),
            "holdId": hold.hold_id,
            "slotId": hold.slot_id,
            "guaranteeId": hold.guarantee_id,
            "until": instant(hold.expires_at),
            "expiresAt": int(hold.expires_at.timestamp()),
        }
        if before is None:
            return Put(self.table, item, otherwise=HoldChanged())
        seen = {":before": before["holdId"]}
        return Put(self.table, item, when="#holdId = :before", values=seen, otherwise=HoldChanged())

    def _item_of(self, guarantee_id: GuaranteeId) -> Item | None:
        return self.tables.get(self.table, *hold_key(guarantee_id))


def _hold(item: Item) -> Hold:
    return from_item(Hold, {**item, "expiresAt": item["until"]})
