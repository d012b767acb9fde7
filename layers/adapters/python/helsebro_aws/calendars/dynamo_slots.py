"""Slots in the ``network`` table: ``{practitionerId}`` / ``SLOT#{startsAt}``.

The id of a slot is its address, and one practitioner has at most one slot a minute. Taking and releasing are
operations on that one item whose condition is the whole promise that nobody shares it (promise 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import islice

from helsebro import ids
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import Slot, SlotTaken
from helsebro.errors import Conflict, NotFound
from helsebro.network.practitioner import FirstFree, Practitioner
from helsebro_aws.calendars.keys import AFTER_ALL_SLOTS, slot_key, slot_sort_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Tables, Update, tables
from helsebro_aws.network.keys import practitioner_key

KEPT = timedelta(days=400)
NEXT_SLOTS = 5
FIRST_LOOKED_AT = 20
FREE = "(#status = :free OR (#status = :held AND #heldUntil <= :now))"
MINE = "(#status = :held AND #heldFor = :guarantee)"
MINE_BY_HOLD = "(#status = :held AND #heldFor = :guarantee AND #holdId = :hold)"
NOBODYS = ("holdId", "heldFor", "heldUntil", "bookingId")


class DynamoSlots:
    """Slots on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, slot_id: str) -> Slot:
        """The slot. Raises ``NotFound``."""
        practitioner_id, starts_at = ids.slot_parts(slot_id)
        item = self.tables.get(self.table, *slot_key(practitioner_id, starts_at))
        if item is None:
            raise NotFound()
        return slot_in(item)

    def with_practitioner(self, slot_id: str) -> tuple[Slot, Practitioner]:
        """The slot and whose it is, in one read. Raises ``NotFound``."""
        practitioner_id, starts_at = ids.slot_parts(slot_id)
        keys = slot_key(practitioner_id, starts_at), practitioner_key(practitioner_id)
        slot, practitioner = self.tables.get_each(self.table, *keys)
        return slot_in(slot), from_item(Practitioner, practitioner)

    def between(self, practitioner_id: str, start: datetime, end: datetime) -> list[Slot]:
        """Every slot, whatever its state, that begins in that time."""
        after, until = slot_sort_key(start), slot_sort_key(end)
        items = self.tables.query_all(self.table, practitioner_id, after=after, until=until)
        return [slot_in(item) for item in items]

    def free(
        self,
        practitioner_id: str,
        span: tuple[datetime, datetime],
        at: datetime,
        *,
        service: str | None = None,
        limit: int,
        cursor: str | None = None,
    ) -> tuple[list[Slot], str | None]:
        """Up to ``limit`` slots that can be booked and begin in ``span``, earliest first, and the cursor."""
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

    def first_free(self, practitioner_id: str, at: datetime) -> FirstFree | None:
        """The practitioner's first free slot."""
        found = self._some_free(practitioner_id, at, at, None, 1)
        return FirstFree(found[0].slot_id, found[0].starts_at) if found else None

    def next_free(self, slot: Slot, at: datetime) -> list[Slot]:
        """What to take instead of a slot: the next of the same practitioner and service, later ones first."""
        later = self._some_free(slot.practitioner_id, max(slot.starts_at, at), at, slot.service, NEXT_SLOTS)
        return later or self._some_free(slot.practitioner_id, at, at, slot.service, NEXT_SLOTS)

    def _some_free(
        self, practitioner_id: str, start: datetime, at: datetime, service: str | None, count: int
    ) -> list[Slot]:
        items = self.tables.query_all(
            self.table,
            practitioner_id,
            after=slot_sort_key(start),
            until=AFTER_ALL_SLOTS,
            page_size=FIRST_LOOKED_AT,
        )
        slots = (slot_in(item) for item in items)
        free = (slot for slot in slots if slot.is_free(at) and service in (None, slot.service))
        return list(islice(free, count))

    # Operations of a commit

    def book(
        self, slot: Slot, guarantee_id: str, booking_id: str, at: datetime, hold_id: str | None = None
    ) -> Update:
        """The slot becomes a booking's, if nobody has it or this very guarantee holds it."""
        mine = MINE_BY_HOLD if hold_id else MINE
        values = {":guarantee": guarantee_id, **({":hold": hold_id} if hold_id else {})}
        return self._take(
            slot, f"({FREE} OR {mine})", values, at, {"status": "booked", "bookingId": booking_id}
        )

    def hold(self, slot: Slot, hold: Hold, at: datetime) -> Update:
        """The slot is kept for a guarantee, if nobody has it."""
        kept = {
            "status": "held",
            "holdId": hold.hold_id,
            "heldFor": hold.guarantee_id,
            "heldUntil": instant(hold.expires_at),
        }
        return self._take(slot, FREE, {}, at, kept)

    def let_go(self, hold: Hold, otherwise: Conflict) -> Update:
        """The slot of a hold that is given up is free again, if it is still that hold's."""
        return self._release(hold.slot_id, "#holdId = :mine", hold.hold_id, "free", otherwise)

    def release(self, slot_id: str, booking_id: str, *, withdraw: bool = False) -> Update:
        """The slot of a booking that no longer stands is free again, or taken back by the clinic."""
        status = "withdrawn" if withdraw else "free"
        return self._release(slot_id, "#bookingId = :mine", booking_id, status, Conflict())

    def _take(
        self, slot: Slot, when: str, values: dict[str, str], at: datetime, become: dict[str, str]
    ) -> Update:
        now = instant(at.replace(microsecond=0))
        return Update(
            self.table,
            *slot_key(slot.practitioner_id, slot.starts_at),
            set=become,
            remove=[name for name in NOBODYS if name not in become],
            when=f"{when} AND #startsAt > :now AND #service = :service",
            values={**values, ":free": "free", ":held": "held", ":now": now, ":service": slot.service},
            otherwise=SlotTaken(),
        )

    def _release(self, slot_id: str, when: str, mine: str, status: str, otherwise: Conflict) -> Update:
        return Update(
            self.table,
            *slot_key(*ids.slot_parts(slot_id)),
            set={"status": status},
            remove=NOBODYS,
            when=when,
            values={":mine": mine},
            otherwise=otherwise,
        )


def slot_in(item: Item) -> Slot:
    """The slot an item holds."""
    return from_item(Slot, item)


def slot_item(slot: Slot) -> Item:
    """The item of a slot; DynamoDB removes it long after it is over."""
    expires_at = int((slot.ends_at + KEPT).timestamp())
    key = as_attributes(slot_key(slot.practitioner_id, slot.starts_at))
    return {**key, **to_item(slot), "expiresAt": expires_at}


def shown(slots: Sequence[Slot]) -> list[dict[str, str]]:
    """Slots as members see them: never who has the others."""
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
