"""Recent matches in the ``network`` table: ``{practitionerId}`` / ``MATCH#{instant}#{guaranteeId}``.

Each counts one client whom staff matched to a practitioner, for as long as the client belongs to the load. It
holds no fact about the client.
"""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from helsebro.ids import GuaranteeId, PractitionerId
from helsebro.network.search_row import LOAD_SPAN
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Delete, Put, Tables, tables
from helsebro_aws.network.keys import RECENT_MATCHES, recent_match_key

MOST = 100
"""More new clients than this are counted as this many."""
AFTER_ALL = f"{RECENT_MATCHES}~"


class DynamoRecentMatches:
    """Recent matches on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def count(self, practitioner_id: PractitionerId, at: datetime) -> int:
        """Returns how many clients were matched to a practitioner within ``LOAD_SPAN`` before an instant."""
        since = f"{RECENT_MATCHES}{instant(at - LOAD_SPAN)}"
        found = self.tables.query_all(
            self.table, practitioner_id, after=since, until=AFTER_ALL, page_size=MOST
        )
        return len(list(islice(found, MOST)))

    def added(self, practitioner_id: PractitionerId, at: datetime, guarantee_id: GuaranteeId) -> Put:
        """Returns the operation that counts a match; the item is removed when it no longer counts."""
        key = recent_match_key(practitioner_id, at, guarantee_id)
        ends = int((at + LOAD_SPAN).timestamp())
        return Put(self.table, {**as_attributes(key), "expiresAt": ends}, when=None)

    def removed(self, practitioner_id: PractitionerId, at: datetime, guarantee_id: GuaranteeId) -> Delete:
        """Returns the operation that no longer counts a match."""
        return Delete(self.table, *recent_match_key(practitioner_id, at, guarantee_id), when=None)
