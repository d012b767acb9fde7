"""The clients of a clinic, now and before, by their guarantees, as the clinic may read them (F1-19)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.guarantees.client_here import ClientHere, ClientStatus
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.standing_session import StandingSession
from helsebro.ids import BookingId, ClinicId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.guarantees.clients.clinic_listing import LEFT
from helsebro_aws.guarantees.keys import guarantee_key, guarantees_of_clinic

ListedClient = tuple[ClientHere, Claim]
"""A client of a clinic, with the claim of the guarantee."""
StandingAmong = Callable[[Iterable[BookingId]], Mapping[BookingId, StandingSession]]
"""Returns the sessions of these bookings that are not cancelled."""


@dataclass(frozen=True)
class SeenClients:
    """Which clients a list shows: those of the caller, and of one status when it is named."""

    caller: Caller
    at: datetime
    status: ClientStatus | None = None

    def shows(self, here: ClientHere) -> bool:
        """Whether the list shows the client."""
        today = local_day(self.at, here.guarantee.country)
        return here.is_seen and self.status in (None, here.status_on(today))


class ClinicClients:
    """Reads the clients of clinics; ``standing_among`` returns the sessions of bookings."""

    def __init__(self, standing_among: StandingAmong, on: Tables = tables) -> None:
        self.standing_among, self.tables = standing_among, on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def page(
        self, clinic_id: ClinicId, seen: SeenClients, limit: int, cursor: str | None
    ) -> tuple[list[ListedClient], str | None]:
        """Returns a page of a clinic's clients, last issued guarantee first, and the next cursor.

        The page may be short and still have a next one.
        """

        def entries_of(rows: Sequence[Item]) -> list[ClientHere | None]:
            return [each if each and seen.shows(each) else None for each in self._behind(rows, seen.caller)]

        found, following = filtered_page(
            self.tables,
            self.table,
            guarantees_of_clinic(clinic_id),
            entries_of,
            limit,
            cursor,
            listing=True,
            newest_first=True,
        )
        claims = self._claims_of(found)
        return [(each, claims[each.guarantee.claim_id]) for each in found], following

    def _behind(self, rows: Sequence[Item], caller: Caller) -> list[ClientHere | None]:
        """Returns the client behind each row; None for a guarantee that does not exist.

        So it is for the row of an earlier course while the guarantee is bound there, and has a row for that.
        """
        keys = {row["guaranteeId"]: guarantee_key(row["guaranteeId"]) for row in rows}
        items = self.tables.get_many(self.table, sorted(keys.values()))
        found = {item["guaranteeId"]: ClientHere(from_item(Guarantee, item), caller) for item in items}
        elsewhere = {guarantee_id for guarantee_id, here in found.items() if not here.is_bound}
        booked = [each for row in rows if row["guaranteeId"] in elsewhere for each in row.get(LEFT, ())]
        sessions = self.standing_among(booked)

        def client(row: Item) -> ClientHere | None:
            here = found.get(row["guaranteeId"])
            if here is None or LEFT not in row:
                return here
            standing = (sessions[each] for each in row[LEFT] if each in sessions)
            own = tuple(each for each in standing if caller.treats_at(*each.place))
            return None if here.is_bound else replace(here, sessions=own)

        return [client(row) for row in rows]

    def _claims_of(self, found: Sequence[ClientHere]) -> dict[str, Claim]:
        keys = sorted({claim_key(here.guarantee.claim_id) for here in found})
        return {item["claimId"]: claim_in(item) for item in self.tables.get_many(self.table, keys)}
