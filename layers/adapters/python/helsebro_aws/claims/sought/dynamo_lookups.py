"""Lookups in the ``audit`` table: which staff member searched, by what, and whom it showed.

``{payer}#lookups`` / ``LOOKUP#{instant}#{id}`` is the search, and ``{personId}`` / ``LOOKUP#{instant}#{id}``
stands with each person who was shown. Neither holds what was searched for.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.caller import Caller
from helsebro.ids import PersonId
from helsebro_aws.claims.keys import lookup_key, lookups_at
from helsebro_aws.claims.sought.sought_body import SoughtBy
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, Tables, new_event_id, tables
from helsebro_aws.platform import clock


class DynamoLookups:
    """Lookups in the ``audit`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def note(self, caller: Caller, by: SoughtBy, shown: Sequence[PersonId]) -> None:
        """Stores who searched by what, and whom the answer shows; before the answer goes out."""
        at, lookup_id = clock.now(), new_event_id()
        kept = {"subject": caller.subject, "payer": caller.payer, "by": by, "at": to_item(at)}
        partitions = [lookups_at(caller.payer), *shown]
        rows = [{**as_attributes(lookup_key(each, at, lookup_id)), **kept} for each in partitions]
        rows[0]["found"] = len(shown)
        self.tables.commit([Put(self.tables.settings.audit_table, row) for row in rows])
