"""Bookings in the ``cases`` table: ``{payer}#{claimId}`` / ``BOOKING#{bookingId}``.

Listing: ``{payer}#{personId}#bookings``, latest start first. Beside each booking is ``LISTED#{bookingId}``,
which never changes, in the listing ``{payer}#bookings``, sorted by when it was booked.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.bookings.booking import Booking
from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClaimId, GuaranteeId, PersonId
from helsebro_aws.bookings.keys import (
    BOOKINGS,
    booking_key,
    bookings_of_payer,
    bookings_of_person,
    listed_booking_key,
)
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key, claim_key_within
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.guarantees.keys import guarantee_key


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

    def page(
        self, payer: str, person_id: PersonId | None, limit: int, cursor: str | None
    ) -> tuple[list[Booking], str | None]:
        """Returns one page of a person's bookings at one payer, latest start first, and the next cursor.

        Without a person it returns all bookings at the payer, last booked first.
        """
        page = self.tables.query(
            self.table,
            bookings_of_person(payer, person_id) if person_id else bookings_of_payer(payer),
            limit=limit,
            page_cursor=cursor,
            listing=True,
            newest_first=True,
        )
        items = page.items if person_id else self._behind(page.items)
        return [from_item(Booking, item) for item in items], page.next_cursor

    def creation(self, booking: Booking) -> list[Put]:
        """Returns the operations that store a new booking and list it at its payer."""
        item = booking_item(booking)
        listed = {
            **as_attributes(listed_booking_key(booking.booking_id)),
            "listPk": bookings_of_payer(booking.payer),
            "listSk": f"{instant(booking.booked_at)}#{booking.booking_id}",
            "bookingId": booking.booking_id,
        }
        return [Put(self.table, row) for row in (item, listed)]

    def _behind(self, listed: Sequence[Item]) -> list[Item]:
        keys = [booking_key(row["bookingId"]) for row in listed]
        found = {item["sk"]: item for item in self.tables.get_many(self.table, keys)}
        return [found[sk] for _, sk in keys if sk in found]

    def claims_of(self, bookings: Sequence[Booking]) -> dict[str, Claim]:
        """Returns the cases of bookings, by claim id."""
        keys = sorted({claim_key(booking.claim_id) for booking in bookings})
        return {item["claimId"]: claim_in(item) for item in self.tables.get_many(self.table, keys)}


def booking_item(booking: Booking) -> Item:
    """Returns the item of a booking."""
    return {
        **as_attributes(booking_key(booking.booking_id)),
        "listPk": bookings_of_person(booking.payer, booking.person_id),
        "listSk": f"{instant(booking.starts_at)}#{booking.booking_id}",
        **to_item(booking),
    }
