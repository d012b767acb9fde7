"""Slots in the ``network`` table: ``{practitionerId}`` / ``SLOT#{startsAt}``.

The id of a slot contains its key, and one practitioner has at most one slot a minute. To take and to release
a slot are operations on that one item; their condition alone keeps two bookings from sharing it (promise 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import Slot, SlotTaken
from helsebro.errors import Conflict, NotFound
from helsebro.ids import BookingId, GuaranteeId, PractitionerId, SlotId
from helsebro.network.practitioner import FirstFree, Practitioner
from helsebro_aws.calendars.keys import AFTER_ALL_SLOTS, slot_key, slot_sort_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Tables, Update, tables
from helsebro_aws.network.keys import practitioner_key

if TYPE_CHECKING:
    from helsebro_aws.calendars.slot_answer import SlotAnswer

KEPT = timedelta(days=400)
NEXT_SLOTS = 5
SEARCH_PAGE = 20
AVAILABLE = "(#status = :free OR (#status = :held AND #heldUntil <= :now))"
HELD_FOR_GUARANTEE = "(#status = :held AND #heldFor = :guarantee)"
HELD_BY_HOLD = "(#status = :held AND #heldFor = :guarantee AND #holdId = :hold)"
TAKER = ("holdId", "heldFor", "heldUntil", "bookingId")
"""The attributes that say who has the slot."""


class DynamoSlots:
    """Slots on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, slot_id: SlotId) -> Slot:
        """Returns the slot. Raises ``NotFound``."""
        practitioner_id, starts_at = ids.slot_parts(slot_id)
        item = self.tables.get(self.table, *slot_key(practitioner_id, starts_at))
        if item is None:
            raise NotFound()
        return slot_in(item)

    def with_practitioner(self, slot_id: SlotId) -> tuple[Slot, Practitioner]:
        """Returns the slot and its practitioner, in one read. Raises ``NotFound``."""
        practitioner_id, starts_at = ids.slot_parts(slot_id)
        keys = slot_key(practitioner_id, starts_at), practitioner_key(practitioner_id)
        slot, practitioner = self.tables.get_each(self.table, *keys)
        return slot_in(slot), from_item(Practitioner, practitioner)

    def between(self, practitioner_id: PractitionerId, start: datetime, end: datetime) -> list[Slot]:
        """Returns every slot of any status that starts from ``start`` to ``end``."""
        after, until = slot_sort_key(start), slot_sort_key(end)
        items = self.tables.query_all(self.table, practitioner_id, after=after, until=until)
        return [slot_in(item) for item in items]

    def free(
        self,
        practitioner_id: PractitionerId,
        span: tuple[datetime, datetime],
        at: datetime,
        *,
        service: str | None = None,
        limit: int,
        cursor: str | None = None,
    ) -> tuple[list[Slot], str | None]:
        """Returns up to ``limit`` free slots that start in ``span``, earliest first, and the next cursor."""
        found: list[Slot] = []
        start, end = max(span[0], at), span[1]
        while start <= end:
            page = self.tables.query(
                self.table,
                practitioner_id,
                after=slot_sort_key(start),
                until=slot_sort_key(end),
                limit=limit - len(found),
                page_cursor=cursor,
            )
            slots = (slot_in(item) for item in page.items)
            found += [slot for slot in slots if slot.is_free(at) and service in (None, slot.service)]
            cursor = page.next_cursor
            if cursor is None or len(found) == limit:
                return found, cursor
        return found, None

    def first_free(self, practitioner_id: PractitionerId, at: datetime) -> FirstFree | None:
        """Returns the practitioner's first free slot."""
        found = self._some_free(practitioner_id, at, at, None, 1)
        return FirstFree(found[0].slot_id, found[0].starts_at) if found else None

    def next_free(self, slot: Slot, at: datetime) -> list[Slot]:
        """Returns free slots of the same practitioner and service: later ones, else the earliest."""
        later = self._some_free(slot.practitioner_id, max(slot.starts_at, at), at, slot.service, NEXT_SLOTS)
        return later or self._some_free(slot.practitioner_id, at, at, slot.service, NEXT_SLOTS)

    def _some_free(
        self, practitioner_id: PractitionerId, start: datetime, at: datetime, service: str | None, count: int
    ) -> list[Slot]:
        items = self.tables.query_all(
            self.table,
            practitioner_id,
            after=slot_sort_key(start),
            until=AFTER_ALL_SLOTS,
            page_size=SEARCH_PAGE,
        )
        slots = (slot_in(item) for item in items)
        free = (slot for slot in slots if slot.is_free(at) and service in (None, slot.service))
        return list(islice(free, count))

    # Operations of a commit

    def book(
        self,
        slot: Slot,
        guarantee_id: GuaranteeId,
        booking_id: BookingId,
        at: datetime,
        hold_id: str | None = None,
    ) -> Update:
        """Returns the operation that books an available slot, or one that this guarantee holds."""
        held = HELD_BY_HOLD if hold_id else HELD_FOR_GUARANTEE
        values = {":guarantee": guarantee_id, **({":hold": hold_id} if hold_id else {})}
        booked = {"status": "booked", "bookingId": booking_id}
        return self._take(slot, f"({AVAILABLE} OR {held})", values, at, booked)

    def hold(self, slot: Slot, hold: Hold, at: datetime) -> Update:
        """Returns the operation that holds an available slot for a guarantee."""
        held = {
            "status": "held",
            "holdId": hold.hold_id,
            "heldFor": hold.guarantee_id,
            "heldUntil": instant(hold.expires_at),
        }
        return self._take(slot, AVAILABLE, {}, at, held)

    def release_hold(self, hold: Hold, otherwise: Conflict) -> Update:
        """Returns the operation that frees the slot of a hold, if the hold still has it."""
        return self._release(hold.slot_id, "#holdId = :taker", hold.hold_id, "free", otherwise)

    def release(self, slot_id: SlotId, booking_id: BookingId, *, withdraw: bool = False) -> Update:
        """Returns the operation that frees the slot of a booking, or withdraws it for the clinic."""
        status = "withdrawn" if withdraw else "free"
        return self._release(slot_id, "#bookingId = :taker", booking_id, status, Conflict())

    def _take(
        self, slot: Slot, when: str, values: dict[str, str], at: datetime, change: dict[str, str]
    ) -> Update:
        now = instant(at.replace(microsecond=0))
        return Update(
            self.table,
            *slot_key(slot.practitioner_id, slot.starts_at),
            set=change,
            remove=[name for name in TAKER if name not in change],
            when=f"{when} AND #startsAt > :now AND #service = :service",
            values={**values, ":free": "free", ":held": "held", ":now": now, ":service": slot.service},
            otherwise=SlotTaken(),
        )

    def _release(self, slot_id: SlotId, when: str, taker: str, status: str, otherwise: Conflict) -> Update:
        return Update(
            self.table,
            *slot_key(*ids.slot_parts(slot_id)),
            set={"status": status},
            remove=TAKER,
            when=when,
            values={":taker": taker},
            otherwise=otherwise,
        )


def slot_in(item: Item) -> Slot:
    """Returns the slot that an item holds."""
    return from_item(Slot, item)


def slot_item(slot: Slot) -> Item:
    """Returns the item of a slot; DynamoDB removes it 400 days after the slot ends."""
    expires_at = int((slot.ends_at + KEPT).timestamp())
    key = as_attributes(slot_key(slot.practitioner_id, slot.starts_at))
    return {**key, **to_item(slot), "expiresAt": expires_at}


def shown(slots: Sequence[Slot]) -> list[SlotAnswer]:
    """Returns slots for answers to members, without any data on who has a slot."""
    return [
        {
            "slotId": slot.slot_id,
            "practitionerId": slot.practitioner_id,
            "service": slot.service,
            "startsAt": instant(slot.starts_at),
            "endsAt": instant(slot.ends_at),
        }
        for slot in slots
    ]
