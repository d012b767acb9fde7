"""Changes by clinics, kept for two years: ``{clinicId}`` / ``CHANGE#{at}#{randomness}`` in ``network``."""

from __future__ import annotations

from datetime import timedelta

from helsebro.ids import ClinicId
from helsebro.network.team.clinic_change import ClinicChange
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.network.keys import CHANGES, clinic_change_key
from helsebro_aws.platform import clock

KEPT = timedelta(days=731)


class DynamoClinicChanges:
    """What clinics changed about themselves and their practitioners."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def storing(self, change: ClinicChange | None) -> list[Put]:
        """Returns the operation that stores a change; none when there is no change."""
        if change is None:
            return []
        key = clinic_change_key(change.clinic_id, instant(change.at), clock.randomness().hex())
        kept = int((change.at + KEPT).timestamp())
        return [Put(self.table, {**as_attributes(key), **to_item(change), "expiresAt": kept})]

    def page(
        self, clinic_id: ClinicId, limit: int, cursor: str | None
    ) -> tuple[list[ClinicChange], str | None]:
        """Returns the changes of a clinic, the latest first, and the next cursor."""
        page = self.tables.query(
            self.table, clinic_id, begins=CHANGES, limit=limit, page_cursor=cursor, newest_first=True
        )
        return [from_item(ClinicChange, item) for item in page.items], page.next_cursor
