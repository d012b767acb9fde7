"""Bookings in the ``cases`` table: ``{payer}#{claimId}`` / ``BOOKING#{bookingId}``.

Listing: ``{payer}#{personId}#bookings``, latest start first. Beside each booking are two items that never
change, sorted by when it was booked: ``LISTED#{bookingId}`` in the listing ``{payer}#bookings``, and
``LISTEDATCLINIC#{bookingId}`` in ``{clinicId}#bookings``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from helsebro.bookings.booking import Booking
from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId, PersonId
from helsebro_aws.bookings.keys import (
    BOOKINGS,
    booking_key,
    bookings_of_clinic,
    bookings_of_payer,
    bookings_of_person,
    clinic_booking_key,
    listed_booking_key,
)
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key, claim_key_within
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.guarantees.keys import guarantee_key

WhichShown = Callable[[Sequence[Booking]], Collection[BookingId]]
"""Returns which of these bookings a list shows."""


class DynamoBookings:
    """Bookings in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, booking_id: BookingId) -> Booking:
        """Returns the booking. Raises ``NotFound``."""
        item = self.tables.get(self.table, *booking_key(booking_id))
        if item is None:
            raise NotFound()
        return from_item(Booking, item)

    def find_many(self, booking_ids: Iterable[BookingId]) -> list[Booking]:
        """Returns the bookings that exist, in any order."""
        keys = [booking_key(booking_id) for booking_id in sorted(set(booking_ids))]
        return [from_item(Booking, item) for item in self.tables.get_many(self.table, keys)]

    def with_claim(self, booking_id: BookingId) -> tuple[Booking, Claim]:
        """Returns the booking and its case, in one read. Raises ``NotFound``."""
        keys = booking_key(booking_id), claim_key_within(booking_id)
        booking, claim = self.tables.get_each(self.table, *keys)
        return from_item(Booking, booking), claim_in(claim)

    def case_of(self, guarantee_id: GuaranteeId) -> tuple[Claim, Guarantee]:
        """Returns a guarantee and its case, in one read. Raises ``NotFound``."""
        keys = claim_key_within(guarantee_id), guarantee_key(guarantee_id)
        claim, guarantee = self.tables.get_each(self.table, *keys)
        return claim_in(claim), from_item(Guarantee, guarantee)

    def to_book_under(
        self, guarantee_id: GuaranteeId, caller: Caller, at: datetime
    ) -> tuple[Claim, Guarantee]:
        """Returns a guarantee under which the caller may book, and its case.

        Raises ``NotFound``, ``NotAllowed``, ``ConsentRequired``.
        """
        claim, guarantee = self.case_of(guarantee_id)
        claim.must_be_acted_on_by(caller, at)
        claim.must_have_consent()
        return claim, guarantee

    def of_guarantee(self, guarantee_id: GuaranteeId) -> list[Booking]:
        """Returns every booking that was ever made under a guarantee."""
        bookings = self._of_case(guarantee_id)
        return [booking for booking in bookings if booking.guarantee_id == guarantee_id]

    def of_claim(self, claim_id: ClaimId) -> list[Booking]:
        """Returns every booking of a case."""
        return self._of_case(claim_id)

    def _of_case(self, part_id: str) -> list[Booking]:
        """Returns every booking of the case that anything with this id belongs to."""
        rows = self.tables.query_all(self.table, case_partition(part_id), begins=BOOKINGS)
        return [from_item(Booking, item) for item in rows]

    def since(self, payer: str, person_id: PersonId, start: datetime, most: int) -> list[Booking]:
        """Returns a person's bookings at one payer that start then or later: the ``most`` earliest ones."""
        place, after = bookings_of_person(payer, person_id), instant(start)
        rows = self.tables.query_all(self.table, place, after=after, listing=True, page_size=most)
        return [from_item(Booking, row) for row in islice(rows, most)]

    def page(
        self, payer: str, person_id: PersonId | None, limit: int, cursor: str | None, shown: WhichShown
    ) -> tuple[list[Booking], str | None]:
        """Returns a page of a person's bookings at one payer that are shown, latest start first; the cursor.

        Without a person they are of all bookings at the payer, last booked first. The page may be short and
        still have a next one.
        """

        def entries_of(rows: Sequence[Item]) -> list[Booking | None]:
            return _only([_booking(item) for item in (rows if person_id else self._behind(rows))], shown)

        listing = bookings_of_person(payer, person_id) if person_id else bookings_of_payer(payer)
        return self._page(listing, entries_of, limit, cursor)

    def page_of_clinic(
        self, clinic_id: ClinicId, limit: int, cursor: str | None, shown: WhichShown
    ) -> tuple[list[Booking], str | None]:
        """Returns a page of a clinic's bookings that are shown, last booked first, and the next cursor."""

        def entries_of(rows: Sequence[Item]) -> list[Booking | None]:
            return _only([_booking(item) for item in self._behind(rows)], shown)

        return self._page(bookings_of_clinic(clinic_id), entries_of, limit, cursor)

    def _page(
        self,
        listing: str,
        entries_of: Callable[[Sequence[Item]], list[Booking | None]],
        limit: int,
        cursor: str | None,
    ) -> tuple[list[Booking], str | None]:
        return filtered_page(
            self.tables, self.table, listing, entries_of, limit, cursor, listing=True, newest_first=True
        )

    def creation(self, booking: Booking) -> list[Put]:
        """Returns the operations that store a new booking and list it at its payer and its clinic."""
        item = booking_item(booking)
        listed = {
            **as_attributes(listed_booking_key(booking.booking_id)),
            "listPk": bookings_of_payer(booking.payer),
            "listSk": f"{instant(booking.booked_at)}#{booking.booking_id}",
            "bookingId": booking.booking_id,
        }
        return [Put(self.table, row) for row in (item, listed, clinic_row(item))]

    def _behind(self, listed: Sequence[Item]) -> list[Item | None]:
        """Returns the item of the booking behind each row; None for one that does not exist."""
        keys = [booking_key(row["bookingId"]) for row in listed]
        found = {item["sk"]: item for item in self.tables.get_many(self.table, keys)}
        return [found.get(sk) for _, sk in keys]

    def claims_of(self, bookings: Sequence[Booking]) -> dict[str, Claim]:
        """Returns the cases of bookings, by claim id."""
        keys = sorted({claim_key(booking.claim_id) for booking in bookings})
        return {item["claimId"]: claim_in(item) for item in self.tables.get_many(self.table, keys)}


def clinic_row(booking: Mapping[str, Any]) -> Item:
    """Returns the item that lists a booking at its clinic; ``booking`` is the booking's item."""
    booking_id = BookingId(booking["bookingId"])
    return {
        **as_attributes(clinic_booking_key(booking_id)),
        "listPk": bookings_of_clinic(ClinicId(booking["clinicId"])),
        "listSk": f"{booking['bookedAt']}#{booking_id}",
        "bookingId": booking_id,
    }


def _booking(item: Item | None) -> Booking | None:
    return from_item(Booking, item) if item else None


def _only(known: Sequence[Booking | None], shown: WhichShown) -> list[Booking | None]:
    seen = shown([booking for booking in known if booking])
    return [booking if booking and booking.booking_id in seen else None for booking in known]


def booking_item(booking: Booking) -> Item:
    """Returns the item of a booking."""
    return {
        **as_attributes(booking_key(booking.booking_id)),
        "listPk": bookings_of_person(booking.payer, booking.person_id),
        "listSk": f"{instant(booking.starts_at)}#{booking.booking_id}",
        **to_item(booking),
    }
