"""What the tables hold, and that it is what the model says, with no slot, session or offer given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId, WaitlistId
from helsebro_aws.bookings.waitlist.keys import place_in_line
from helsebro_aws.dynamodb.record import from_item, instant
from helsebro_aws.dynamodb.tables import tables
from tests.promises.booking_states.line import Line

Row = dict[str, Any]


@dataclass(frozen=True)
class Stored:
    """The rows of the tables at one moment."""

    cases: Sequence[Row]
    network: Sequence[Row]

    @classmethod
    def now(cls) -> Stored:
        """Returns all rows."""
        return cls(_rows("cases"), _rows("network"))

    def each(self, kind: str) -> list[Row]:
        """Returns the rows whose sort key begins so."""
        return [row for row in (*self.cases, *self.network) if row["sk"].startswith(f"{kind}#")]

    @cached_property
    def slots(self) -> dict[SlotId, Row]:
        """The slots."""
        return {row["slotId"]: row for row in self.each("SLOT")}

    @cached_property
    def entries(self) -> dict[WaitlistId, Row]:
        """The waitlist entries."""
        return {row["waitlistId"]: row for row in self.each("WAITLIST")}

    @property
    def offers(self) -> dict[WaitlistId, tuple[SlotId, str, datetime]]:
        """The offers of the entries: slot, hold and when it expires."""
        found = {}
        for waitlist_id, row in self.entries.items():
            if offer := row.get("offer"):
                until = datetime.fromisoformat(offer["expiresAt"])
                found[waitlist_id] = offer["slotId"], offer["holdId"], until
        return found


def _rows(table: str) -> list[Row]:
    rows, last, *_ = tables.client.sync_scan_page(table)
    assert last is None
    return [dict(row) for row in rows]


def must_agree(stored: Stored, model: Line, guarantees: Sequence[Guarantee]) -> None:
    """Fails unless the tables hold what the model says."""
    assert _slots_of(stored) == {
        slot.slot_id: (
            slot.status,
            slot.hold.hold_id if slot.hold else None,
            guarantees[slot.hold.who].guarantee_id if slot.hold else None,
            instant(slot.hold.until) if slot.hold else None,
            slot.booking_id,
        )
        for slot in model.slots.values()
    }
    assert {
        row["slotId"]: row["listPk"].partition("#")[0] for row in stored.slots.values() if "listPk" in row
    } == {
        slot.slot_id: "BOOKED" if slot.status == "booked" else "FREE"
        for slot in model.slots.values()
        if slot.status in ("free", "held", "booked")
    }
    assert {
        row["bookingId"]: (row["status"], row["slotId"], row["guaranteeId"]) for row in stored.each("BOOKING")
    } == {
        booking_id: (booking.status, booking.slot.slot_id, guarantees[booking.who].guarantee_id)
        for booking_id, booking in model.bookings.items()
    }
    _guarantees_must_agree(stored, model, guarantees)
    _entries_must_agree(stored, model, guarantees)
    nothing_is_given_twice(stored)


def _slots_of(stored: Stored) -> dict[SlotId, tuple[Any, ...]]:
    attributes = ("status", "holdId", "heldFor", "heldUntil", "bookingId")
    return {slot_id: tuple(row.get(name) for name in attributes) for slot_id, row in stored.slots.items()}


def _guarantees_must_agree(stored: Stored, model: Line, guarantees: Sequence[Guarantee]) -> None:
    rows = {row["guaranteeId"]: row for row in stored.each("GUARANTEE")}
    for known, guarantee in zip(model.guarantees, guarantees, strict=True):
        now = from_item(Guarantee, rows[guarantee.guarantee_id])
        assert (
            now.sessions_granted,
            now.sessions_booked,
            now.sessions_used,
            now.valid_until,
            now.status,
            now.version,
            now.first_booking_id,
        ) == (
            known.granted,
            known.booked,
            known.used,
            known.valid_until,
            "revoked" if known.is_revoked else "active",
            known.version,
            known.first,
        )
    counted = sum(booking.status != "cancelled" for booking in model.bookings.values())
    assert sum(int(week["sessions"]) for week in stored.each("WEEK")) == counted


def _entries_must_agree(stored: Stored, model: Line, guarantees: Sequence[Guarantee]) -> None:
    assert stored.entries.keys() == model.entries.keys()
    for waitlist_id, known in model.entries.items():
        row = stored.entries[waitlist_id]
        entry = from_item(WaitlistEntry, row)
        offered = entry.offer and (entry.offer.slot_id, entry.offer.hold_id, entry.offer.expires_at)
        expected = known.offer and (known.offer[0].slot_id, known.offer[1].hold_id, known.offer[1].until)
        assert (entry.status, offered, list(entry.passed)) == (known.status, expected, known.passed)
        assert (entry.ended_because, entry.booking_id) == (known.because, known.booking_id)
        assert entry.valid_until == known.valid_until
        is_listed = known.status == "waiting" or entry.offer
        assert row.get("listSk") == (place_in_line(entry) if is_listed else None)
        left = set(known.holds) - ({known.offer[1].hold_id} if known.offer else set())
        assert not left & {row.get("holdId") for row in stored.slots.values()}, f"{known} still holds a slot"
    left_slots = {(row["sk"].split("#")[1], row["sk"].split("#", 2)[2]) for row in stored.each("LEFTSLOT")}
    assert left_slots == {
        (guarantee.guarantee_id, slot_id)
        for who, guarantee in enumerate(guarantees)
        for slot_id in model.guarantees[who].left
    }
    counters = {row["sk"].partition("#")[2]: row for row in stored.each("WAITING")}
    for who, guarantee in enumerate(guarantees):
        counter = counters.get(guarantee.guarantee_id, {})
        open_now = sum(entry.is_open for entry in model.entries_of(who))
        offered_to = model.guarantees[who].offered
        assert (int(counter.get("open", 0)), counter.get("offered")) == (open_now, offered_to)


def nothing_is_given_twice(stored: Stored) -> None:
    """Fails when the rows, whatever the model says, give a slot, a session or an offer twice."""
    booked = Counter(row["slotId"] for row in stored.each("BOOKING") if row["status"] == "booked")
    assert all(number == 1 for number in booked.values()), booked
    assert set(booked) == {slot_id for slot_id, row in stored.slots.items() if row["status"] == "booked"} - {
        row["slotId"] for row in stored.each("BOOKING") if row["status"] in ("held", "missed")
    }
    for row in stored.each("GUARANTEE"):
        assert row["sessionsUsed"] <= row["sessionsBooked"] <= row["sessionsGranted"], row
    offers = Counter(row["guaranteeId"] for row in stored.entries.values() if row["status"] == "offered")
    assert all(number == 1 for number in offers.values()), offers
    keeping = {row["holdId"]: row for row in stored.slots.values() if row["status"] == "held"}
    for row in stored.entries.values():
        offer = row.get("offer")
        assert (row["status"] == "offered") == bool(offer), row
        if offer and offer["holdId"] in keeping:
            assert keeping[offer["holdId"]]["heldFor"] == row["guaranteeId"]
