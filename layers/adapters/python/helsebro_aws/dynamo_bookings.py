"""Bookings in the ``cases`` table: ``{payer}#{claimId}`` / ``BOOKING#{bookingId}``.

Listing: ``{payer}#{personId}#bookings``, latest start first.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.booking import Booking
from helsebro.claim import Claim
from helsebro.errors import NotFound
from helsebro.guarantee import Guarantee
from helsebro_aws.dynamo_claims import claim_in
from helsebro_aws.dynamo_guarantees import partition
from helsebro_aws.record import from_item
from helsebro_aws.table import Item, Tables, tables


class DynamoBookings:
    """``helsebro.booking.Bookings`` on DynamoDB."""

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

    def of_person(
        self, payer: str, person_id: str, limit: int, cursor: str | None
    ) -> tuple[list[Booking], str | None]:
        """One page of a person's bookings at one payer, latest start first, and the cursor of the next."""
        page = self.tables.query(
            self.table,
            f"{payer}#{person_id}#bookings",
            limit=limit,
            page_cursor=cursor,
            listing=True,
            newest_first=True,
        )
        return [from_item(Booking, item) for item in page.items], page.next_cursor

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
