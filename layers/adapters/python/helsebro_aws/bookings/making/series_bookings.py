"""The bookings of a series: ONE commit of them with slots, weeks, guarantee and events (promises 1 and 2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro import ids
from helsebro.bookings.booking import Booking
from helsebro.bookings.reserved_money import of_booking
from helsebro.bookings.series import Series, SeriesTaken
from helsebro.calendars.practitioner_week import WeekIsFull
from helsebro.calendars.slot import SlotTaken
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PractitionerId, SlotId
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.bookings import first_session
from helsebro_aws.bookings.booking_changes import BookingChanges, booking_event
from helsebro_aws.bookings.guarantee_condition import good_for_all
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import DynamoSlots, shown, slot_in
from helsebro_aws.calendars.dynamo_weeks import DynamoWeeks
from helsebro_aws.calendars.keys import slot_key
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Busy, Operation, Tables, Update, tables
from helsebro_aws.guarantees.clients import clinic_listing
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged, binding
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock


class SeriesBookings:
    """Books series on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.slots, self.free_slots, self.weeks = DynamoSlots(on), DynamoFreeSlots(on), DynamoWeeks(on)
        self.changes = BookingChanges(on)

    def read(self, guarantee: Guarantee, slot_ids: Sequence[SlotId]) -> Series:
        """Returns the series of these slots. Raises ``NotFound`` unless one names a practitioner."""
        places = [place for slot_id in dict.fromkeys(slot_ids) if (place := _place_of(slot_id))]
        if not places:
            raise NotFound()
        of_practitioner = practitioner_key(places[0][0])
        keys = [of_practitioner, *(slot_key(*place) for place in places)]
        found = {(item["pk"], item["sk"]): item for item in self.tables.get_many(self.slots.table, keys)}
        if of_practitioner not in found:
            raise NotFound()
        practitioner = from_item(Practitioner, found.pop(of_practitioner))
        slots = {slot.slot_id: slot for slot in map(slot_in, found.values())}
        series = Series(guarantee, practitioner, slot_ids, slots, {})
        return series.with_weeks(self.weeks.sessions_in(practitioner, series.by_week))

    def must_be_bookable(self, series: Series) -> None:
        """Raises ``SeriesRefused``, or ``SeriesTaken`` with ``nextSlots`` of the first slot that is taken."""
        at = clock.now()
        try:
            series.must_be_bookable(at)
        except SeriesTaken as taken:
            first = next(
                slot for slot in series.wanted if not slot.is_free(at, series.guarantee.guarantee_id)
            )
            others = self.free_slots.instead_of(first, at, series.slot_ids)
            raise SeriesTaken(taken.faults, nextSlots=shown(others)) from None

    def book(self, series: Series, bookings: Sequence[Booking], receipt: Receipt) -> None:
        """Stores the bookings of a series, all or none; the first one of a guarantee binds it.

        Raises what ``must_be_bookable`` raises when another call has changed the guarantee, a slot or a week
        since they were read.
        """
        at = clock.now()
        events = [booking_event("booking.created", booking, at) for booking in bookings]
        try:
            self.tables.commit(self._operations(series, bookings), events=events, receipt=receipt)
        except (SlotTaken, WeekIsFull, GuaranteeChanged, Busy):
            _, guarantee = self.changes.bookings.case_of(series.guarantee.guarantee_id)
            self.must_be_bookable(self.read(guarantee, series.slot_ids))
            raise Busy() from None

    def _operations(self, series: Series, bookings: Sequence[Booking]) -> list[Operation]:
        at, guarantee, slots = clock.now(), series.guarantee, series.wanted
        when, values = good_for_all(guarantee, slots)
        counted = Update(
            self.changes.table,
            *guarantee_key(guarantee.guarantee_id),
            set={
                **binding(guarantee.guarantee_id, slots[0].clinic_id, slots[0].practitioner_id),
                **first_session.named(bookings),
            },
            add={"sessionsBooked": len(slots)},
            when=when,
            values=values,
            otherwise=GuaranteeChanged(),
        )
        return [
            counted,
            *clinic_listing.rebound(self.changes.table, guarantee, slots[0].clinic_id),
            self.changes.clinic_takes_clients(slots[0]),
            *(
                self.slots.book(slot, guarantee.guarantee_id, booking.booking_id, at)
                for slot, booking in zip(slots, bookings, strict=True)
            ),
            *(
                self.weeks.take(
                    series.practitioner, week, max(within, key=lambda slot: slot.ends_at), len(within)
                )
                for week, within in series.by_week.items()
            ),
            *(put for booking in bookings for put in self.changes.bookings.creation(booking)),
            *(put for booking in bookings for put in entry_operations(of_booking(booking), self.tables)),
            *self.changes.beginning(guarantee),
        ]


def _place_of(slot_id: SlotId) -> tuple[PractitionerId, datetime] | None:
    """Returns the practitioner and the start that the id of a slot names, None for no such id."""
    try:
        return ids.slot_parts(slot_id)
    except NotFound:
        return None
