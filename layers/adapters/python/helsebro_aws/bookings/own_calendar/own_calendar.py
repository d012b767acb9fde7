"""Bookings as a calendar: one of a member, or the own ones of a member or a practitioner as a feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import chain

from helsebro.bookings.booking import Booking
from helsebro.bookings.calendar_feed import MOST_ENTRIES, PAST
from helsebro.bookings.calendar_text import CalendarEntry, calendar_text
from helsebro.ids import ClinicId, PersonId, PractitionerId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.places.session_places import places_of
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople

MEDIA = "text/calendar"
CONTENT_TYPE = f"{MEDIA}; charset=utf-8"
TITLES = {
    "da": ("Aftale", "Mine aftaler"),
    "nb": ("Avtale", "Mine avtaler"),
    "en": ("Appointment", "My appointments"),
}
"""Language → the title of an entry, and the name of a feed. Neither says that it is about treatment."""


class OwnCalendar:
    """Writes bookings as calendars."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.bookings, self.people, self.slots = DynamoBookings(on), DynamoPeople(on), DynamoSlots(on)

    def of_booking(self, booking: Booking, language: str) -> str:
        """Returns the calendar of one booking, with the clinic's name and phone number.

        A feed has neither: whoever has its address reads it without a login.
        """
        title, _ = TITLES[language]
        return calendar_text(self._entries([booking], with_phone=True), title)

    def of_person(self, person_id: PersonId, language: str, at: datetime) -> str:
        """Returns the person's own bookings from 30 days ago on, at every payer, as a feed.

        It holds the cancelled ones too, so that calendars remove them, and at most 200 of each payer.
        """
        title, name = TITLES[language]
        payers = self.people.payers_of(person_id)
        since = (self.bookings.since(payer, person_id, at - PAST, MOST_ENTRIES) for payer in payers)
        found = sorted(
            chain.from_iterable(since), key=lambda booking: (booking.starts_at, booking.booking_id)
        )
        return calendar_text(self._entries(found), title, name)

    def of_practitioner(
        self, clinic_id: ClinicId, practitioner_id: PractitionerId, language: str, at: datetime
    ) -> str:
        """Returns the bookings of a practitioner from 30 days ago on, as a feed of at most 200 entries.

        A cancelled session is not in it, and no entry names the client, not even by initials: whoever has the
        address would learn who is treated.
        """
        title, name = TITLES[language]
        slots = self.slots.booked_since(practitioner_id, at - PAST, MOST_ENTRIES)
        found = self.bookings.find_many(slot.booking_id for slot in slots if slot.booking_id)
        own = (each for each in found if each.clinic_id == clinic_id and each.status != "cancelled")
        return calendar_text(self._entries(sorted(own, key=lambda each: each.starts_at)), title, name)

    def _entries(self, bookings: Sequence[Booking], *, with_phone: bool = False) -> list[CalendarEntry]:
        places = places_of(bookings, self.tables)
        return [
            CalendarEntry.of(
                booking, places.address_of(booking), places.phone_line_of(booking) if with_phone else ""
            )
            for booking in bookings
        ]
