"""New booking: a slot under a guarantee that covers it, read and judged before it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.bookings.slot_cover import must_cover, must_offer
from helsebro.calendars.slot import Slot
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock

SlotAndPractitioner = tuple[Slot, Practitioner]


@dataclass(frozen=True)
class NewBookings:
    """Makes bookings of slots."""

    slots: DynamoSlots = field(default_factory=DynamoSlots)
    clinics: DynamoClinics = field(default_factory=DynamoClinics)

    def covered(self, guarantee: Guarantee, slot_id: SlotId) -> SlotAndPractitioner:
        """Returns the slot and its practitioner. Raises ``Refused`` when the guarantee does not cover it."""
        slot, practitioner = self.slots.with_practitioner(slot_id)
        must_offer(practitioner, guarantee, slot)
        must_cover(guarantee, slot)
        return slot, practitioner

    def of(
        self, guarantee: Guarantee, slot_id: SlotId, service: str | None, at: datetime
    ) -> tuple[Booking, SlotAndPractitioner]:
        """Returns the booking of a slot, which is not stored yet, and the slot with its practitioner.

        Raises ``Refused`` as ``covered``, and for a slot of another ``service`` or in the past.
        """
        slot, practitioner = self.slots.with_practitioner(slot_id)
        slot.must_be_bookable(service, at)
        must_offer(practitioner, guarantee, slot)
        must_cover(guarantee, slot)
        notice_hours = self.clinics.notice_hours(slot.clinic_id)
        booking = Booking.of(guarantee, slot, at, clock.randomness(), notice_hours, practitioner)
        return booking, (slot, practitioner)
