"""The clients of a clinic, by the guarantees that are bound to it, as the clinic may read them (F1-19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.guarantees.guarantee import Guarantee, GuaranteeStatus
from helsebro.ids import ClinicId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.guarantees.keys import guarantee_key, guarantees_of_clinic

BoundClient = tuple[Guarantee, Claim]
"""A guarantee that is bound to a clinic, with its claim."""


@dataclass(frozen=True)
class SeenClients:
    """Which clients a list shows: those of the caller, and of one status when it is named."""

    caller: Caller
    at: datetime
    status: GuaranteeStatus | None = None

    def shows(self, guarantee: Guarantee) -> bool:
        """Whether the list shows the client of a guarantee."""
        is_own = self.caller.treats_at(guarantee.clinic_id, guarantee.practitioner_id)
        today = local_day(self.at, guarantee.country)
        return is_own and self.status in (None, guarantee.status_on(today))


class ClinicClients:
    """Reads the clients of clinics."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def page(
        self, clinic_id: ClinicId, seen: SeenClients, limit: int, cursor: str | None
    ) -> tuple[list[BoundClient], str | None]:
        """Returns a page of a clinic's clients, last issued guarantee first, and the next cursor.

        The page may be short and still have a next one.
        """

        def entries_of(rows: Sequence[Item]) -> list[Guarantee | None]:
            return [each if each and seen.shows(each) else None for each in self._behind(rows)]

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
        return [(each, claims[each.claim_id]) for each in found], following

    def _behind(self, rows: Sequence[Item]) -> list[Guarantee | None]:
        """Returns the guarantee behind each row; None for one that does not exist."""
        keys = [guarantee_key(row["guaranteeId"]) for row in rows]
        found = {item["sk"]: item for item in self.tables.get_many(self.table, keys)}
        return [from_item(Guarantee, found[sk]) if sk in found else None for _, sk in keys]

    def _claims_of(self, found: Sequence[Guarantee]) -> dict[str, Claim]:
        keys = sorted({claim_key(guarantee.claim_id) for guarantee in found})
        return {item["claimId"]: claim_in(item) for item in self.tables.get_many(self.table, keys)}
