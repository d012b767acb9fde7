"""Bookings in the ``cases`` table: ``{payer}#{claimId}`` / ``BOOKING#{bookingId}``.

Listing: ``{payer}#{personId}#bookings``, latest start first. Beside each lies ``LISTED#{bookingId}``, which
never changes and stands in the listing ``{payer}#bookings``, by when it was booked.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.bookings.booking import Booking
from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import partition


class DynamoBookings:
    """Bookings in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, booking_id: str) -> Booking:
        """The booking. Raises ``NotFound``."""
        item = self.tables.get(self.table, partition(booking_id), f"BOOKING#{booking_id}")
        if item is None:
            raise NotFound()
        return from_item(Booking, item)

    def with_claim(self, booking_id: str) -> tuple[Booking, Claim]:
        """The booking and its case, in one read. Raises ``NotFound``."""
        found = self._read(booking_id, f"BOOKING#{booking_id}", "CLAIM")
        return from_item(Booking, found[0]), claim_in(found[1])

    def case_of(self, guarantee_id: str) -> tuple[Claim, Guarantee]:
        """A guarantee and its case, in one read. Raises ``NotFound``."""
        found = self._read(guarantee_id, "CLAIM", f"GUARANTEE#{guarantee_id}")
        return claim_in(found[0]), from_item(Guarantee, found[1])

    def of_guarantee(self, guarantee_id: str) -> list[Booking]:
        """Every booking that was ever made under a guarantee."""
        return [one for one in self.of_claim(guarantee_id) if one.guarantee_id == guarantee_id]

    def of_claim(self, claim_id: str) -> list[Booking]:
        """Every booking that was ever made on a case, by its id or one that carries it."""
        found: list[Item] = []
        cursor: str | None = None
        while True:
            page = self.tables.query(self.table, partition(claim_id), begins="BOOKING#", page_cursor=cursor)
            found += page.items
            cursor = page.next_cursor
            if cursor is None:
                break
        return [from_item(Booking, item) for item in found]

    def page(
        self, payer: str, person_id: str | None, limit: int, cursor: str | None
    ) -> tuple[list[Booking], str | None]:
        """One page of a person's bookings at one payer, latest start first, and the cursor of the next.

        Without a person all bookings at the payer, booked last first.
        """
        page = self.tables.query(
            self.table,
            f"{payer}#{person_id}#bookings" if person_id else f"{payer}#bookings",
            limit=limit,
            page_cursor=cursor,
            listing=True,
            newest_first=True,
        )
        items = page.items if person_id else self._behind(page.items)
        return [from_item(Booking, item) for item in items], page.next_cursor

    def creation(self, booking: Booking) -> list[Put]:
        """The operations that store a new booking and list it at its payer."""
        item = booking_item(booking)
        listed = {
            "pk": item["pk"],
            "sk": f"LISTED#{booking.booking_id}",
            "listPk": f"{booking.payer}#bookings",
            "listSk": f"{instant(booking.booked_at)}#{booking.booking_id}",
            "bookingId": booking.booking_id,
        }
        return [Put(self.table, row) for row in (item, listed)]

    def _behind(self, listed: Sequence[Item]) -> list[Item]:
        keys = [(row["pk"], f"BOOKING#{row['bookingId']}") for row in listed]
        found = {item["sk"]: item for item in self.tables.get_many(self.table, keys)}
        return [found[sk] for _, sk in keys if sk in found]

    def claims_of(self, bookings: Sequence[Booking]) -> dict[str, Claim]:
        """The cases of bookings, by claim id."""
        keys = sorted({(partition(booking.claim_id), "CLAIM") for booking in bookings})
        return {item["claimId"]: claim_in(item) for item in self.tables.get_many(self.table, keys)}

    def _read(self, within: str, *sort_keys: str) -> list[Item]:
        pk = partition(within)
        found = {
            item["sk"]: item for item in self.tables.get_many(self.table, [(pk, sk) for sk in sort_keys])
        }
        if len(found) != len(sort_keys):
            raise NotFound()
        return [found[sk] for sk in sort_keys]


def booking_item(booking: Booking) -> Item:
    """The item of a booking."""
    return {
        "pk": partition(booking.booking_id),
        "sk": f"BOOKING#{booking.booking_id}",
        "listPk": f"{booking.payer}#{booking.person_id}#bookings",
        "listSk": f"{instant(booking.starts_at)}#{booking.booking_id}",
        **to_item(booking),
    }
