"""The bookings of a member as a calendar: one of them, or the person's own ones as a feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain

from helsebro.bookings.booking import Booking
from helsebro.bookings.calendar_feed import MOST_ENTRIES, PAST
from helsebro.bookings.calendar_text import CalendarEntry, calendar_text
from helsebro.ids import PersonId, PractitionerId
from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.keys import practitioner_key
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
        self.bookings, self.people = DynamoBookings(on), DynamoPeople(on)

    def of_booking(self, booking: Booking, language: str) -> str:
        """Returns the calendar of one booking."""
        title, _ = TITLES[language]
        return calendar_text(self._entries([booking]), title)

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

    def _entries(self, bookings: Sequence[Booking]) -> list[CalendarEntry]:
        keys = [practitioner_key(each) for each in sorted({booking.practitioner_id for booking in bookings})]
        rows = self.tables.get_many(self.tables.settings.network_table, keys)
        known = {found.practitioner_id: found for found in (from_item(Practitioner, row) for row in rows)}
        return [CalendarEntry.of(booking, _place_of(booking, known)) for booking in bookings]


def _place_of(booking: Booking, known: Mapping[PractitionerId, Practitioner]) -> Address | None:
    if booking.address:
        return booking.address
    practitioner = known.get(booking.practitioner_id)
    # A past session may have been at an address that the practitioner has left.
    is_known = practitioner and booking.address_key in practitioner.places
    return practitioner.address_at(booking.address_key) if practitioner and is_known else None
