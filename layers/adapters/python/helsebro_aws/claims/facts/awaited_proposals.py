"""Awaited proposals: claims whose facts changed, until the engine was asked again about their open tasks.

``{payer}#{claimId}`` / ``FACTS-CHANGED``: one item a claim, that of the newest change. It is listed while it
waits, so that the sweep finds a claim whose event was lost; else staff would get ``proposal-outdated`` for
good.
"""

from __future__ import annotations

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro_aws.claims.keys import facts_changed_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import Delete, Put, Tables, tables
from helsebro_aws.dynamodb.waiting import waits_for


class AwaitedProposals:
    """Claims that wait for new proposals, in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def awaiting(self, claim_id: ClaimId, event: Event) -> Put:
        """Returns the operation that lists a claim until the event is handled; it replaces an older event."""
        item = {
            **as_attributes(facts_changed_key(claim_id)),
            "eventId": event.event_id,
            **waits_for(event),
        }
        return Put(self.tables.settings.cases_table, item, when=None)

    def made(self, claim_id: ClaimId, event_id: str) -> None:
        """Ends the wait for this event; a newer event of the claim still waits."""
        handled = Delete(
            self.tables.settings.cases_table,
            *facts_changed_key(claim_id),
            when="#eventId = :handled",
            values={":handled": event_id},
            otherwise=Conflict(),
        )
        try:
            self.tables.commit([handled])
        except Conflict:
            return
