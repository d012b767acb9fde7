"""Slots in the ``network`` table: ``{practitionerId}`` / ``SLOT#{startsAt}``.

The id of a slot contains its key, and one practitioner has at most one slot a minute. To take and to release
a slot are operations on that one item; their condition alone keeps two bookings from sharing it (promise 1).
A slot is in the listing ``FREE#{practitionerId}`` (``dynamo_free_slots``) while it is free or held, and in
``BOOKED#{practitionerId}`` while it is booked: the operation that changes its status moves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import Slot, SlotTaken
from helsebro.errors import Conflict, NotFound
from helsebro.ids import BookingId, GuaranteeId, PractitionerId, SlotId
from helsebro.network.clinic_details import late_from
from helsebro.network.practitioner import Practitioner
from helsebro_aws.calendars.keys import booked_slots_of, free_slots_of, slot_key, slot_sort_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Tables, Update, tables
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.calendars.slot_answer import SlotAnswer

KEPT = timedelta(days=400)
LISTED = ("free", "held")
"""A held slot stays listed, because it is free again without a write when its hold expires."""
AVAILABLE = "(#status = :free OR (#status = :held AND #heldUntil <= :now))"
HELD_FOR_GUARANTEE = "(#status = :held AND #heldFor = :guarantee)"
HELD_BY_HOLD = "(#status = :held AND #heldFor = :guarantee AND #holdId = :hold)"
TAKER = ("holdId", "heldFor", "heldUntil", "bookingId")
"""The attributes that say who has the slot."""
PLACE = ("listPk", "listSk")
"""The attributes of its place among the free or the booked slots."""


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

    def find_many(self, slot_ids: Iterable[SlotId]) -> list[Slot]:
        """Returns the slots that exist, in any order."""
        keys = [slot_key(*ids.slot_parts(slot_id)) for slot_id in sorted(set(slot_ids))]
        return [slot_in(item) for item in self.tables.get_many(self.table, keys)]

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

    def booked_since(self, practitioner_id: PractitionerId, start: datetime, most: int) -> list[Slot]:
        """Returns the booked slots of a practitioner that start then or later: the ``most`` earliest ones."""
        listing, after = booked_slots_of(practitioner_id), slot_sort_key(start)
        rows = self.tables.query_all(self.table, listing, after=after, listing=True, page_size=most)
        return [slot_in(row) for row in islice(rows, most)]

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
        listed = _place(slot.practitioner_id, slot.starts_at, "booked")
        booked = {"status": "booked", "bookingId": booking_id, **listed}
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
        self,
        slot: Slot,
        when: str,
        values: dict[str, str],
        at: datetime,
        change: dict[str, str],
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
        practitioner_id, starts_at = ids.slot_parts(slot_id)
        listed = {**_place(practitioner_id, starts_at, status), "freeSince": instant(clock.now())}
        free = listed if status == "free" else {}
        return Update(
            self.table,
            *slot_key(practitioner_id, starts_at),
            set={"status": status, **free},
            remove=TAKER if free else (*TAKER, *PLACE),
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
    place = _place(slot.practitioner_id, slot.starts_at, slot.status)
    return {**key, **place, **to_item(slot), "expiresAt": expires_at}


def listing_of(practitioner_id: PractitionerId, status: str) -> str | None:
    """Returns the listing of the slots of a practitioner with this status; None when they are in none."""
    if status in LISTED:
        return free_slots_of(practitioner_id)
    return booked_slots_of(practitioner_id) if status == "booked" else None


def _place(practitioner_id: PractitionerId, starts_at: datetime, status: str) -> dict[str, str]:
    """Returns the attributes that list a slot of this status."""
    listing = listing_of(practitioner_id, status)
    return {"listPk": listing, "listSk": slot_sort_key(starts_at)} if listing else {}


def shown(slots: Sequence[Slot], notice_hours: int | None = None) -> list[SlotAnswer]:
    """Returns slots for answers to members, without any data on who has a slot.

    With the clinic's notice window each says until when it could be cancelled without paying.
    """
    return [_shown(slot, notice_hours) for slot in slots]


def _shown(slot: Slot, notice_hours: int | None) -> SlotAnswer:
    answer: SlotAnswer = {
        "slotId": slot.slot_id,
        "practitionerId": slot.practitioner_id,
        "service": slot.service,
        "startsAt": instant(slot.starts_at),
        "endsAt": instant(slot.ends_at),
    }
    if slot.address_key:
        answer["addressKey"] = slot.address_key
    if notice_hours is not None:
        answer["noticeHours"] = notice_hours
        answer["lateFrom"] = instant(late_from(slot.starts_at, notice_hours))
    return answer
